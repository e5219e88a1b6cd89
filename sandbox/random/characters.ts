import { randomInt } from "node:crypto";
import { amount, type Properties, text } from "../provider/value";

const SETS = {
    upper: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    lower: "abcdefghijklmnopqrstuvwxyz",
    numeric: "0123456789",
    special: "!@#$%&*()-_=+[]{}<>:?",
};

type Kind = keyof typeof SETS;

const MINIMUMS: Readonly<Record<Kind, string>> = {
    upper: "minUpper",
    lower: "minLower",
    numeric: "minNumeric",
    special: "minSpecial",
};

/** What a string or password is when the program does not say otherwise. */
export const CHARACTER_DEFAULTS: Properties = {
    upper: true,
    lower: true,
    numeric: true,
    number: true,
    special: true,
    minUpper: 0,
    minLower: 0,
    minNumeric: 0,
    minSpecial: 0,
};

/** Why no string can be made from these inputs, if none can. */
export function charactersProblem(inputs: Properties): string | undefined {
    const length = amount(inputs, "length") ?? 0;
    const needed = kinds().reduce((sum, kind) => sum + least(inputs, kind), 0);
    if (length < Math.max(1, needed)) {
        return `Attribute length value must be at least ${Math.max(1, needed)}, got: ${length}`;
    }
    return alphabet(inputs) === "" ? "the character set specified is empty" : undefined;
}

/** A string with at least the characters asked for of each kind, in random order. */
export function characters(inputs: Properties): string {
    const length = amount(inputs, "length") ?? 0;
    const needed = kinds().flatMap((kind) => draw(setOf(inputs, kind), least(inputs, kind)));
    return shuffled([...needed, ...draw(alphabet(inputs), length - needed.length)]).join("");
}

function kinds(): readonly Kind[] {
    return Object.keys(SETS) as Kind[];
}

function least(inputs: Properties, kind: Kind): number {
    return amount(inputs, MINIMUMS[kind]) ?? 0;
}

function alphabet(inputs: Properties): string {
    // `number` is the older name of `numeric`; either switches digits off.
    const off = (kind: Kind) => inputs[kind] === false || (kind === "numeric" && inputs.number === false);
    return kinds()
        .filter((kind) => !off(kind))
        .map((kind) => setOf(inputs, kind))
        .join("");
}

function setOf(inputs: Properties, kind: Kind): string {
    return (kind === "special" && text(inputs, "overrideSpecial")) || SETS[kind];
}

function draw(set: string, count: number): string[] {
    return Array.from({ length: count }, () => set.charAt(randomInt(set.length)));
}

function shuffled(items: string[]): string[] {
    for (let last = items.length - 1; last > 0; last -= 1) {
        const other = randomInt(last + 1);
        [items[last], items[other]] = [items[other] ?? "", items[last] ?? ""];
    }
    return items;
}
