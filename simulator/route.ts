import type { CompiledRule } from "./compileRule";
import { basicIngest, type PublicationProblem, reaches, topicProblem } from "./publication";

/** Where messages of one topic go with a rule. */
export interface Route {
    readonly topic: string;
    /** The name of the rule; a payload has none of its own, and with Basic Ingest is the one that the topic names. */
    readonly name: string | null;
    /** Why nobody can publish to the topic. */
    readonly problem: PublicationProblem | undefined;
    readonly isReached: boolean;
    /** The topic that the rule sees. */
    readonly seenTopic: string;
}

/** Messages of a stream have one topic: what it comes to is worked out once. */
const LATEST = new WeakMap<CompiledRule, Route>();

export function routeOf(compiled: CompiledRule, topic: string): Route {
    const latest = LATEST.get(compiled);
    if (latest !== undefined && latest.topic === topic) return latest;
    const { rule, statement } = compiled;
    const direct = basicIngest(topic);
    const route = {
        topic,
        name: rule.name ?? direct?.rule ?? null,
        problem: topicProblem(topic),
        isReached: reaches(topic, { name: rule.name, filter: statement.statement.from?.filter }),
        seenTopic: direct?.topic ?? topic,
    };
    LATEST.set(compiled, route);
    return route;
}
