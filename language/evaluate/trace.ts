import type { Expression, Node } from "../tree";
import { childrenOf } from "../walk";
import { EvaluationFailure } from "./failure";
import type { Evaluator } from "./run";
import type { Result } from "./value";

/** What came of an expression when it was first evaluated: within a nested SELECT, for its first element. */
export interface Seen {
    /** What its paths started from. */
    readonly scope: Result;
    readonly value: Result;
    /** Set when it failed; then there is no value. */
    readonly failure?: string;
}

export type Trace = ReadonlyMap<Node, Seen>;

/** Watches what closures give. One is good for one evaluation after the other, begun by `start`. */
export class Tracer {
    private seen = new Map<Node, Seen>();

    start(): Trace {
        this.seen = new Map();
        return this.seen;
    }

    readonly watch = (node: Node, evaluator: Evaluator): Evaluator => {
        return (scope, run) => {
            try {
                const value = evaluator(scope, run);
                if (!this.seen.has(node)) this.seen.set(node, { scope, value });
                return value;
            } catch (thrown) {
                if (thrown instanceof EvaluationFailure && !this.seen.has(node)) {
                    this.seen.set(node, { scope, value: undefined, failure: thrown.message });
                }
                throw thrown;
            }
        };
    };
}

/** The expressions directly within an expression, those of the clauses of a nested SELECT among them. */
export function expressionsIn(node: Node): Expression[] {
    return childrenOf(node).flatMap((child): Expression[] => {
        switch (child.kind) {
            case "select":
            case "selectItem":
            case "caseBranch":
                return expressionsIn(child);
            case "objectMember":
                return [child.value];
            case "alias":
            case "topicFilter":
            case "text":
            case "assignment":
            case "statement":
                return [];
            default:
                return [child];
        }
    });
}
