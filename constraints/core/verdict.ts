import type { ResourceFacts } from "../facts/stack";
import type { Path } from "./path";

/** A value that breaks a constraint. */
export interface Violation {
    readonly kind: "violation";
    /** From the subject inwards; where something is missing, the object that should hold it. */
    readonly path: Path;
    /** A sentence: what was found. Never the value of a field that may hold a secret. */
    readonly found: string;
    /** What to do, where it can be said better than the constraint's own `fix`. */
    readonly fix?: string;
    /** The resource that it stands on, where that is not the subject's; `path` then starts at that resource. */
    readonly on?: ResourceFacts;
    /** The IDs whose rows this value breaks, where they are fewer than the constraint enforces. */
    readonly requirements?: readonly string[];
}

/** The answer hangs on a value that is not known yet. */
export interface Undetermined {
    readonly kind: "undetermined";
    readonly path: Path;
    readonly reason: string;
    /** As of a violation. */
    readonly on?: ResourceFacts;
}

export type Verdict = Violation | Undetermined;

/** What a check answers: nothing means that the constraint holds. */
export type Verdicts = Verdict | readonly Verdict[] | undefined;

export function violation(
    path: Path,
    found: string,
    more: Pick<Violation, "fix" | "on" | "requirements"> = {},
): Violation {
    return { kind: "violation", path, found, ...more };
}

export function undetermined(
    path: Path,
    reason = "the value is not known yet",
    more: Pick<Undetermined, "on"> = {},
): Undetermined {
    return { kind: "undetermined", path, reason, ...more };
}
