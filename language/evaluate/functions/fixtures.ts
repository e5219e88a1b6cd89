import type { Fixtures } from "../context";
import { isDecimal } from "../decimal";
import { EvaluationFailure } from "../failure";
import { readJson } from "../json/read";
import { writeJson } from "../json/write";
import type { Run } from "../run";
import { isObject, memberOf, type Result, type Value } from "../value";

/**
 * What a function that asks another service is answered: the answer written down for exactly these arguments, or a
 * failure by name. Nothing is made up.
 */
export function answerOf(name: string, given: readonly Result[], { context, keepsWhole }: Run): Value {
    const wanted = canonical(writeJson(given.map((value) => value ?? null)));
    const answer = context.fixtures && answersOf(context.fixtures, name).get(wanted);
    if (answer === undefined) {
        const asks =
            name === "decode" ? "decode reads a protobuf descriptor from a bucket" : `${name} asks another service`;
        const message = `${asks}, and there is no fixture for ${shortened(wanted)}`;
        throw new EvaluationFailure("no-fixture", message);
    }
    const read = readJson(answer, keepsWhole);
    const value = "value" in read ? read.value : null;
    const error = isObject(value) ? memberOf(value, "$error") : undefined;
    if (error === undefined) return value;
    throw new EvaluationFailure("external-function-failed", `${name} failed: ${writeJson(error)}`);
}

const prepared = new WeakMap<Fixtures, Map<string, ReadonlyMap<string, string>>>();

/** The answers of a function as JSON, by its arguments as JSON without white space. */
function answersOf(fixtures: Fixtures, name: string): ReadonlyMap<string, string> {
    const byFunction = prepared.get(fixtures) ?? new Map<string, ReadonlyMap<string, string>>();
    prepared.set(fixtures, byFunction);
    const known = byFunction.get(name);
    if (known !== undefined) return known;
    const answers = new Map<string, string>();
    for (const [given, answer] of Object.entries(fixtures[name] ?? {})) {
        const json = textOf(answer);
        if (json !== undefined) answers.set(canonical(given), json);
    }
    byFunction.set(name, answers);
    return answers;
}

/** Arguments are compared as numbers are: `5.0` and `5` are the same, whatever the version prints. */
function canonical(text: string): string {
    const read = readJson(text, false);
    return "value" in read ? writeJson(read.value) : text;
}

/** An answer as JSON with all its digits, where it was read with them; undefined where it is nothing that is JSON. */
function textOf(answer: unknown): string | undefined {
    return isExact(answer) ? writeJson(answer) : JSON.stringify(answer);
}

/** Whether there is something in it that only this evaluator's JSON reader gives, and JSON.stringify would not write. */
function isExact(answer: unknown): answer is Value {
    if (typeof answer === "bigint") return true;
    if (typeof answer !== "object" || answer === null) return false;
    return answer instanceof Map || isDecimal(answer) || Object.values(answer).some(isExact);
}

function shortened(text: string): string {
    return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}
