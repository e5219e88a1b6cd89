import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { iotGuide } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { placeholdersIn } from "../data/placeholders";
import { action, DESTINATION_ARN, PLAIN, rule } from "../examples/configurations";
import { destination } from "../examples/destinations";
import { stackOf } from "../examples/rules";
import type { KafkaAction } from "../facts/kafkaAction";
import type { TopicRule } from "../facts/topicRule";

const OTHER = DESTINATION_ARN.replace("7b1f3c52", "8c2f4d63");

export const errorActionSameTarget = defineConstraint({
    id: "error-action-same-target",
    subject: "topicRule",
    joins: true,
    requirements: ["ERR-08"],
    level: "advisory",
    severity: "medium",
    what: "A Kafka error action does not use the destination or the brokers of the action that failed.",
    why: "What stopped the message stops its error message too, and both are lost.",
    fix: "Send errors to Amazon SQS, S3, Data Firehose, CloudWatch Logs or another MQTT topic.",
    source: iotGuide("rule-error-handling"),
    check: (rule) => {
        const errors = rule.kafkaActions.find(({ isErrorAction }) => isErrorAction);
        const actions = rule.kafkaActions.filter(({ isErrorAction }) => !isErrorAction);
        if (errors === undefined) return undefined;
        const path = [...errors.at, "destinationArn"];
        const sameDestination = actions.map((action) => sharesDestination(rule, errors, action));
        if (sameDestination.includes(true))
            return violation(path, "The error action uses the destination of an action");
        if (actions.some((action) => sharesBroker(errors, action))) {
            return violation(
                [...errors.at, "clientProperties", "bootstrap.servers"],
                "The error action uses a broker of an action",
            );
        }
        return sameDestination.some(isUnknown) ? undetermined(path, "the destinations are not known yet") : undefined;
    },
    examples: {
        valid: [
            { title: "errors to CloudWatch Logs", stack: rule([action()]) },
            {
                title: "another destination and another cluster",
                stack: rule([action()], { errorAction: { kafka: action(PLAIN, { destinationArn: OTHER }) } }),
            },
            {
                title: "a destination that is not known yet",
                stack: rule([action()], { errorAction: { kafka: action(PLAIN, { destinationArn: UNKNOWN }) } }),
            },
        ],
        invalid: [
            { title: "the same destination", stack: rule([action()], { errorAction: { kafka: action(PLAIN) } }) },
            {
                title: "the same brokers over another destination",
                stack: rule([action()], { errorAction: { kafka: action(undefined, { destinationArn: OTHER }) } }),
            },
            { title: "one destination that is yet to be made", stack: withEdges() },
        ],
    },
});

function sharesDestination(rule: TopicRule, errors: KafkaAction, action: KafkaAction): Known<boolean> {
    const arns = [errors.value("destinationArn"), action.value("destinationArn")];
    if (!arns.some(isUnknown)) {
        if (arns[0] !== arns[1] || arns[0] === undefined) return false;
        return placeholdersIn(String(arns[0])).length > 0 ? UNKNOWN : true;
    }
    const ids = new Set(rule.stack.ofKind("destination").map(({ id }) => id));
    const used = (property: string) => rule.resource.references?.[property]?.filter((id) => ids.has(id)) ?? [];
    const [own, ...more] = used("errorAction");
    return arns.every(isUnknown) && own !== undefined && more.length === 0 && used("kafkas").join() === own
        ? true
        : UNKNOWN;
}

function sharesBroker(errors: KafkaAction, action: KafkaAction): boolean {
    const { brokers } = errors;
    const others = action.brokers;
    if (isUnknown(brokers) || isUnknown(others)) return false;
    const names = new Set(others.filter(({ problem }) => problem === undefined).map(({ text }) => text.toLowerCase()));
    return brokers.some(({ text }) => names.has(text.toLowerCase()));
}

function withEdges() {
    const [only] = rule([action(undefined, { destinationArn: UNKNOWN })], {
        errorAction: { kafka: action(PLAIN, { destinationArn: UNKNOWN }) },
    }).resources;
    return stackOf(destination("plant"), { ...only!, references: { kafkas: ["plant"], errorAction: ["plant"] } });
}
