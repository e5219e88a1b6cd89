import { isUnknown, type Known, UNKNOWN } from "../core/known";

/** The `key=value` lines of an MSK configuration; unknown where the text is, none where there is no text. */
export function serverPropertiesOf(text: unknown): Known<ReadonlyMap<string, string>> {
    if (isUnknown(text)) return UNKNOWN;
    const properties = new Map<string, string>();
    if (typeof text !== "string") return properties;
    for (const line of text.split("\n")) {
        const at = line.indexOf("=");
        if (at <= 0 || line.trimStart().startsWith("#")) continue;
        properties.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
    }
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
