import { defineConstraint } from "../core/constraint";
import { isRecord, isUnknown, member, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { SCRAM_VALUE, scramUser } from "../examples/scramSecrets";
import { storedValue } from "../facts/secret";
import { MSK_PASSWORDS } from "./pages";

const MEMBERS = ["username", "password"];

export const scramSecretShape = defineConstraint({
    id: "scram-secret-shape",
    subject: "scramSecret",
    joins: true,
    requirements: ["SEC-JSON-01", "SEC-JSON-03"],
    level: "mandatory",
    severity: "high",
    what: "A secret for Amazon MSK is a JSON object with the members username and password, both texts and not empty.",
    why: "Amazon MSK finds the user in these two members alone; without them nobody can log in.",
    fix: "Store `pulumi.jsonStringify({ username, password })`, with these names in small letters.",
    source: MSK_PASSWORDS,
    check: ({ versions }) =>
        versions.flatMap((version): Verdict[] => {
            const { text, textPath } = storedValue(version);
            if (isUnknown(text)) return [undetermined(textPath, "the secret is not known yet", { on: version })];
            if (typeof text !== "string" || text === "") return [];
            const problem = problemOf(text);
            if (problem === undefined) return [];
            const { found, requirement, fix } = problem;
            const more = fix === undefined ? {} : { fix };
            return [violation(textPath, found, { on: version, requirements: [requirement], ...more })];
        }),
    examples: {
        valid: [
            { title: "user name and password", stack: scramUser() },
            { title: "further members", stack: holding('{"username":"a","password":"b","engine":"kafka"}') },
            { title: "a value that is not known yet", stack: holding(UNKNOWN) },
        ],
        invalid: [
            { title: "a password alone", stack: holding("not-a-real-one") },
            { title: "capital letters", stack: holding('{"Username":"plant","Password":"not-a-real-one"}') },
            { title: "other names", stack: holding('{"user":"plant","password":"not-a-real-one"}') },
            { title: "single quotes", stack: holding("{'username':'plant','password':'not-a-real-one'}") },
            { title: "JSON in JSON", stack: holding(JSON.stringify(SCRAM_VALUE)) },
            { title: "a number", stack: holding('{"username":"plant","password":12345678}') },
            { title: "an empty password", stack: holding('{"username":"plant","password":""}') },
            {
                title: "an Output in JSON.stringify",
                stack: holding(
                    '{"username":"plant","password":"Calling [toJSON] on an [Output<T>] is not supported.\\n\\nTo get the value"}',
                ),
            },
        ],
    },
});

interface Problem {
    readonly found: string;
    readonly requirement: "SEC-JSON-01" | "SEC-JSON-03";
    readonly fix?: string;
}

/** What is wrong with the value; it says nothing of what is in it. */
function problemOf(text: string): Problem | undefined {
    if (/Calling \[to(?:JSON|String)\] on an \[Output/.test(text)) {
        return {
            found: "An Output was put into JSON.stringify or a text, which leaves an explanation in place of its value",
            requirement: "SEC-JSON-01",
            fix: "Write `pulumi.jsonStringify({ username, password })`, which waits for the value.",
        };
    }
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch {
        const isQuoted = /^\s*\{\s*'/.test(text);
        return shape(isQuoted ? "The value has single quotes, which JSON does not know" : "The value is no JSON");
    }
    if (typeof value === "string") return shape("The value is JSON in JSON: it was made into a text twice");
    if (!isRecord(value)) return shape("The value is JSON, but no object");
    const missing = MEMBERS.filter((name) => member(value, name) === undefined);
    if (missing.length > 0)
        return shape(`The value has no member ${missing.join(" and no member ")}${otherCase(value, missing)}`);
    const wrong = MEMBERS.filter((name) => typeof member(value, name) !== "string");
    if (wrong.length > 0) return shape(`${wrong.join(" and ")} ${wrong.length > 1 ? "are" : "is"} no text`);
    const empty = MEMBERS.filter((name) => member(value, name) === "");
    if (empty.length === 0) return undefined;
    return { found: `${empty.join(" and ")} ${empty.length > 1 ? "are" : "is"} empty`, requirement: "SEC-JSON-03" };
}

function shape(found: string): Problem {
    return { found, requirement: "SEC-JSON-01" };
}

/** The names of other members may be secrets by mistake; a case is told without showing one. */
function otherCase(value: object, missing: readonly string[]): string {
    const names = Object.keys(value).map((name) => name.toLowerCase());
    return missing.some((name) => names.includes(name)) ? "; there is one in other letters, and case counts" : "";
}

function holding(secretString: unknown) {
    return scramUser({ version: { secretString } });
}
