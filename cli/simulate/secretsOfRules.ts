import { callsOf } from "../../language";
import type { ActionText, CompiledAction, CompiledRule, Secrets } from "../../simulator";
import { InputProblems } from "./inputProblems";
import type { ReadRules } from "./readRules";

/** In the place of a file of secrets: they are read from AWS Secrets Manager. */
export const AWS = "aws";

/** Milliseconds for one secret. */
const TIMEOUT = 10_000;

/**
 * The secrets that statements and texts of rules read, from AWS Secrets Manager with the credentials of this machine.
 * Those of client properties are left to who connects with them.
 *
 * @throws InputProblems for one that cannot be read
 */
export async function secretsOfRules({ rules, regions }: ReadRules): Promise<Secrets> {
    const named = rules.flatMap((rule) => secretIdsOf(rule).map((id) => ({ id, region: regions.get(rule) })));
    if (named.length === 0) return {};
    const { secretsFromAws } = require("../../kafka/secrets") as typeof import("../../kafka/secrets");
    const found: Record<string, Secrets[string]> = {};
    for (const { id, region } of named) {
        if (Object.hasOwn(found, id)) continue;
        const answer = await secretsFromAws(region === undefined ? {} : { region }).read(id, TIMEOUT);
        if (!answer.ok) {
            const message = `${answer.cause} ${answer.fix}`;
            throw new InputProblems([{ file: "--secrets aws", line: 1, column: 1, message }]);
        }
        found[id] = answer.value as Secrets[string];
    }
    return found;
}

/** The secrets that are named by literals in the statement and in the texts of the actions. */
function secretIdsOf({ statement, actions, errorAction }: CompiledRule): string[] {
    const texts = [...actions, ...(errorAction?.kafka ? [errorAction.kafka] : [])].flatMap(textsOf);
    const calls = [
        ...callsOf(statement.statement, "get_secret"),
        ...texts.flatMap(({ template }) => callsOf(template.template, "get_secret")),
    ];
    const ids = calls.map(({ arguments: [first] }) => (first?.kind === "string" ? first.value : undefined));
    return [...new Set(ids.filter((id) => id !== undefined))];
}

function textsOf({ topic, key, partition, headers }: CompiledAction): ActionText[] {
    return [topic, key, partition, ...headers.map(({ value }) => value)].filter((text) => text !== undefined);
}
