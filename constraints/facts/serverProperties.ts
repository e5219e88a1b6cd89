import { isUnknown, type Known, UNKNOWN } from "../core/known";

/** One line of an MSK configuration that is neither empty nor a comment. */
export interface ServerPropertyLine {
    /** From 1. */
    readonly line: number;
    /** What stands before the first `=`; undefined where the line has none, or nothing before it. */
    readonly name: string | undefined;
    /** What stands behind it. */
    readonly value: string;
}

/** The lines of an MSK configuration; unknown where the text is, none where there is no text. */
export function serverPropertyLines(text: unknown): Known<readonly ServerPropertyLine[]> {
    if (isUnknown(text)) return UNKNOWN;
    if (typeof text !== "string") return [];
    return text.split("\n").flatMap((written, index): ServerPropertyLine[] => {
        const trimmed = written.trim();
        if (trimmed === "" || trimmed.startsWith("#") || trimmed.startsWith("!")) return [];
        const at = trimmed.indexOf("=");
        if (at <= 0) return [{ line: index + 1, name: undefined, value: trimmed }];
        return [{ line: index + 1, name: trimmed.slice(0, at).trimEnd(), value: trimmed.slice(at + 1).trimStart() }];
    });
}

/** The `key=value` lines of an MSK configuration; unknown where the text is, none where there is no text. */
export function serverPropertiesOf(text: unknown): Known<ReadonlyMap<string, string>> {
    const lines = serverPropertyLines(text);
    if (isUnknown(lines)) return UNKNOWN;
    const properties = new Map<string, string>();
    for (const { name, value } of lines) if (name !== undefined) properties.set(name, value);
    return properties;
}

/** One entry of `custom.advertised.listeners`: `NAME://host-pattern:base+{broker_id}`. */
export interface AdvertisedListener {
    /** CLIENT_SASL_SCRAM, CLIENT_SECURE and so on. */
    readonly name: string;
    /** What the broker's id is added to. */
    readonly basePort: number;
    /** True for a host that the pattern gives to some broker. */
    isHost(host: string): boolean;
}

const BROKER_ID = "{broker_id}";

/** The well-formed entries of `custom.advertised.listeners`. */
export function advertisedListeners(text: string): AdvertisedListener[] {
    return text.split(",").flatMap((entry) => {
        const [name = "", rest = ""] = entry.trim().split("://");
        const colon = rest.lastIndexOf(":");
        const [base = "", id] = rest.slice(colon + 1).split("+");
        if (colon <= 0 || id?.trim() !== BROKER_ID || !/^\d{1,5}$/.test(base.trim())) return [];
        const pattern = rest.slice(0, colon).toLowerCase();
        return [
            { name: name.trim(), basePort: Number(base), isHost: (host) => fitsPattern(host.toLowerCase(), pattern) },
        ];
    });
}

/** True when a number in place of the broker's id makes the host of the pattern. */
function fitsPattern(host: string, pattern: string): boolean {
    const at = pattern.indexOf(BROKER_ID);
    if (at < 0) return host === pattern;
    const [before, after] = [pattern.slice(0, at), pattern.slice(at + BROKER_ID.length)];
    if (!host.startsWith(before) || !host.endsWith(after)) return false;
    return /^\d{1,5}$/.test(host.slice(before.length, host.length - after.length));
}
