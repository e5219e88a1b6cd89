import type { Properties } from "../../kafka/client";
import type { Deadline } from "../../kafka/client/deadline";
import { failed, passed, type StepOfAction } from "../../kafka/doctor";
import {
    noSecrets,
    type ResolvedProperties,
    resolveProperties,
    type SecretSource,
    SecretsFileProblem,
    secretNamesOf,
    secretsFromAws,
    secretsFromFile,
} from "../../kafka/secrets";
import { UsageProblem } from "../command";
import { readTextFile } from "../fileProblem";
import { fileProblem } from "../simulate/inputProblems";
import type { ActionInFile } from "./readActions";

/** The client properties of an action with the values of their templates, and what became of each secret. */
export interface ActionWithSecrets {
    readonly properties: Properties;
    /** Those that are there and whose values could not be had. */
    readonly unresolved: readonly string[];
    readonly steps: readonly StepOfAction[];
}

/**
 * Reads the secrets that client properties name, from a file or from AWS.
 *
 * @throws UsageProblem where a secret is named and nobody said where to read it
 * @throws InputProblems where the file of secrets is none
 */
export async function secretSteps(
    actions: readonly ActionInFile[],
    from: string | undefined,
    deadline: Deadline,
): Promise<ReadonlyMap<ActionInFile, ActionWithSecrets>> {
    const named = actions.flatMap(({ clientProperties }) => secretNamesOf(clientProperties));
    if (named.length > 0 && from === undefined) {
        throw new UsageProblem(
            `the rule reads the secret ${named[0]}: say where it is by --secrets FILE, or --secrets aws`,
        );
    }
    return new Map(
        await Promise.all(
            actions.map(async (action) => {
                const version = action.source.facts.values.sqlVersion;
                const source = from === undefined ? noSecrets : sourceOf(from, action);
                const resolved = await resolveProperties(action.clientProperties, source, {
                    ...(typeof version === "string" ? { version } : {}),
                    timeout: deadline.left,
                });
                return [action, withSteps(action, resolved)] as const;
            }),
        ),
    );
}

function sourceOf(from: string, { source }: ActionInFile): SecretSource {
    if (from === "aws") {
        const { region } = source.facts;
        return secretsFromAws(typeof region === "string" ? { region } : {});
    }
    const text = readTextFile(from);
    if (typeof text !== "string") throw fileProblem(from, text.message);
    try {
        return secretsFromFile(text);
    } catch (error) {
        if (!(error instanceof SecretsFileProblem)) throw error;
        throw fileProblem(from, error.message);
    }
}

/** One step for each secret: it has what every property asks of it, or the first thing that is missing. */
function withSteps(action: ActionInFile, { properties, unresolved, problems }: ResolvedProperties): ActionWithSecrets {
    const { clientProperties, unknownProperties } = action;
    const steps = secretNamesOf(clientProperties).map((secret) => {
        const asking = Object.keys(clientProperties).filter((name) =>
            secretNamesOf({ [name]: clientProperties[name]! }).includes(secret),
        );
        const problem = problems.find(({ property }) => asking.includes(property));
        return problem
            ? failed("secrets", secret, problem)
            : passed("secrets", secret, `It gives ${asking.join(", ")}.`);
    });
    const others = problems
        .filter(({ property }) => secretNamesOf({ [property]: clientProperties[property]! }).length === 0)
        .map((problem) => failed("secrets", problem.property, problem));
    return { properties, unresolved: [...unresolved, ...unknownProperties], steps: [...steps, ...others] };
}
