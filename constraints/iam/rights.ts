import { type Undetermined, undetermined, type Verdict, type Violation, violation } from "../core/verdict";
import type { IotRole, Place } from "../facts/iotRole";
import type { Decision } from "../facts/permissions";

/** Decisions by what they are about: an action, or an action on something. */
export type Decisions = ReadonlyMap<string, Decision>;

/** What was denied for one of these reasons, in the order of the decisions. */
export function deniedFor(decisions: Decisions, ...reasons: readonly Decision["because"][]): string[] {
    return [...decisions]
        .filter(([, { because }]) => because !== undefined && reasons.includes(because))
        .map(([name]) => name);
}

/** What hangs on something that is not known yet. */
export function leftOpen(decisions: Decisions): string[] {
    return [...decisions].filter(([, { answer }]) => answer === "undetermined").map(([name]) => name);
}

/** A violation where a right of a role is to be added. */
export function missing(role: IotRole, found: string, more: Pick<Violation, "fix" | "requirements"> = {}): Violation {
    return at(role.placeOfRights, found, more);
}

/** A violation at a place of any resource. */
export function at({ on, path }: Place, found: string, more: Pick<Violation, "fix" | "requirements"> = {}): Violation {
    return violation(path, found, { ...more, on });
}

/** The question that is left where some of it is open. */
export function open(role: IotRole, what: readonly string[]): readonly Undetermined[] {
    if (what.length === 0) return [];
    return [undetermined([], `what ${role.name} may do is not known yet: ${what.join(", ")}`)];
}

/** A violation where there is something to say, and the question that is left. */
export function answer(found: Violation | undefined, questions: readonly Undetermined[]): readonly Verdict[] {
    return found === undefined ? questions : [found, ...questions];
}

/** `a`, `a and b`, `a, b and c`. */
export function allOfThem(words: readonly string[]): string {
    if (words.length < 2) return words.join("");
    return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
