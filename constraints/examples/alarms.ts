import { UNKNOWN } from "../core/known";
import type { ResourceFacts, StackFacts } from "../facts/stack";
import { action, rule } from "./configurations";
import { given } from "./given";
import { stackOf } from "./rules";

/** The name of the rule that the examples have. */
export const NAME = "plant_telemetry";

/** A correct alarm for failures of the rule's Kafka action, with these changes. */
export function alarm(changes: Record<string, unknown> = {}, more: Partial<ResourceFacts> = {}): ResourceFacts {
    return {
        kind: "metricAlarm",
        id: "alarm",
        name: "alarm",
        values: given({
            namespace: "AWS/IoT",
            metricName: "Failure",
            dimensions: { RuleName: NAME, ActionType: "Kafka" },
            statistic: "Sum",
            period: 300,
            evaluationPeriods: 1,
            threshold: 0,
            comparisonOperator: "GreaterThanThreshold",
            treatMissingData: "notBreaching",
            ...changes,
        }),
        ...more,
    };
}

/** A correct rule beside these resources. */
export function watching(...resources: readonly ResourceFacts[]): StackFacts {
    return stackOf(...rule([action()]).resources, ...resources);
}

/** A correct alarm that watches the rule, whose name is not known yet, by an edge. */
export function watchingByEdge(changes: Record<string, unknown> = {}): StackFacts {
    const dimensions = { RuleName: UNKNOWN, ActionType: "Kafka" };
    return stackOf(
        ...rule([action()], { name: UNKNOWN }).resources,
        alarm({ dimensions, ...changes }, { references: { dimensions: ["telemetry"] } }),
    );
}
