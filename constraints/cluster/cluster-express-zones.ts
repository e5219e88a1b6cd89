import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { DEVELOPMENT, EXPRESS, withCluster } from "../examples/provisioned";
import { CLIENT_SUBNETS } from "../facts/cluster";
import { MSK_EXPRESS } from "./pages";

export const clusterExpressZones = defineConstraint({
    id: "cluster-express-zones",
    subject: "cluster",
    requirements: ["MSK-EXPR-01"],
    level: "mandatory",
    severity: "high",
    what: "A cluster of Express brokers has three client subnets.",
    why: "Express brokers keep three copies of all data, each in an Availability Zone of its own, and Amazon MSK refuses fewer.",
    fix: "List three subnets in three Availability Zones, or take standard brokers, which do with two.",
    source: MSK_EXPRESS,
    check: (cluster) => {
        const { isExpress, zones } = cluster;
        if (isExpress === false || zones === undefined || zones === 3) return undefined;
        const path = cluster.pathOf(...CLIENT_SUBNETS);
        // Another number than two or three is refused for all brokers, which is said elsewhere.
        if (!isUnknown(zones) && zones !== 2) return undefined;
        if (isUnknown(zones) || isUnknown(isExpress))
            return undetermined(path, "the subnets or the type of the brokers are not known yet");
        return violation(path, `There are ${zones} client subnets for Express brokers`);
    },
    examples: {
        valid: [
            { title: "three subnets", stack: withCluster(EXPRESS) },
            { title: "two subnets for standard brokers", stack: withCluster(DEVELOPMENT) },
            {
                title: "subnets that are not known yet",
                stack: withCluster({ ...EXPRESS, [CLIENT_SUBNETS.join(".")]: UNKNOWN }),
            },
        ],
        invalid: [
            {
                title: "two subnets",
                stack: withCluster({
                    ...EXPRESS,
                    [CLIENT_SUBNETS.join(".")]: ["subnet-0a1b2c3d", "subnet-0a1b2c3e"],
                    numberOfBrokerNodes: 2,
                }),
            },
        ],
    },
});
