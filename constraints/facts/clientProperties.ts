import { nearest } from "../core/show";
import { NATIVE_PROPERTIES } from "../data/nativeProperties";

/**
 * The client properties that the founding page documents, each with what constraints need to know about it.
 * A property that is not here is no property of the Kafka action (KAFKA-CP-03).
 */
export interface ClientPropertyDescription {
    /** True when a literal value is, or may be, a secret: it is never shown. */
    readonly sensitive?: true;
    /** Substitution templates: "documented", or "used" in public code without the page saying so. */
    readonly templates?: "documented" | "used";
    /** How `get_secret` must read it: a file as SecretBinary, a text as SecretString. */
    readonly secretType?: "SecretBinary" | "SecretString" | "either";
}

const DESCRIPTIONS = {
    acks: {},
    "bootstrap.servers": {},
    "compression.type": {},
    "security.protocol": {},
    "key.serializer": {},
    "value.serializer": {},
    "ssl.truststore": { sensitive: true, templates: "documented", secretType: "either" },
    "ssl.truststore.password": { sensitive: true, templates: "used", secretType: "SecretString" },
    "ssl.keystore": { sensitive: true, templates: "documented", secretType: "SecretBinary" },
    "ssl.keystore.password": { sensitive: true, templates: "documented", secretType: "SecretString" },
    "ssl.key.password": { sensitive: true, templates: "documented", secretType: "SecretString" },
    "sasl.mechanism": {},
    "sasl.plain.username": { sensitive: true, templates: "used", secretType: "SecretString" },
    "sasl.plain.password": { sensitive: true, templates: "used", secretType: "SecretString" },
    "sasl.scram.username": { sensitive: true, templates: "used", secretType: "SecretString" },
    "sasl.scram.password": { sensitive: true, templates: "used", secretType: "SecretString" },
    "sasl.kerberos.keytab": { sensitive: true, templates: "documented", secretType: "SecretBinary" },
    "sasl.kerberos.service.name": {},
    "sasl.kerberos.krb5.kdc": {},
    "sasl.kerberos.krb5.realm": {},
    "sasl.kerberos.principal": {},
} as const satisfies Record<string, ClientPropertyDescription>;

/** A documented client property of the Kafka action. */
export type ClientProperty = keyof typeof DESCRIPTIONS;

export const CLIENT_PROPERTIES = Object.keys(DESCRIPTIONS) as readonly ClientProperty[];

/** Names whose literal value is a secret, or may be one. */
export const SENSITIVE_PROPERTIES: ReadonlySet<string> = new Set(
    CLIENT_PROPERTIES.filter((name) => describeProperty(name)?.sensitive),
);

export function isDocumentedProperty(name: string): name is ClientProperty {
    return Object.hasOwn(DESCRIPTIONS, name);
}

/** What is documented about a property; undefined for a name that is none. */
export function describeProperty(name: string): ClientPropertyDescription | undefined {
    return isDocumentedProperty(name) ? DESCRIPTIONS[name] : undefined;
}

/**
 * The documented properties that an undocumented name may stand for: what somebody means who writes a property of
 * Kafka's own clients, or misspells one. None where the name is documented, or nothing is near.
 */
export function meantProperties(name: string): readonly ClientProperty[] {
    if (isDocumentedProperty(name)) return [];
    if (Object.hasOwn(NATIVE_PROPERTIES, name)) return NATIVE_PROPERTIES[name]!;
    const same = CLIENT_PROPERTIES.filter((property) => letters(property) === letters(name));
    if (same.length > 0) return same;
    const longer = CLIENT_PROPERTIES.filter((property) => leavesOut(name, property));
    if (longer.length === 1 || longer.length === 2) return longer;
    const found = nearest(name, CLIENT_PROPERTIES);
    return found !== undefined && isDocumentedProperty(found) ? [found] : [];
}

/** True for a name that is a property with segments left out, as sasl.kerberos.kdc is. */
function leavesOut(name: string, property: ClientProperty): boolean {
    const wanted = name.trim().toLowerCase().split(".");
    let next = 0;
    for (const segment of property.split(".")) if (segment === wanted[next]) next++;
    return next === wanted.length && wanted.length < property.split(".").length;
}

/** A name without case and without what stands between its letters. */
function letters(name: string): string {
    return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
