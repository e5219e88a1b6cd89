import type { EvaluationContext, Fixtures, Secrets } from "../../simulator";
import { readLocatedJson } from "../../sources/text/locatedJson";
import { readTextFile } from "../fileProblem";
import { fileProblem, InputProblems } from "./inputProblems";
import type { SimulateCall } from "./simulateCall";

/** What a call tells beside the message. @throws InputProblems when a file of it cannot be used */
export function readContext(call: SimulateCall): Omit<EvaluationContext, "topic"> {
    const { clientId, principal, timestamp, secrets, fixtures } = call;
    return {
        clientId,
        principal,
        timestamp,
        secrets: secrets === undefined ? undefined : readSecrets(secrets),
        fixtures: fixtures === undefined ? undefined : readFixtures(fixtures),
    };
}

/** Secrets by id or ARN, each `{ "SecretString": "…" }` or `{ "SecretBinary": "<base64>" }`. @throws InputProblems */
export function readSecrets(file: string): Secrets {
    const secrets = readObject(file);
    for (const [id, secret] of Object.entries(secrets)) {
        const names = typeof secret === "object" && secret !== null ? Object.keys(secret) : [];
        const isSecret =
            names.length === 1 &&
            (names[0] === "SecretString" || names[0] === "SecretBinary") &&
            typeof (secret as Record<string, unknown>)[names[0]] === "string";
        if (!isSecret) {
            const form = '{ "SecretString": "…" } or { "SecretBinary": "<base64>" }';
            throw fileProblem(file, `The secret ${JSON.stringify(id)} has another form than ${form}.`);
        }
    }
    return secrets as Secrets;
}

function readFixtures(file: string): Fixtures {
    const fixtures = readObject(file);
    const wrong = Object.keys(fixtures).find((name) => typeof fixtures[name] !== "object" || fixtures[name] === null);
    if (wrong !== undefined) {
        throw fileProblem(file, `The answers of ${wrong} are no object by the JSON of the arguments.`);
    }
    return fixtures as Fixtures;
}

function readObject(file: string): Readonly<Record<string, unknown>> {
    const text = readTextFile(file);
    if (typeof text !== "string") throw fileProblem(file, text.message);
    const read = readLocatedJson(text);
    if (!read.ok) throw new InputProblems([{ file, ...read.problem }]);
    const { value } = read.json;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        throw fileProblem(file, "The file is no JSON object.");
    }
    return value as Readonly<Record<string, unknown>>;
}
