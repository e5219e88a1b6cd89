import type { Path } from "../core/path";
import type { ClientProperty } from "../facts/clientProperties";
import type { Arguments, Leaves } from "./arguments";

/** How an argument becomes the value of a client property. */
type Form =
    /** As it is given. */
    | "literal"
    /** As it is given, or `{ secretId, roleArn, key? }`: a text that AWS IoT reads as SecretString. */
    | "text"
    /** `{ secretId, roleArn }`: a file that AWS IoT reads as SecretBinary. */
    | "file";

export interface Source {
    readonly property: ClientProperty;
    /** Below `authentication`. */
    readonly argument: Path;
    readonly form: Form;
}

/** What one authentication mode writes: fixed values, and arguments. */
interface Mode {
    readonly fixed: Partial<Record<ClientProperty, string>>;
    readonly sources: readonly Source[];
}

const TRUST_STORE: readonly Source[] = [
    { property: "ssl.truststore", argument: ["trustStore", "file", "binary"], form: "file" },
    { property: "ssl.truststore", argument: ["trustStore", "file", "text"], form: "text" },
    { property: "ssl.truststore", argument: ["trustStore", "file", "base64"], form: "literal" },
    { property: "ssl.truststore.password", argument: ["trustStore", "password"], form: "text" },
];

/** Which argument becomes which client property, for each authentication mode of the Kafka action. */
export const MODES: Readonly<Record<string, Mode>> = {
    "SCRAM-SHA-512": {
        fixed: { "security.protocol": "SASL_SSL", "sasl.mechanism": "SCRAM-SHA-512" },
        sources: [
            { property: "sasl.scram.username", argument: ["username"], form: "text" },
            { property: "sasl.scram.password", argument: ["password"], form: "text" },
            ...TRUST_STORE,
        ],
    },
    PLAIN: {
        fixed: { "security.protocol": "SASL_SSL", "sasl.mechanism": "PLAIN" },
        sources: [
            { property: "sasl.plain.username", argument: ["username"], form: "text" },
            { property: "sasl.plain.password", argument: ["password"], form: "text" },
            ...TRUST_STORE,
        ],
    },
    GSSAPI: {
        fixed: { "security.protocol": "SASL_SSL", "sasl.mechanism": "GSSAPI" },
        sources: [
            { property: "sasl.kerberos.keytab", argument: ["keytab"], form: "file" },
            { property: "sasl.kerberos.service.name", argument: ["serviceName"], form: "literal" },
            { property: "sasl.kerberos.krb5.kdc", argument: ["kdc"], form: "literal" },
            { property: "sasl.kerberos.krb5.realm", argument: ["realm"], form: "literal" },
            { property: "sasl.kerberos.principal", argument: ["principal"], form: "literal" },
            ...TRUST_STORE,
        ],
    },
    SSL: {
        fixed: { "security.protocol": "SSL" },
        sources: [
            { property: "ssl.keystore", argument: ["keyStore"], form: "file" },
            { property: "ssl.keystore.password", argument: ["keyStorePassword"], form: "text" },
            { property: "ssl.key.password", argument: ["keyPassword"], form: "text" },
            ...TRUST_STORE,
        ],
    },
};

/** A client property with the argument it comes from. */
export interface WrittenProperty<L extends Leaves> {
    readonly property: ClientProperty;
    readonly value: L["text"];
    readonly argument: Path;
}

/**
 * The client properties that `authentication` writes. Where its mode is not known, neither are the protocol and the
 * mechanism, on which all else depends.
 */
export function authenticationProperties<L extends Leaves>(args: Arguments<L>): WrittenProperty<L>[] {
    const at: Path = ["authentication", "mode"];
    const chosen = args.leaf("text", at);
    const mode = typeof chosen === "string" && Object.hasOwn(MODES, chosen) ? MODES[chosen] : undefined;
    if (mode === undefined) {
        const open: readonly ClientProperty[] = ["security.protocol", "sasl.mechanism"];
        return open.map((property) => ({ property, value: args.unknown, argument: at }));
    }
    const written = Object.entries(mode.fixed).map(([property, value]) => ({
        property: property as ClientProperty,
        value: args.text(value),
        argument: at,
    }));
    for (const { property, argument, form } of mode.sources) {
        const path = ["authentication", ...argument];
        const value = writtenValue(args, path, form);
        if (value !== undefined) written.push({ property, value, argument: path });
    }
    return written;
}

function writtenValue<L extends Leaves>(args: Arguments<L>, path: Path, form: Form): L["text"] | undefined {
    if (form === "literal" || !args.isObject(path)) return args.leaf("text", path);
    return args.compose(
        [
            args.leaf("text", [...path, "secretId"]),
            args.leaf("text", [...path, "roleArn"]),
            form === "text" ? args.leaf("text", [...path, "key"]) : undefined,
        ],
        (secretId, roleArn, key) =>
            getSecret(form === "file" ? "SecretBinary" : "SecretString", secretId, roleArn, key),
    );
}

/** `${get_secret('id', 'SecretString', 'key', 'role')}`; without a key the call has three arguments. */
function getSecret(
    type: "SecretBinary" | "SecretString",
    secretId: string | undefined,
    roleArn: string | undefined,
    key: string | undefined,
): string {
    const given = key === undefined ? [secretId, type, roleArn] : [secretId, type, key, roleArn];
    return `\${get_secret(${given.map(quote).join(", ")})}`;
}

/** A string literal of AWS IoT SQL: a quote inside is doubled. */
function quote(text: string | undefined): string {
    return `'${(text ?? "").replaceAll("'", "''")}'`;
}
