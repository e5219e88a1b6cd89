import type { Difference } from "../provider/provider";
import { isObject, type Properties, UNKNOWN, type Value } from "../provider/value";
import type { ResourceTable } from "./table";

type Comparison = Pick<ResourceTable, "documents" | "sets" | "replaces" | "replacesWhen">;

/** What differs between two sets of inputs, by meaning: absent equals empty, sets have no order, documents no layout. */
export function differences(olds: Properties, news: Properties, table: Comparison): readonly Difference[] {
    return compare(olds, news, { shown: "", plain: "" }, table);
}

/** A path as Pulumi shows it (`kafkas[0].topic`) and without indexes, as tables name it (`kafkas.topic`). */
interface Place {
    readonly shown: string;
    readonly plain: string;
}

function compare(before: Value | undefined, after: Value | undefined, place: Place, table: Comparison): Difference[] {
    const [old, now] = [normal(before, place, table), normal(after, place, table)];
    if (old === undefined && now === undefined) {
        return [];
    }
    if (Array.isArray(old) && Array.isArray(now)) {
        return range(Math.max(old.length, now.length)).flatMap((index) =>
            compare(old[index], now[index], { ...place, shown: `${place.shown}[${index}]` }, table),
        );
    }
    if (isObject(old) && isObject(now)) {
        const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !name.startsWith("__"));
        return names.flatMap((name) => compare(old[name], now[name], inside(place, name), table));
    }
    if (sameScalar(old, now)) {
        return [];
    }
    const kind = old === undefined ? "add" : now === undefined ? "delete" : "update";
    const replaces =
        table.replaces.some((path) => within(place.plain, path)) ||
        (typeof old === "string" && typeof now === "string" && table.replacesWhen?.[place.plain]?.(old, now) === true);
    return [{ path: place.shown, kind, replaces }];
}

/** Undefined for everything empty; a set sorted; a document parsed. */
function normal(value: Value | undefined, place: Place, table: Comparison): Value | undefined {
    if (value === undefined || value === null || value === "") {
        return undefined;
    }
    if (typeof value === "string" && table.documents?.includes(place.plain)) {
        return parsed(value);
    }
    if (Array.isArray(value)) {
        const items = table.sets?.includes(place.plain) ? [...value].sort(byText) : value;
        return items.length > 0 ? items : undefined;
    }
    return isObject(value) && Object.keys(value).length === 0 ? undefined : value;
}

/** A document's meaning as one line: sorted keys, and a list of one written as its only member, as IAM reads it. */
function parsed(document: string): string {
    try {
        return JSON.stringify(sorted(JSON.parse(document) as Value));
    } catch {
        return document;
    }
}

function sorted(value: Value): Value {
    if (Array.isArray(value)) {
        return value.length === 1 ? sorted(value[0] as Value) : value.map(sorted);
    }
    if (!isObject(value)) {
        return value;
    }
    const names = Object.keys(value).sort();
    return Object.fromEntries(names.map((name) => [name, sorted(value[name] ?? null)]));
}

/** The wire and HCL write numbers and booleans as strings at times. */
function sameScalar(old: Value | undefined, now: Value | undefined): boolean {
    if (old === UNKNOWN || now === UNKNOWN || typeof old === "object" || typeof now === "object") {
        return false;
    }
    return old === now || (old !== undefined && now !== undefined && String(old) === String(now));
}

function within(path: string, parent: string): boolean {
    // A whole object that appears or vanishes holds the replacing member as well.
    return path === parent || path.startsWith(parent + ".") || parent.startsWith(path + ".");
}

function inside(place: Place, name: string): Place {
    const step = /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `["${name}"]`;
    return {
        shown: place.shown === "" ? step.replace(/^\./, "") : place.shown + step,
        plain: place.plain === "" ? name : `${place.plain}.${name}`,
    };
}

function range(count: number): number[] {
    return [...Array(count).keys()];
}

function byText(one: Value, other: Value): number {
    return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
