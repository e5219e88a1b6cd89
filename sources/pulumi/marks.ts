import { type Facts, isRecord, member, UNKNOWN } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import type { Resolved } from "../conversion/conversion";
import type { Descent } from "../conversion/origins";

/** What the engine writes in the place of a value that it will know later: one for each type of value. */
export const UNKNOWN_MARKS: ReadonlySet<string> = new Set([
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** The member that says that an object stands for something else, and what it then says. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** What the engine puts in the place of a secret that it does not print, or cannot decrypt in a state that it analyses. */
export const HIDDEN_SECRET = "[secret]";

/** An output of some resource: which one it is, the edges of the property tell. */
const COMPUTED: Descent = { of: "" };

/** Replaces the engine's marks: what is not known yet, and what is secret, read where it stands in plain text. */
export function resolveMarks(value: unknown, at: Path): Resolved {
    if (typeof value === "string") {
        if (UNKNOWN_MARKS.has(value)) return { value: UNKNOWN, at, descent: COMPUTED };
        return { value: isHidden(value) ? UNKNOWN : value, at };
    }
    if (!isRecord(value)) return { value, at };
    const signature = member(value, SIGNATURE);
    if (signature === undefined) return { value: withoutDefaults(value), at };
    if (signature === SECRET) return secret(value, at);
    if (signature === OUTPUT && Object.hasOwn(value, "value")) return resolveMarks(value.value, at);
    // A file to be uploaded, or another resource: nothing that can be judged here.
    return { value: UNKNOWN, at };
}

function isHidden(text: string): boolean {
    if (text === HIDDEN_SECRET) return true;
    if (text.length < 36) return false;
    for (const mark of UNKNOWN_MARKS) if (text.includes(mark)) return true;
    return false;
}

/** A secret in plain text is JSON in a text; what is inside of it has no place of its own. */
function secret(value: Facts, at: Path): Resolved {
    const { plaintext } = value;
    if (typeof plaintext !== "string") return { value: UNKNOWN, at };
    try {
        return resolveMarks(JSON.parse(plaintext), at);
    } catch {
        return { value: UNKNOWN, at };
    }
}

/** The provider's bridge notes beside the inputs which of them it filled in. */
function withoutDefaults(value: Facts): Facts {
    if (!Object.hasOwn(value, "__defaults")) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "__defaults"));
}
