import type { Fixtures } from "./context";
import { readJson } from "./json/read";
import { entriesOf, isObject, type ObjectValue, type Result } from "./value";

/** The functions that a fixture may answer: those that ask another service. Secrets have a file of their own. */
export const FIXTURE_FUNCTIONS = [
    "aws_lambda",
    "decode",
    "get_dynamodb",
    "get_registry_data",
    "get_thing_shadow",
    "machinelearning_predict",
] as const;

/**
 * Fixtures of a JSON text, their numbers with every digit and their keys in their order, as a message is read;
 * undefined for a text that is no object of objects.
 */
export function readFixtures(text: string): Fixtures | undefined {
    const read = readJson(text, true);
    const functions = "value" in read ? read.value : undefined;
    if (!isObject(functions)) return undefined;
    const answers = [...entriesOf(functions)];
    if (!answers.every(([, given]) => isObject(given))) return undefined;
    return Object.fromEntries(answers.map(([name, given]) => [name, plain(given)]));
}

function plain(value: Result): Readonly<Record<string, unknown>> {
    return Object.fromEntries(entriesOf(value as ObjectValue));
}
