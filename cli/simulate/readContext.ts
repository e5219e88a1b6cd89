import { type Facts, isRecord } from "../../constraints/core/known";
import { FIXTURE_FUNCTIONS, readFixtures } from "../../language/evaluate";
import { nearest } from "../../language/nearest";
import type { EvaluationContext, Fixtures, Secrets } from "../../simulator";
import type { Located } from "../../sources/text/located";
import { readLocatedJson, withoutMark } from "../../sources/text/locatedJson";
import { readTextFile } from "../fileProblem";
import { fileProblem, InputProblems } from "./inputProblems";
import type { ReadRules } from "./readRules";
import { AWS, secretsOfRules } from "./secretsOfRules";
import type { SimulateCall } from "./simulateCall";

/** What a call tells beside the message. @throws InputProblems when a file or a secret of it cannot be used */
export async function readContext(call: SimulateCall, rules: ReadRules): Promise<Omit<EvaluationContext, "topic">> {
    const { clientId, principal, timestamp, secrets, fixtures } = call;
    return {
        clientId,
        principal,
        timestamp,
        secrets:
            secrets === undefined ? undefined : secrets === AWS ? await secretsOfRules(rules) : readSecrets(secrets),
        fixtures: fixtures === undefined ? undefined : readFixtureFile(fixtures),
    };
}

/** Secrets by id or ARN, each `{ "SecretString": "…" }` or `{ "SecretBinary": "<base64>" }`. @throws InputProblems */
export function readSecrets(file: string): Secrets {
    const { value: secrets, locate } = readObject(file);
    for (const [id, secret] of Object.entries(secrets)) {
        const names = isRecord(secret) ? Object.keys(secret) : [];
        const isSecret =
            names.length === 1 &&
            (names[0] === "SecretString" || names[0] === "SecretBinary") &&
            typeof (secret as Record<string, unknown>)[names[0]] === "string";
        if (!isSecret) {
            const form = '{ "SecretString": "…" } or { "SecretBinary": "<base64>" }';
            const message = `The secret ${JSON.stringify(id)} has another form than ${form}.`;
            throw new InputProblems([{ file, ...locate([id]), message }]);
        }
    }
    return secrets as Secrets;
}

function readFixtureFile(file: string): Fixtures {
    const { value, locate, text } = readObject(file);
    const names: readonly string[] = FIXTURE_FUNCTIONS;
    for (const [name, answers] of Object.entries(value)) {
        const problem = (message: string, inName: boolean) =>
            new InputProblems([{ file, ...locate([name], inName), message }]);
        if (!names.includes(name)) throw problem(`No fixture answers ${unknownName(name, names)}`, true);
        if (!isRecord(answers)) {
            throw problem(`The answers of ${name} are no object by the JSON of the arguments.`, false);
        }
    }
    const fixtures = readFixtures(text);
    // What JSON.parse took is an object of objects; only its depth can be too much for a value of SQL.
    if (fixtures === undefined) throw fileProblem(file, "An answer in it is nested too deep to be a value.");
    return fixtures;
}

function unknownName(name: string, names: readonly string[]): string {
    if (name === "get_secret") return "get_secret: give its secrets by --secrets FILE.";
    const near = nearest(name, names);
    return `${JSON.stringify(name)}${near === undefined ? `: there are ${names.join(", ")}.` : `: did you mean ${near}?`}`;
}

interface JsonObject {
    readonly value: Facts;
    readonly locate: Located["locate"];
    readonly text: string;
}

/** The JSON object of a file, which has no name twice: the one of the two that counts could be the wrong one. */
function readObject(file: string): JsonObject {
    const text = readTextFile(file);
    if (typeof text !== "string") throw fileProblem(file, text.message);
    const read = readLocatedJson(text);
    if (!read.ok) throw new InputProblems([{ file, ...read.problem }]);
    const { value, locate, repeated } = read.json;
    if (repeated.length > 0) throw new InputProblems(repeated.map((problem) => ({ file, ...problem })));
    if (!isRecord(value)) throw fileProblem(file, "The file is no JSON object.");
    return { value, locate, text: withoutMark(text) };
}
