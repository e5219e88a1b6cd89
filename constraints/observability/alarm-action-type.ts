import { defineConstraint } from "../core/constraint";
import { isUnknown, member, UNKNOWN } from "../core/known";
import type { OptionSchema } from "../core/options";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { alarm, NAME, watching } from "../examples/alarms";
import type { AlarmMetric } from "../facts/alarms";
import { errorActionKinds } from "../facts/ruleActions";
import type { TopicRule } from "../facts/topicRule";
import { ACTION_METRICS, ACTION_TYPE } from "./metrics";
import { METRICS } from "./pages";

const ACTION_TYPE_OPTION: OptionSchema<string> = {
    type: "string",
    description: "The ActionType of the Kafka action. No AWS page lists it; look at the metrics of a live rule.",
    default: "Kafka",
};

export const alarmActionType = defineConstraint({
    id: "alarm-action-type",
    subject: "alarm",
    joins: true,
    requirements: ["MET-ACT-02"],
    level: "advisory",
    severity: "medium",
    what: "An alarm on the Kafka action of a rule has the ActionType under which AWS IoT publishes its metrics.",
    why: "The alarm stays in INSUFFICIENT_DATA for ever with another one. No AWS page lists the value; `Kafka` is what live rules show.",
    fix: "Write `Kafka` for `ActionType`, and look once whether the metrics of your live rule have it.",
    source: METRICS,
    options: { actionType: ACTION_TYPE_OPTION },
    check: ({ metrics }, { actionType }) => metrics.flatMap((metric) => judge(metric, actionType)),
    examples: {
        valid: [
            { title: "the type of live rules", stack: watching(alarm()) },
            {
                title: "another type that the option names",
                stack: withType("KafkaAction"),
                options: { actionType: "KafkaAction" },
            },
            { title: "a type that is not known yet", stack: withType(UNKNOWN) },
            { title: "the type of the error action", stack: withType("CloudwatchLogs", "ErrorActionFailure") },
        ],
        invalid: [
            { title: "the name of the API", stack: withType("KafkaAction") },
            { title: "a small letter", stack: withType("kafka") },
            { title: "a type that no action of the rule has", stack: withType("Lambda") },
        ],
    },
});

function judge({ path, metricName, dimensions, rule }: AlarmMetric, actionType: string): Verdict[] {
    const given = member(dimensions, ACTION_TYPE);
    if (rule === undefined || !ACTION_METRICS.some((name) => name === metricName) || given === actionType) return [];
    const at = [...path, "dimensions", ACTION_TYPE];
    if (isUnknown(given)) return [undetermined(at)];
    if (typeof given !== "string") return [];
    const isMeantForKafka = given.toLowerCase().includes("kafka");
    if (!isMeantForKafka && mayHave(rule, given)) return [];
    return [violation(at, `ActionType is ${show(given)}, not ${show(actionType)}`)];
}

/** Whether an action of the rule may be of that type: the type's name begins as that of the action does. */
function mayHave(rule: TopicRule, type: string): boolean {
    const errors = errorActionKinds(rule);
    if (!rule.actions.complete || isUnknown(errors)) return true;
    const kinds = [...rule.actions.actions, ...(errors ?? [])].map(({ kind }) => kind.toLowerCase());
    const name = type.toLowerCase();
    return kinds.some((kind) => kind.startsWith(name) || name.startsWith(kind));
}

function withType(type: unknown, metricName = "Failure") {
    return watching(alarm({ metricName, dimensions: { RuleName: NAME, ActionType: type } }));
}
