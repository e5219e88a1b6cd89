import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { type ClusterChanges, PUBLIC, provisionedWith, withCluster } from "../examples/provisioned";
import { NETWORK_TYPE, PUBLIC_ACCESS } from "../facts/cluster";
import { MSK_PUBLIC_ACCESS } from "./pages";

/** What a new cluster must be, and what only an update may turn it to, with the row that says so. */
const AT_CREATION: readonly { readonly path: readonly string[]; readonly only: string; readonly row: string }[] = [
    { path: PUBLIC_ACCESS, only: "DISABLED", row: "MSK-PUB-01" },
    { path: NETWORK_TYPE, only: "IPV4", row: "MSK-NET-01" },
];

export const clusterAccessAtCreation = defineConstraint({
    id: "cluster-access-at-creation",
    subject: "cluster",
    joins: true,
    requirements: AT_CREATION.map(({ row }) => row),
    level: "mandatory",
    severity: "high",
    what: "A cluster that is yet to be made has no public access and the network type IPV4.",
    why: "Amazon MSK turns these on for a cluster that is there, and refuses a new one that asks for them.",
    fix: "Leave it out, let the cluster be made, and turn it on by the next update, if it is needed: AWS IoT needs neither.",
    source: MSK_PUBLIC_ACCESS,
    check: (cluster) => {
        const { isNew } = cluster;
        if (isNew === false) return undefined;
        return AT_CREATION.flatMap(({ path, only, row }): Verdict[] => {
            const value = cluster.value(...path);
            if (value === undefined || value === only) return [];
            const at = cluster.pathOf(...path);
            if (isUnknown(value)) return [undetermined(at)];
            if (isUnknown(isNew)) return [undetermined(at, "whether the cluster is there already is not known")];
            return [violation(at, `${path.at(-1)} is ${show(value)} for a new cluster`, { requirements: [row] })];
        });
    },
    examples: {
        valid: [
            { title: "a new cluster without", stack: made(UNKNOWN) },
            { title: "a cluster that is there", stack: withCluster(PUBLIC) },
            { title: "a cluster that may be there", stack: made(undefined, PUBLIC) },
        ],
        invalid: [
            { title: "public access", stack: made(UNKNOWN, PUBLIC) },
            { title: "two stacks of addresses", stack: made(UNKNOWN, { [NETWORK_TYPE.join(".")]: "DUAL" }) },
        ],
    },
});

function made(arn: unknown, changes: ClusterChanges = {}) {
    return provisionedWith("allow.everyone.if.no.acl.found=false", { arn, ...changes });
}
