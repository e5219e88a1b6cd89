/**
 * What an evaluation knows beside the message. Whatever is absent is not made up: functions that need it are Undefined
 * or fail by name. With the same context an evaluation gives the same result, time and random numbers aside where the
 * context leaves them out.
 */
export interface EvaluationContext {
    /** The MQTT topic as published; a Basic Ingest prefix (`$aws/rules/<rule>/`) is cut off for topic(). */
    readonly topic?: string;
    /** @default clientid() is the text `n/a`, as for a message that did not come over MQTT. */
    readonly clientId?: string;
    readonly principal?: string;
    /** Twelve digits. */
    readonly accountId?: string;
    readonly traceId?: string;
    readonly sourceIp?: string;
    /** Milliseconds since 1970. @default the clock, read once per evaluation */
    readonly timestamp?: number;
    /** Gives rand() its numbers, from 0 to 1. @default Math.random */
    readonly random?: () => number;
    /** Gives newuuid() its texts. @default crypto.randomUUID */
    readonly uuid?: () => string;
    /** The MQTT 5 headers of the message. */
    readonly mqtt?: MqttProperties;
    /** By id or ARN; read by get_secret. */
    readonly secrets?: Secrets;
    readonly fixtures?: Fixtures;
}

export interface MqttProperties {
    readonly contentType?: string;
    /** `UTF8_DATA` or `UNSPECIFIED_BYTES`. */
    readonly formatIndicator?: string;
    readonly responseTopic?: string;
    /** Base64. */
    readonly correlationData?: string;
    readonly userProperties?: readonly (readonly [key: string, value: string])[];
}

export type Secrets = Readonly<Record<string, { readonly SecretString?: string; readonly SecretBinary?: string }>>;

/**
 * The answers of functions that ask another service: by function name, then by the JSON array of the arguments, white
 * space aside. The answer `{ "$error": "text" }` makes the call fail as a refusal by the service would. Whole numbers
 * beyond 2^53 are bigints; `readFixtures` reads a text with every digit.
 */
export type Fixtures = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
