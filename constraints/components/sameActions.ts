import { isDeepStrictEqual } from "node:util";
import { isRecord, isUnknown } from "../core/known";
import type { TogetherProblem } from "./form";
import { CONNECTION } from "./within";

type Values = Readonly<Record<string, unknown>>;

const MESSAGE = ["topic", "key", "partition", "headers", "acks", "compression", "keySerializer", "valueSerializer"];

/**
 * Two Kafka actions that are equal in all become one: the provider holds the actions of a rule in a set (RULE-ACT-06).
 * What is not known yet is equal to nothing.
 */
export function checkSameActions(args: Values): TogetherProblem | undefined {
    const { moreKafka } = args;
    if (!Array.isArray(moreKafka)) return undefined;
    const actions = [args, ...(moreKafka as readonly unknown[])].map((one) => actionOf(one, args));
    for (const [index, action] of actions.entries()) {
        const same = actions.slice(0, index).findIndex((other) => isSame(action, other));
        if (same < 0) continue;
        const other = same === 0 ? "the rule's own Kafka action" : `moreKafka[${same - 1}]`;
        return {
            at: "moreKafka",
            found: `entry ${index - 1} is equal to ${other} in all, and would become one with it`,
            fix: "Leave it out, or give it the topic that was meant.",
        };
    }
    return undefined;
}

function actionOf(given: unknown, args: Values): Values | undefined {
    if (!isRecord(given)) return undefined;
    const message = MESSAGE.map((name) => [name, given[name]] as const);
    const connection = CONNECTION.map((name) => [name, given[name] ?? args[name]] as const);
    return Object.fromEntries([...message, ...connection]);
}

function isSame(one: Values | undefined, other: Values | undefined): boolean {
    return one !== undefined && isDeepStrictEqual(one, other) && !hasUnknown(one);
}

function hasUnknown(value: unknown): boolean {
    if (isUnknown(value)) return true;
    return typeof value === "object" && value !== null && Object.values(value).some(hasUnknown);
}
