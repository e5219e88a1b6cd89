import { type Properties, part, text, type Value } from "../provider/value";
import { ACCOUNT, partitionOf, type Scope } from "./scope";

/** What the provider was configured with, as far as the stand-in heeds it. */
export interface Settings {
    readonly region: string;
    readonly defaultTags: Properties;
}

/** What is set from outside: by the sandbox, or by a test. */
export interface Surroundings {
    /** The account's file; without it the account lives in memory. */
    readonly accountFile?: string;
    /** The account's number. @default {@link ACCOUNT} */
    readonly accountNumber?: string;
    /** The Region of a provider that has none of its own. @default us-east-1 */
    readonly region?: string;
    /** See {@link parseFaults}. */
    readonly faults?: string;
    /** How long a delete waits for what is still in use, and a create for what is being made. @default 2000 ms */
    readonly patience?: number;
}

/** The surroundings as environment variables give them. */
export function surroundingsOf(environment: NodeJS.ProcessEnv): Surroundings {
    return {
        accountFile: environment.IOT_KAFKA_SANDBOX_ACCOUNT_FILE || undefined,
        accountNumber: environment.IOT_KAFKA_SANDBOX_ACCOUNT_ID || undefined,
        faults: environment.IOT_KAFKA_SANDBOX_FAULTS || undefined,
        region: environment.AWS_REGION || environment.AWS_DEFAULT_REGION || undefined,
    };
}

/** The provider's configuration, which the engine sends with every value that is not a string as JSON. */
export function settingsOf(configuration: Properties, surroundings: Surroundings): Settings {
    return {
        region: text(configuration, "region") || surroundings.region || "us-east-1",
        defaultTags: part(part({ tags: unpacked(configuration.defaultTags) }, "tags"), "tags") ?? {},
    };
}

export function scopeIn(region: string, surroundings: Surroundings): Scope {
    return { partition: partitionOf(region), region, account: surroundings.accountNumber ?? ACCOUNT };
}

function unpacked(value: Value | undefined): Value | undefined {
    if (typeof value !== "string") {
        return value;
    }
    try {
        return JSON.parse(value) as Value;
    } catch {
        return undefined;
    }
}
