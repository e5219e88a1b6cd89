import type { Zone } from "./zones";
import { timeInZone, zoneOf } from "./zones";

/** What was read of a time. */
export interface Fields {
    era?: "AD" | "BC";
    year?: number;
    yearOfEra?: number;
    month?: number;
    day?: number;
    dayOfYear?: number;
    /** From Monday, 1. */
    weekday?: number;
    isAfternoon?: boolean;
    /** 0 to 11. */
    hourOfHalf?: number;
    hour?: number;
    minute?: number;
    second?: number;
    millisecond?: number;
    millisecondOfDay?: number;
    zone?: Zone;
}

/**
 * The milliseconds since 1970 of what was read, as Java's smart resolver has it: a day that its month does not have is
 * its last, a time of day that was not given is midnight, a zone that was not given is UTC. Undefined where no date
 * was given or a field is out of its range.
 */
export function timeOf(fields: Fields): number | undefined {
    const date = dateOf(fields);
    const timeOfDay = timeOfDayOf(fields);
    if (date === undefined || timeOfDay === undefined) return undefined;
    const local = date.getTime() + timeOfDay;
    if (fields.weekday !== undefined && fields.weekday !== (date.getUTCDay() || 7)) return undefined;
    const time = timeInZone(fields.zone ?? zoneOf("UTC")!, local);
    return Number.isFinite(time) && Math.abs(time) <= 8.64e15 ? time : undefined;
}

function dateOf({ era, year: given, yearOfEra, month, day, dayOfYear }: Fields): Date | undefined {
    const year = given ?? (yearOfEra !== undefined && era === "BC" ? 1 - yearOfEra : yearOfEra);
    if (year === undefined || Math.abs(year) > 200_000) return undefined;
    const date = new Date(0);
    if (month === undefined && dayOfYear !== undefined) {
        date.setUTCFullYear(year, 0, dayOfYear);
        return dayOfYear >= 1 && date.getUTCFullYear() === year ? date : undefined;
    }
    if (month === undefined || day === undefined || !within(month, 1, 12) || !within(day, 1, 31)) return undefined;
    date.setUTCFullYear(year, month, 0);
    date.setUTCDate(Math.min(day, date.getUTCDate()));
    return date;
}

function timeOfDayOf(fields: Fields): number | undefined {
    const { minute = 0, second = 0, millisecond = 0, millisecondOfDay, hourOfHalf, isAfternoon } = fields;
    if (millisecondOfDay !== undefined) return within(millisecondOfDay, 0, 86_399_999) ? millisecondOfDay : undefined;
    // An hour of half a day is no time without the half.
    if (fields.hour === undefined && hourOfHalf !== undefined && isAfternoon === undefined) return undefined;
    const hour = fields.hour ?? (hourOfHalf === undefined ? 0 : hourOfHalf + (isAfternoon ? 12 : 0));
    if (!within(hour, 0, 23) || !within(minute, 0, 59) || !within(second, 0, 59)) return undefined;
    return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

function within(value: number, least: number, most: number): boolean {
    return value >= least && value <= most;
}
