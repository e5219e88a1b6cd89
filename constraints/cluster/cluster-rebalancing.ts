import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { nearest, oneOf, show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { EXPRESS, withCluster } from "../examples/provisioned";
import { INSTANCE_TYPE } from "../facts/cluster";
import { MSK_REBALANCING } from "./pages";

const PATH = ["rebalancing", "status"];
const STATES = ["ACTIVE", "PAUSED"];

export const clusterRebalancing = defineConstraint({
    id: "cluster-rebalancing",
    subject: "cluster",
    requirements: ["MSK-EXPR-04"],
    level: "mandatory",
    severity: "medium",
    what: `Intelligent rebalancing is ${oneOf(STATES)}, and of Express brokers only.`,
    why: "Amazon MSK refuses it for standard brokers.",
    fix: "Leave rebalancing out, or take Express brokers.",
    source: MSK_REBALANCING,
    check: (cluster): Verdict | undefined => {
        const status = cluster.value(...PATH);
        if (status === undefined) return undefined;
        const path = cluster.pathOf(...PATH);
        if (cluster.isExpress === false && !isUnknown(status))
            return violation(path, `rebalancing is ${show(status)} for standard brokers`);
        if (isUnknown(status)) return undetermined(path);
        if (typeof status !== "string" || !STATES.includes(status)) {
            const meant = typeof status === "string" ? nearest(status, STATES) : undefined;
            const fix = meant === undefined ? `Write ${oneOf(STATES)}.` : `Did you mean ${show(meant)}?`;
            return violation(path, `rebalancing is ${show(status)}, not ${oneOf(STATES)}`, { fix });
        }
        return isUnknown(cluster.isExpress) ? undetermined(cluster.pathOf(...INSTANCE_TYPE)) : undefined;
    },
    examples: {
        valid: [
            { title: "Express brokers", stack: withCluster({ ...EXPRESS, rebalancing: { status: "PAUSED" } }) },
            { title: "none", stack: withCluster() },
            {
                title: "a type that is not known yet",
                stack: withCluster({ [INSTANCE_TYPE.join(".")]: UNKNOWN, rebalancing: { status: "ACTIVE" } }),
            },
        ],
        invalid: [
            { title: "standard brokers", stack: withCluster({ rebalancing: { status: "ACTIVE" } }) },
            { title: "another state", stack: withCluster({ ...EXPRESS, rebalancing: { status: "ON" } }) },
        ],
    },
});
