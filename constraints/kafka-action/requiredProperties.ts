import { isUnknown, type Known, UNKNOWN } from "../core/known";
import type { ClientProperty } from "../facts/clientProperties";
import type { KafkaAction } from "../facts/kafkaAction";

/** One line of the matrix: a property that must be there, for which mode, and the row that says so. */
export interface RequiredProperty {
    readonly property: ClientProperty;
    readonly requirement: string;
    /** The security protocol for which it holds; any where absent. */
    readonly protocol?: "SSL" | "SASL_SSL";
    /** The SASL mechanism for which it holds; any where absent. */
    readonly mechanism?: "PLAIN" | "SCRAM-SHA-512" | "GSSAPI";
    /** The property beside which it is needed, where it is one. */
    readonly beside?: ClientProperty;
}

/** Which client properties each authentication mode needs. */
export const REQUIRED_PROPERTIES: readonly RequiredProperty[] = [
    { property: "bootstrap.servers", requirement: "KAFKA-BOOT-01" },
    { property: "ssl.keystore", requirement: "KAFKA-KS-01", protocol: "SSL" },
    { property: "ssl.keystore.password", requirement: "KAFKA-KSPW-01", beside: "ssl.keystore" },
    { property: "sasl.mechanism", requirement: "KAFKA-SASL-01", protocol: "SASL_SSL" },
    ...forMechanism("PLAIN", {
        "sasl.plain.username": "KAFKA-PLAIN-01",
        "sasl.plain.password": "KAFKA-PLAIN-02",
    }),
    ...forMechanism("SCRAM-SHA-512", {
        "sasl.scram.username": "KAFKA-SCRAM-01",
        "sasl.scram.password": "KAFKA-SCRAM-02",
    }),
    ...forMechanism("GSSAPI", {
        "sasl.kerberos.keytab": "KAFKA-KRB-01",
        "sasl.kerberos.service.name": "KAFKA-KRB-03",
        "sasl.kerberos.krb5.kdc": "KAFKA-KRB-04",
        "sasl.kerberos.krb5.realm": "KAFKA-KRB-05",
        "sasl.kerberos.principal": "KAFKA-KRB-06",
    }),
];

function forMechanism(
    mechanism: NonNullable<RequiredProperty["mechanism"]>,
    properties: Partial<Record<ClientProperty, string>>,
): RequiredProperty[] {
    return Object.entries(properties).map(([property, requirement]) => ({
        property: property as ClientProperty,
        requirement,
        protocol: "SASL_SSL",
        mechanism,
    }));
}

/** Whether a line of the matrix applies to an action; unknown where that hangs on a value that is not known yet. */
export function applies(action: KafkaAction, { protocol, mechanism, beside }: RequiredProperty): Known<boolean> {
    const ofProtocol = protocol === undefined || isEqual(action.protocol, protocol);
    if (ofProtocol === false) return false;
    const ofMechanism = mechanism === undefined || isEqual(action.mechanism, mechanism);
    if (ofMechanism === false) return false;
    const isBeside = beside === undefined || isPresent(action, beside);
    if (isBeside === false) return false;
    return isUnknown(ofProtocol) || isUnknown(ofMechanism) || isUnknown(isBeside) ? UNKNOWN : true;
}

/** Whether the action must have this property. */
export function isRequired(action: KafkaAction, property: ClientProperty): Known<boolean> {
    const answers = REQUIRED_PROPERTIES.filter((line) => line.property === property).map((line) =>
        applies(action, line),
    );
    if (answers.includes(true)) return true;
    return answers.some(isUnknown) ? UNKNOWN : false;
}

/** Whether there is something in a property; one that is written under a wrong name is there. */
export function isPresent(action: KafkaAction, property: ClientProperty): Known<boolean> {
    const value = action.property(property);
    if (isUnknown(value)) return UNKNOWN;
    if (value === undefined) return action.misnamedProperties.has(property);
    return !isBlank(value);
}

/** True for a text with nothing in it, which counts as missing where something is required (KAFKA-CP-06). */
export function isBlank(value: unknown): boolean {
    return typeof value === "string" && value.trim() === "";
}

function isEqual(value: unknown, wanted: string): Known<boolean> {
    return isUnknown(value) ? UNKNOWN : value === wanted;
}
