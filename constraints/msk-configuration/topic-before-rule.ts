import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { besides, cluster, topic } from "../examples/clusters";
import { waitsFor } from "../facts/order";
import type { StackFacts } from "../facts/stack";
import { literalTopic, topicsNamed } from "../facts/topics";
import { DEFAULT_CONFIGURATION } from "./pages";

const PATH = ["topic"];

export const topicBeforeRule = defineConstraint({
    id: "topic-before-rule",
    subject: "kafkaAction",
    joins: true,
    requirements: ["MSK-TOPIC-04"],
    level: "advisory",
    severity: "low",
    what: "A rule depends on the topic that it sends to.",
    why: "Otherwise the rule may be there before its topic is, and the first messages fail.",
    fix: "Write `topic: topic.name`, or add the topic to the rule's `dependsOn`.",
    source: DEFAULT_CONFIGURATION,
    check: (action) => {
        const name = literalTopic(action);
        // A name that comes from a resource brings its edge along.
        if (isUnknown(name) || name === undefined) return undefined;
        const [made, ...others] = topicsNamed(action, name);
        if (made === undefined || others.length > 0) return undefined;
        const waits = waitsFor(action.stack, action.resource, [made.id]);
        if (isUnknown(waits)) return undetermined(PATH, "the order of the resources is not known");
        return waits ? undefined : violation(PATH, `The rule does not depend on the topic ${show(name)} of the stack`);
    },
    examples: {
        valid: [
            { title: "a rule after its topic", stack: after(["cluster", "topic-telemetry"]) },
            { title: "a topic of another stack", stack: withOrder(besides([cluster()]), []) },
        ],
        invalid: [{ title: "a rule that depends on the cluster alone", stack: after(["cluster"]) }],
    },
});

function after(ids: readonly string[]): StackFacts {
    return withOrder(besides([cluster(), topic("telemetry")]), ids);
}

function withOrder(stack: StackFacts, dependencies: readonly string[]): StackFacts {
    return {
        ...stack,
        resources: stack.resources.map((resource) =>
            resource.kind === "topicRule" ? { ...resource, dependencies } : resource,
        ),
    };
}
