import { callsOf, type Expression, sameTree, wholeExpression } from "../../language";
import type { Path } from "../core/path";
import type { KafkaAction, TemplateField } from "./kafkaAction";

/** One `get_secret(secretId, secretType, [key,] roleArn)` in a text of the action. */
export interface SecretCall {
    readonly path: Path;
    /** The client property in which it stands, where it is one. */
    readonly property?: string;
    /** The text in which it stands. */
    readonly text: string;
    /** The function's name as written. */
    readonly name: string;
    /** True when the call is the value's only content, white space around it aside. */
    readonly isWholeValue: boolean;
    readonly arguments: readonly Expression[];
    /** The arguments by meaning, as the number of arguments tells; undefined where there are neither 3 nor 4. */
    readonly secretId?: Expression;
    readonly secretType?: Expression;
    readonly key?: Expression;
    readonly roleArn?: Expression;
}

/** The `get_secret` calls in a text that parses as a template. */
export function secretCallsOf(field: TemplateField): SecretCall[] {
    if (!field.text.includes("${") || !field.parsed.ok || !/get_secret/i.test(field.text)) return [];
    const whole = wholeExpression(field.parsed.value);
    const { path, property, text } = field;
    return callsOf(field.parsed.value, "get_secret").map((call) => {
        const isWholeValue = whole !== undefined && sameTree(whole, call);
        const written = { path, text, name: call.name, isWholeValue, arguments: call.arguments };
        return Object.assign(written, property === undefined ? undefined : { property }, byMeaning(call.arguments));
    });
}

function byMeaning(given: readonly Expression[]): Partial<SecretCall> {
    if (given.length !== 3 && given.length !== 4) return {};
    const [secretId, secretType] = given;
    return {
        secretId: secretId!,
        secretType: secretType!,
        roleArn: given.at(-1)!,
        ...(given.length === 4 ? { key: given[2]! } : {}),
    };
}

/** The text of a string literal; undefined for any other expression. */
export function literalText(expression: Expression | undefined): string | undefined {
    return expression?.kind === "string" ? expression.value : undefined;
}

/** What one call reads, and as whom; undefined where the argument is computed or missing. */
export interface SecretRead {
    readonly path: Path;
    readonly property?: string;
    /** ARN or friendly name. */
    readonly secretId: string | undefined;
    readonly roleArn: string | undefined;
}

/** The secrets that an action reads, with the role that each is read with: neither is a secret itself. */
export function secretsReadBy(action: KafkaAction): SecretRead[] {
    return action.secretCalls.map(({ path, property, secretId, roleArn }) => ({
        path,
        ...(property === undefined ? {} : { property }),
        secretId: literalText(secretId),
        roleArn: literalText(roleArn),
    }));
}
