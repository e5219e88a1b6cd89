import {
    type ClientSettings,
    COMPRESSIONS,
    type Compression,
    type Properties,
    type PropertyProblem,
    type SettingsResult,
} from "./clientSettings";
import { type Given, given } from "./given";
import { loginOf } from "./loginOf";
import { serverListOf } from "./serverList";
import { tlsOf } from "./tlsOf";

export interface SettingsOptions {
    /** When certificates have to be valid. @default now */
    readonly now?: Date;
    /** Where `KRB5_CONFIG` is looked for. @default process.env */
    readonly environment?: Readonly<Record<string, string | undefined>>;
    /** Properties that are there and whose values are not known: their absence is not told again. */
    readonly unresolved?: readonly string[];
}

/** Whatever is shorter stands in any sentence. */
const SHORTEST_SECRET = 4;
const ACKS = { "0": 0, "1": 1, "-1": -1, all: -1 } as const;
const SERIALIZERS = {
    "key.serializer": "StringSerializer",
    "value.serializer": "ByteBufferSerializer",
} as const;
const PACKAGE = "org.apache.kafka.common.serialization.";

/**
 * Client properties as a client uses them, and everything that is wrong with them by themselves: values, stores, passwords,
 * the keytab. Settings are given wherever something can still be tried. Never throws.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export function settingsOf(properties: Properties, options: SettingsOptions = {}): SettingsResult {
    const { now = new Date(), environment = process.env, unresolved = [] } = options;
    const problems: PropertyProblem[] = [];
    const all = given(properties, unresolved, problems);
    const servers = serversOf(all);
    const protocol = protocolOf(all);
    const tls = tlsOf(all, protocol, now);
    const login = protocol === "SASL_SSL" ? loginOf(all, environment) : undefined;
    const acks = acksOf(all);
    const compression = compressionOf(all);
    checkSerializers(all);
    checkPasswordsWithoutStore(all, protocol);
    const isEnough = servers && tls && protocol && (protocol === "SSL" || login);
    const settings: ClientSettings | undefined = isEnough
        ? { servers, tls, acks, compression, ...(login ? { login } : {}) }
        : undefined;
    const shown = problems.map((problem) => withoutSecrets(problem, properties));
    return settings ? { settings, problems: shown } : { problems: shown };
}

/** Values that are wrong are shown; one that is also the value of a password got there by mistake. */
function withoutSecrets(problem: PropertyProblem, properties: Properties): PropertyProblem {
    const passwords = Object.entries(properties).flatMap(([name, value]) => (/password$/.test(name) ? [value] : []));
    const hidden = passwords.filter(({ length }) => length >= SHORTEST_SECRET);
    const forms = hidden.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]);
    const hide = (text: string) => forms.reduce((rest, form) => rest.replaceAll(form, "[hidden]"), text);
    return { ...problem, cause: hide(problem.cause), fix: hide(problem.fix) };
}

function serversOf(all: Given): ClientSettings["servers"] | undefined {
    const text = all.required("bootstrap.servers", "The client needs to know where the brokers are.");
    if (text === undefined) return undefined;
    const list = serverListOf(text);
    if (list.ok) return list.servers;
    all.wrong(
        "bootstrap.servers",
        "servers-form",
        `bootstrap.servers holds ${JSON.stringify(list.wrong)}, which is no host:port.`,
        "Give host:port of each broker, parted by commas, without a protocol in front and a path behind.",
    );
    return undefined;
}

function protocolOf(all: Given): "SSL" | "SASL_SSL" | undefined {
    const text = all.optional("security.protocol") ?? "SSL";
    if (text === "SSL" || text === "SASL_SSL") return text;
    all.wrongValue("security.protocol", ["SSL", "SASL_SSL"]);
    return undefined;
}

function acksOf(all: Given): ClientSettings["acks"] {
    const text = all.optional("acks") ?? "1";
    if (Object.hasOwn(ACKS, text)) return ACKS[text as keyof typeof ACKS];
    all.wrongValue("acks", Object.keys(ACKS));
    return 1;
}

function compressionOf(all: Given): Compression {
    const text = all.optional("compression.type") ?? "none";
    const known = COMPRESSIONS.find((name) => name === text);
    if (!known) all.wrongValue("compression.type", COMPRESSIONS);
    return known ?? "none";
}

/** Java's producer does not start with a password for which there is no store; that SSL needs a key store is told anyway. */
function checkPasswordsWithoutStore(all: Given, protocol: string | undefined): void {
    for (const store of protocol === "SSL" ? ["ssl.truststore"] : ["ssl.truststore", "ssl.keystore"]) {
        if (all.has(store) || !all.has(`${store}.password`)) continue;
        all.wrong(
            store,
            "property-missing",
            `There is an ${store}.password and no ${store}: Java's producer does not start so.`,
            `Add ${store}, or take ${store}.password out.`,
        );
    }
}

function checkSerializers(all: Given): void {
    for (const [property, name] of Object.entries(SERIALIZERS)) {
        const text = all.optional(property);
        if (text !== undefined && text !== name && text !== PACKAGE + name) all.wrongValue(property, [name]);
    }
}
