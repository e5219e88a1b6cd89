import { MONTHS, WEEKDAYS } from "./names";
import { type Piece, readPattern } from "./pattern";
import { offsetAt, offsetText, type Zone, zoneName } from "./zones";

/**
 * A time by a pattern of Joda-Time; undefined for a text that is none.
 * https://www.joda.org/joda-time/apidocs/org/joda/time/format/DateTimeFormat.html
 */
export function formatTime(pattern: string, time: number, zone: Zone): string | undefined {
    const pieces = readPattern(pattern, false);
    if (pieces === undefined || Number.isNaN(new Date(time).getTime())) return undefined;
    const offset = offsetAt(zone, time);
    const moment: Moment = { time, zone, offset, local: new Date(time + offset) };
    let text = "";
    for (const piece of pieces) {
        const part = partOf(piece, moment);
        if (part === undefined) return undefined;
        text += part;
    }
    return text;
}

interface Moment {
    readonly time: number;
    readonly zone: Zone;
    readonly offset: number;
    /** Its UTC fields are what clocks of the zone show. */
    readonly local: Date;
}

function partOf(piece: Piece, moment: Moment): string | undefined {
    if (piece.kind === "text") return piece.text;
    if (piece.kind === "optional") return undefined;
    return fieldText(piece.letter, piece.count, moment);
}

function fieldText(letter: string, count: number, { time, zone, offset, local }: Moment): string | undefined {
    const year = local.getUTCFullYear();
    const hour = local.getUTCHours();
    switch (letter) {
        case "G":
            return year > 0 ? "AD" : "BC";
        case "C":
            return padded(Math.trunc(yearOfEra(year) / 100), count);
        case "Y":
            return yearText(yearOfEra(year), count);
        case "y":
            return yearText(year, count);
        case "x":
            return yearText(weekOf(local).year, count);
        case "w":
            return padded(weekOf(local).week, count);
        case "e":
            return padded(weekdayOf(local), count);
        case "E":
            return textOf(WEEKDAYS[weekdayOf(local) - 1]!, count >= 4);
        case "D":
            return padded(dayOfYear(local), count);
        case "M": {
            const month = local.getUTCMonth();
            return count < 3 ? padded(month + 1, count) : textOf(MONTHS[month]!, count >= 4);
        }
        case "d":
            return padded(local.getUTCDate(), count);
        case "a":
            return hour < 12 ? "AM" : "PM";
        case "K":
            return padded(hour % 12, count);
        case "h":
            return padded(hour % 12 || 12, count);
        case "H":
            return padded(hour, count);
        case "k":
            return padded(hour || 24, count);
        case "m":
            return padded(local.getUTCMinutes(), count);
        case "s":
            return padded(local.getUTCSeconds(), count);
        case "S":
            return padded(local.getUTCMilliseconds(), 3).padEnd(count, "0").slice(0, count);
        case "z":
            return zoneName(zone, time, count >= 4 ? "long" : "short");
        case "Z":
            return count >= 3 ? zone.id : offsetText(offset, count === 2 ? ":" : "");
        default:
            return undefined;
    }
}

function padded(value: number, count: number): string {
    return value < 0 ? `-${String(-value).padStart(count, "0")}` : String(value).padStart(count, "0");
}

/** Two letters mean the last two digits. */
function yearText(year: number, count: number): string {
    return count === 2 ? padded(Math.abs(year) % 100, 2) : padded(year, count);
}

function yearOfEra(year: number): number {
    return year > 0 ? year : 1 - year;
}

function textOf(name: string, isLong: boolean): string {
    return isLong ? name : name.slice(0, 3);
}

function weekdayOf(local: Date): number {
    return local.getUTCDay() || 7;
}

const DAY = 86_400_000;

function dayOfYear(local: Date): number {
    return Math.floor((local.getTime() - startOfYear(local.getUTCFullYear())) / DAY) + 1;
}

function startOfYear(year: number): number {
    return new Date(0).setUTCFullYear(year, 0, 1);
}

/** The week of ISO 8601: the one that its Thursday falls in. */
function weekOf(local: Date): { readonly year: number; readonly week: number } {
    const thursday = new Date(local.getTime() + (4 - weekdayOf(local)) * DAY);
    const year = thursday.getUTCFullYear();
    return { year, week: Math.floor((thursday.getTime() - startOfYear(year)) / DAY / 7) + 1 };
}
