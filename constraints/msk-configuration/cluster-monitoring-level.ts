import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { nearest, oneOf, show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { cluster } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { MONITORING } from "./pages";

const PATH = ["enhancedMonitoring"];
const LEVELS = ["DEFAULT", "PER_BROKER", "PER_TOPIC_PER_BROKER", "PER_TOPIC_PER_PARTITION"];

export const clusterMonitoringLevel = defineConstraint({
    id: "cluster-monitoring-level",
    subject: "cluster",
    requirements: ["MSK-MON-01"],
    level: "mandatory",
    severity: "medium",
    what: `The monitoring level is ${oneOf(LEVELS)}.`,
    why: "Amazon MSK knows no other level and refuses the cluster.",
    fix: "Write one of the levels in capitals, or leave it out for DEFAULT, the only free one.",
    source: MONITORING,
    check: (made) => {
        const level = made.value("enhancedMonitoring");
        if (isUnknown(level)) return undetermined(PATH);
        if (level === undefined || LEVELS.includes(level as string)) return undefined;
        const meant = typeof level === "string" ? nearest(level.toUpperCase(), LEVELS) : undefined;
        return violation(
            PATH,
            `The level is ${show(level)}${meant === undefined ? "" : `; ${meant} is meant, it seems`}`,
        );
    },
    examples: {
        valid: [
            { title: "metrics by topic", stack: monitored("PER_TOPIC_PER_BROKER") },
            { title: "the default", stack: monitored(undefined) },
            { title: "a level that is not known yet", stack: monitored(UNKNOWN) },
        ],
        invalid: [
            { title: "small letters", stack: monitored("per_broker") },
            { title: "an unknown level", stack: monitored("PER_PARTITION") },
        ],
    },
});

function monitored(enhancedMonitoring: unknown) {
    return stackOf(cluster({ enhancedMonitoring }));
}
