import type { Call } from "../../language";
import { allCalls, callsOf, parseTemplate } from "../../language";
import { compileTemplate, type EvaluationContext, Message } from "../../language/evaluate";
import type { Properties, PropertyProblem } from "../client/clientSettings";
import type { FailureCode } from "../client/failures";
import { secretProblem } from "./secretProblem";
import type { SecretAnswer, SecretSource } from "./secretSource";

export interface ResolveOptions {
    /** The rule's version of SQL, whose functions templates have. @default 2016-03-23 */
    readonly version?: string;
    /** Milliseconds for all secrets together. @default 10000 */
    readonly timeout?: number;
    /** What the message gives to templates that are about it. @default nothing */
    readonly message?: Message;
    readonly context?: EvaluationContext;
}

export interface ResolvedProperties {
    /** Those whose values are known; secrets among them. */
    readonly properties: Properties;
    /** Those whose templates gave no value. */
    readonly unresolved: readonly string[];
    readonly problems: readonly PropertyProblem[];
}

/**
 * Client properties with the values of their templates, as the rule action has them: get_secret reads from `source`, and each
 * secret is read once. No problem shows anything of a value.
 */
export async function resolveProperties(
    clientProperties: Properties,
    source: SecretSource,
    options: ResolveOptions = {},
): Promise<ResolvedProperties> {
    const { version = "2016-03-23", timeout = 10_000, message = new Message("{}"), context = {} } = options;
    const secrets = await readAll(secretNamesOf(clientProperties), source, timeout);
    const properties: Record<string, string> = {};
    const unresolved: string[] = [];
    const problems: PropertyProblem[] = [];
    for (const [property, text] of Object.entries(clientProperties)) {
        const outcome = evaluated(text, secrets, version, message, context);
        if ("value" in outcome) properties[property] = outcome.value;
        else {
            unresolved.push(property);
            problems.push({ property, step: "secrets", level: "error", ...outcome });
        }
    }
    return { properties, unresolved, problems };
}

/** The secrets that templates of client properties name, each once. */
export function secretNamesOf(clientProperties: Properties): string[] {
    const names = Object.values(clientProperties).flatMap((text) => {
        const parsed = parseTemplate(text);
        return parsed.ok ? callsOf(parsed.value, "get_secret").flatMap((call) => textAt(call, 0) ?? []) : [];
    });
    return [...new Set(names)];
}

type Secrets = ReadonlyMap<string, SecretAnswer>;

async function readAll(names: readonly string[], source: SecretSource, timeout: number): Promise<Secrets> {
    return new Map(await Promise.all(names.map(async (name) => [name, await source.read(name, timeout)] as const)));
}

type Resolved =
    | { readonly value: string }
    | { readonly code: FailureCode; readonly cause: string; readonly fix: string };

function evaluated(
    text: string,
    secrets: Secrets,
    version: string,
    message: Message,
    context: EvaluationContext,
): Resolved {
    const compiled = compileTemplate(text, { version });
    if (!compiled.ok) {
        const [{ message: why } = { message: "it is none" }] = compiled.problems;
        return { code: "template-form", cause: `The template is not right: ${why}.`, fix: "Correct it in the rule." };
    }
    for (const call of callsOf(compiled.value.template, "get_secret")) {
        const problem = problemOfCall(call, secrets);
        if (problem) return problem;
    }
    const known = [...secrets].flatMap(([id, answer]) => (answer.ok ? [[id, answer.value] as const] : []));
    const all = { ...context.secrets, ...Object.fromEntries(known) };
    const outcome = compiled.value.evaluate(message, { ...context, secrets: all });
    if (!outcome.ok) {
        return {
            code: "template-no-value",
            cause: `The template has no value: ${outcome.error.message}.`,
            fix: "Correct it in the rule.",
        };
    }
    if (!outcome.isComplete) {
        const functions = [...new Set(allCalls(compiled.value.template).map(({ name }) => name))].join(", ");
        return {
            code: "template-no-value",
            cause: `The template has no value here${functions && `: it asks ${functions}`}.`,
            fix: "Give a client property that is the same for every message.",
        };
    }
    return { value: outcome.text };
}

function problemOfCall(call: Call, secrets: Secrets): Resolved | undefined {
    const id = textAt(call, 0);
    const type = textAt(call, 1);
    const answer = id === undefined ? undefined : secrets.get(id);
    if (id === undefined || answer === undefined) return undefined;
    if (!answer.ok) return { code: answer.code, cause: answer.cause, fix: answer.fix };
    if (type !== "SecretString" && type !== "SecretBinary") return undefined;
    const key = call.arguments.length === 4 ? textAt(call, 2) : undefined;
    return secretProblem(id, answer.value, type, key);
}

function textAt(call: Call, index: number): string | undefined {
    const argument = call.arguments[index];
    return argument?.kind === "string" ? argument.value : undefined;
}
