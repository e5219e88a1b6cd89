import type { Fields } from "./fields";
import { MONTHS, WEEKDAYS } from "./names";
import { zoneByName, zoneOf } from "./zones";

/** Reads a field that is no number. Gives where the text goes on, or -1. */
export function readOther(letter: string, count: number, text: string, at: number, fields: Fields): number {
    switch (letter) {
        case "M":
            return readName(MONTHS, count, text, at, (index) => {
                fields.month = index + 1;
            });
        case "E":
            return readName(WEEKDAYS, count, text, at, (index) => {
                fields.weekday = index + 1;
            });
        case "G":
            return readWord(["AD", "BC"], text, at, (word) => {
                fields.era = word;
            });
        case "a":
            return readWord(["AM", "PM"], text, at, (word) => {
                fields.isAfternoon = word === "PM";
            });
        case "V":
            return count === 2 ? readZone(/[A-Za-z0-9_/+:-]+/y, text, at, fields, zoneOf) : -1;
        case "z":
            return readZone(/[A-Za-z0-9_/+:-]+/y, text, at, fields, zoneByName);
        case "O":
            return readZone(/GMT(?:[+-][0-9]{1,2}(?::[0-9]{2})?)?/y, text, at, fields, zoneOf);
        case "X":
            return readZone(/Z|[+-][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2})?)?/y, text, at, fields, zoneOf);
        case "x":
            return readZone(/[+-][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2})?)?/y, text, at, fields, zoneOf);
        case "Z":
            return readZone(ZONE_OFFSETS[Math.min(count, 5) - 1]!, text, at, fields, zoneOf);
        default:
            return -1;
    }
}

/** `+0100`, `GMT+01:00` for four letters, `Z` or `+01:00` for five. */
const ZONE_OFFSETS = [
    /[+-][0-9]{4}/y,
    /[+-][0-9]{4}/y,
    /[+-][0-9]{4}/y,
    /GMT(?:[+-][0-9]{2}:[0-9]{2})?/y,
    /Z|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?/y,
];

function readName(
    names: readonly string[],
    count: number,
    text: string,
    at: number,
    set: (index: number) => void,
): number {
    const spelt = count >= 4 ? names : names.map((name) => name.slice(0, 3));
    const index = spelt.findIndex((name) => text.startsWith(name, at));
    if (index < 0) return -1;
    set(index);
    return at + spelt[index]!.length;
}

function readWord<Word extends string>(
    words: readonly Word[],
    text: string,
    at: number,
    set: (word: Word) => void,
): number {
    const word = words.find((candidate) => text.startsWith(candidate, at));
    if (word === undefined) return -1;
    set(word);
    return at + word.length;
}

function readZone(
    pattern: RegExp,
    text: string,
    at: number,
    fields: Fields,
    find: (id: string) => Fields["zone"],
): number {
    pattern.lastIndex = at;
    const id = pattern.exec(text)?.[0];
    const zone = id === undefined ? undefined : find(id);
    if (id === undefined || zone === undefined) return -1;
    fields.zone = zone;
    return at + id.length;
}
