import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { ELSEWHERE_CONFIGURED, PUBLIC, sentTo, withCluster } from "../examples/provisioned";
import { PUBLIC_ACCESS } from "../facts/cluster";
import { kafkaActionsOf } from "../facts/rules";
import { MSK_PUBLIC_ACCESS } from "./pages";

export const clusterPublicAccessUnused = defineConstraint({
    id: "cluster-public-access-unused",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-PUB-07"],
    level: "advisory",
    severity: "medium",
    what: "A cluster that rules send to is not public.",
    why: "AWS IoT reaches brokers from inside the VPC, and opens connections to ports from 9000 to 9100 only: the public ports, 9194 and 9196, are of no use to it, and open to the internet.",
    fix: "Leave public access off, unless other clients need it.",
    source: MSK_PUBLIC_ACCESS,
    check: (cluster) => {
        const { isPublic, stack, resource } = cluster;
        if (isPublic === false) return undefined;
        if (!kafkaActionsOf(stack).some((action) => action.cluster?.id === resource.id)) return undefined;
        const path = cluster.pathOf(...PUBLIC_ACCESS);
        return isUnknown(isPublic)
            ? undetermined(path)
            : violation(path, "The cluster is public, and a rule sends to it");
    },
    examples: {
        valid: [
            { title: "a private cluster", stack: sentTo({}) },
            { title: "a public cluster that no rule sends to", stack: withCluster(PUBLIC) },
        ],
        invalid: [{ title: "a public cluster", stack: sentTo({ ...ELSEWHERE_CONFIGURED, ...PUBLIC }) }],
    },
});
