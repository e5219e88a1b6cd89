import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { alarm, watching, watchingByEdge } from "../examples/alarms";
import { ACTION_METRICS, NAMESPACE, RULE_METRICS } from "./metrics";
import { METRICS } from "./pages";

const NAMES = new Set([...ACTION_METRICS, ...RULE_METRICS].map((name) => name.toLowerCase()));

export const alarmMetricNamespace = defineConstraint({
    id: "alarm-metric-namespace",
    subject: "alarm",
    joins: true,
    requirements: ["MET-NS-01"],
    level: "mandatory",
    severity: "medium",
    what: "An alarm on a metric of a rule looks in the namespace AWS/IoT.",
    why: "AWS IoT publishes the metrics of rules there and nowhere else, letters' case included: the alarm would stay in INSUFFICIENT_DATA for ever.",
    fix: `Write \`namespace: "${NAMESPACE}"\`.`,
    source: METRICS,
    check: ({ metrics }) =>
        metrics.flatMap(({ path, namespace, metricName, rule }): Verdict[] => {
            if (rule === undefined || namespace === NAMESPACE) return [];
            if (isUnknown(metricName) || isUnknown(namespace)) return [undetermined([...path, "namespace"])];
            if (typeof metricName !== "string" || !NAMES.has(metricName.toLowerCase())) return [];
            if (namespace === undefined) return [violation(path, "The metric has no namespace")];
            // A namespace of one's own may hold metrics that are made of logs, under whatever names.
            if (typeof namespace !== "string" || !/^aws/i.test(namespace)) return [];
            return [violation([...path, "namespace"], `The namespace is ${show(namespace)}`)];
        }),
    examples: {
        valid: [
            { title: "the namespace of AWS IoT", stack: watching(alarm()) },
            { title: "a namespace of one's own", stack: watching(alarm({ namespace: "Plant" })) },
            { title: "a namespace that is not known yet", stack: watching(alarm({ namespace: UNKNOWN })) },
            {
                title: "an alarm on another rule",
                stack: watching(alarm({ namespace: "AWS/Iot", dimensions: { RuleName: "another" } })),
            },
        ],
        invalid: [
            { title: "another case", stack: watching(alarm({ namespace: "AWS/IOT" })) },
            { title: "another service", stack: watchingByEdge({ namespace: "AWS/Kafka" }) },
            { title: "no namespace", stack: watching(alarm({ namespace: undefined })) },
        ],
    },
});
