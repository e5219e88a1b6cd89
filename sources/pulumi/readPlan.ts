import { isRecord, member } from "../../constraints/core/known";
import { kindOf } from "../../constraints/facts/pulumiTypes";
import type { ReadResources } from "../readResources";
import type { NotEvaluated } from "../sourceDocument";
import type { Located } from "../text/located";
import { type Entry, resourcesOf } from "./pulumiResources";

/** True for the file that `pulumi preview --save-plan` writes. */
export function isPulumiPlan(value: unknown): boolean {
    return isRecord(member(value, "resourcePlans"));
}

/**
 * The resources that an update by a plan will make. Of those that are there already a plan holds only what changes, so
 * that they cannot be judged by it.
 */
export function readPlan(file: string, located: Located): ReadResources {
    const plans = member(located.value, "resourcePlans");
    const entries: Entry[] = [];
    const notEvaluated: NotEvaluated[] = [];
    for (const [urn, plan] of isRecord(plans) ? Object.entries(plans) : []) {
        const goal = member(plan, "goal");
        const type = member(goal, "type");
        const steps = member(plan, "steps");
        // Without a goal it is only taken away.
        if (typeof type !== "string" || !Array.isArray(steps)) continue;
        if (steps.length !== 1 || steps[0] !== "create") {
            const reason =
                "it is there already, and a plan holds only what changes of it: give the output of pulumi preview --json";
            if (kindOf(type) !== undefined) notEvaluated.push({ resource: urn, type, reason });
            continue;
        }
        const inputs = member(member(goal, "inputDiff"), "adds") ?? {};
        const { provider, dependencies, propertyDependencies } = goal as Record<string, unknown>;
        const state = {
            urn,
            type,
            inputs,
            outputs: member(plan, "state"),
            provider,
            dependencies,
            propertyDependencies,
        };
        entries.push({ state, base: ["resourcePlans", urn, "goal", "inputDiff", "adds"] });
    }
    const region = member(member(located.value, "config"), "aws:region");
    return { resources: resourcesOf(file, located, entries, region), notEvaluated };
}
