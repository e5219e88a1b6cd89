/** A time zone: a fixed distance from UTC, or a region with its rules. */
export type Zone =
    | { readonly kind: "fixed"; readonly id: string; readonly offsetMs: number }
    | { readonly kind: "region"; readonly id: string; readonly fields: Intl.DateTimeFormat };

const zones = new Map<string, Zone | undefined>();

/** A zone by its id: `UTC`, `+01:00`, `UTC+01:00`, `America/Belize`; undefined for no zone. */
export function zoneOf(id: string): Zone | undefined {
    if (zones.has(id)) return zones.get(id);
    const zone = fixedZone(id) ?? regionZone(id);
    if (zones.size < 200) zones.set(id, zone);
    return zone;
}

function fixedZone(id: string): Zone | undefined {
    if (/^(?:UTC|GMT|UT|Z)$/.test(id)) return { kind: "fixed", id: id === "Z" ? "Z" : id, offsetMs: 0 };
    const match = /^(?:UTC|GMT|UT)?([+-])([0-9]{1,2})(?::?([0-9]{2}))?(?::?([0-9]{2}))?$/.exec(id);
    if (match === null) return undefined;
    const [, sign, hours, minutes = "0", seconds = "0"] = match;
    if (Number(hours) > 18 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
    const distance = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return { kind: "fixed", id, offsetMs: sign === "-" ? -distance : distance };
}

function regionZone(id: string): Zone | undefined {
    if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,60}$/.test(id)) return undefined;
    try {
        return { kind: "region", id, fields: fieldsIn(id) };
    } catch {
        return undefined;
    }
}

function fieldsIn(timeZone: string): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat("en-US", {
        timeZone,
        hourCycle: "h23",
        era: "short",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
    });
}

/** How far a zone is ahead of UTC at a time, in milliseconds. */
export function offsetAt(zone: Zone, time: number): number {
    if (zone.kind === "fixed") return zone.offsetMs;
    const field: Record<string, string> = {};
    for (const { type, value } of zone.fields.formatToParts(time)) field[type] = value;
    const year = field.era === "BC" ? 1 - Number(field.year) : Number(field.year);
    const local = new Date(0);
    local.setUTCFullYear(year, Number(field.month) - 1, Number(field.day));
    local.setUTCHours(Number(field.hour), Number(field.minute), Number(field.second));
    return local.getTime() - Math.floor(time / 1000) * 1000;
}

/** The time at which clocks of a zone show a local time; in a gap the later, of two the earlier, as Java has it. */
export function timeInZone(zone: Zone, local: number): number {
    const day = 86_400_000;
    const before = offsetAt(zone, local - day);
    const after = offsetAt(zone, local + day);
    if (offsetAt(zone, local - before) === before) return local - before;
    return offsetAt(zone, local - after) === after ? local - after : local - before;
}

/** Each knows the short names of its own part of the world. */
const LOCALES = ["en-US", "en-GB", "en-AU", "en-NZ", "en-IN", "en-ZA", "en-CA"];

/** The name of a zone at a time, such as `CST`; its distance from UTC where it has none. */
export function zoneName(zone: Zone, time: number, style: "short" | "long"): string {
    if (zone.kind === "fixed") {
        if (!/^(?:UTC|GMT|UT|Z)$/.test(zone.id)) return offsetText(zone.offsetMs, ":");
        if (style === "short") return zone.id === "GMT" ? "GMT" : "UTC";
        return zone.id === "GMT" ? "Greenwich Mean Time" : "Coordinated Universal Time";
    }
    for (const locale of style === "short" ? LOCALES : LOCALES.slice(0, 1)) {
        const parts = new Intl.DateTimeFormat(locale, { timeZone: zone.id, timeZoneName: style }).formatToParts(time);
        const name = parts.find(({ type }) => type === "timeZoneName")?.value;
        if (name !== undefined && !/^(?:GMT|UTC)[+-]/.test(name)) return name;
    }
    return offsetText(offsetAt(zone, time), ":");
}

/** `+0100`, or `+01:00` with a colon. */
export function offsetText(offsetMs: number, separator: "" | ":"): string {
    const minutes = Math.trunc(Math.abs(offsetMs) / 60_000);
    const two = (value: number) => String(value).padStart(2, "0");
    return `${offsetMs < 0 ? "-" : "+"}${two(Math.trunc(minutes / 60))}${separator}${two(minutes % 60)}`;
}

/** The regions that short names mean in texts, as Java reads them. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
    EST: "America/New_York",
    EDT: "America/New_York",
    CST: "America/Chicago",
    CDT: "America/Chicago",
    MST: "America/Denver",
    MDT: "America/Denver",
    PST: "America/Los_Angeles",
    PDT: "America/Los_Angeles",
    CET: "Europe/Paris",
    CEST: "Europe/Paris",
    EET: "Europe/Helsinki",
    EEST: "Europe/Helsinki",
    BST: "Europe/London",
    JST: "Asia/Tokyo",
};

export function zoneByName(name: string): Zone | undefined {
    return zoneOf(Object.hasOwn(SHORT_NAMES, name) ? SHORT_NAMES[name]! : name);
}
