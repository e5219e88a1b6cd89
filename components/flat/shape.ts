import { output } from "@pulumi/pulumi";
import { isRecord } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import { isLater } from "../leaves";

/**
 * How flat arguments become those of TypeScript. A schema knows no unions, so what is there "this or that" is here two
 * arguments side by side; everything else has the same name in the same place.
 */
export interface Shape {
    /** A flag in place of a word in place of the whole: `{ none: true }` for `"none"`. */
    readonly word?: readonly [flag: string, word: string];
    /** Without the flag's word, an object without members still says something. */
    readonly mayBeEmpty?: true;
    /** A flag beside an argument, in place of a word in it: `newNetwork: true` for `network: "new"`. */
    readonly flags?: Readonly<Record<string, readonly [argument: string, word: string]>>;
    /** Names under which the other kinds of an argument are given: `usernameSecret` for `username`. */
    readonly kinds?: Readonly<Record<string, string>>;
    readonly members?: Readonly<Record<string, Shape>>;
    /** The shape of every entry of a list, and behind every name of a map. */
    readonly each?: Shape;
    /** Members of an object that may be an Output as a whole, as outputs of components in other languages are. */
    readonly leaves?: readonly string[];
}

/** Arguments that say two things at once. */
export interface Contradiction {
    readonly path: Path;
    readonly found: string;
    readonly fix: string;
}

/** The arguments as TypeScript has them. Whatever has another form than it should is left for the check of the form. */
export function reshape(value: unknown, shape: Shape, path: Path, problems: Contradiction[]): unknown {
    if (isLater(value)) return shape.leaves === undefined ? value : opened(value, shape.leaves);
    if (Array.isArray(value)) {
        const { each } = shape;
        return each ? value.map((entry: unknown, index) => reshape(entry, each, [...path, index], problems)) : value;
    }
    if (!isRecord(value)) return value;
    const members = Object.fromEntries(
        Object.entries(value)
            .filter(([, inner]) => inner !== undefined && inner !== null)
            .map(([name, inner]) => [
                name,
                reshape(inner, shape.members?.[name] ?? shape.each ?? {}, [...path, name], problems),
            ]),
    );
    for (const [name, argument] of Object.entries(shape.kinds ?? {})) {
        if (name in members) put(members, { name, argument, value: members[name] }, path, problems);
    }
    for (const [name, [argument, word]] of Object.entries(shape.flags ?? {})) {
        const isSet = flagIn(members, name, path, problems);
        if (isSet) put(members, { name, argument, value: word }, path, problems);
        else delete members[name];
    }
    return shape.word ? wordOr(members, shape.word, shape.mayBeEmpty === true, path, problems) : members;
}

/** An object that is known later as one whose members are. */
function opened(value: unknown, names: readonly string[]): Record<string, unknown> {
    const later = output(value) as { apply(read: (known: unknown) => unknown): unknown };
    return Object.fromEntries(
        names.map((name) => [name, later.apply((known) => (isRecord(known) ? known[name] : undefined))]),
    );
}

/** Puts what was given under one name where TypeScript has it. */
function put(
    members: Record<string, unknown>,
    given: { readonly name: string; readonly argument: string; readonly value: unknown },
    path: Path,
    problems: Contradiction[],
): void {
    const { name, argument, value } = given;
    if (argument in members) {
        problems.push({
            path: [...path, name],
            found: `It excludes ${argument}, which is given too.`,
            fix: `Give ${name} or ${argument}.`,
        });
    }
    delete members[name];
    members[argument] = value;
}

function wordOr(
    members: Record<string, unknown>,
    [flag, word]: readonly [flag: string, word: string],
    mayBeEmpty: boolean,
    path: Path,
    problems: Contradiction[],
): unknown {
    if (!(flag in members)) return members;
    const isSet = flagIn(members, flag, path, problems);
    delete members[flag];
    const others = Object.keys(members);
    if (!isSet) return others.length === 0 && !mayBeEmpty ? undefined : members;
    if (others.length === 0) return word;
    problems.push({
        path: [...path, flag],
        found: `It excludes ${others.join(", ")}, given beside it.`,
        fix: `Give ${flag} alone, or leave it out.`,
    });
    return members;
}

function flagIn(members: Record<string, unknown>, name: string, path: Path, problems: Contradiction[]): boolean {
    const flag = members[name];
    if (flag !== undefined && typeof flag !== "boolean") {
        problems.push({
            path: [...path, name],
            found: "It is not true or false written plainly: it decides what is made.",
            fix: `Give ${name}: true, or leave it out.`,
        });
    }
    return flag === true;
}
