import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { cluster } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { CLIENT_SUBNETS } from "../facts/cluster";
import { BEST_PRACTICES } from "./pages";

export const clusterThreeZones = defineConstraint({
    id: "cluster-three-zones",
    subject: "cluster",
    requirements: ["MSK-HA-01"],
    level: "advisory",
    severity: "medium",
    what: "A cluster stands in three Availability Zones.",
    why: "With two, the loss of one, or a rolling update beside another failure, leaves too few replicas to write.",
    fix: "List three subnets in brokerNodeGroupInfo.clientSubnets, each in a zone of its own.",
    source: BEST_PRACTICES,
    check: (made) => {
        const { zones } = made;
        if (isUnknown(zones)) return undetermined([...CLIENT_SUBNETS]);
        if (zones === undefined || zones === 0 || zones >= 3) return undefined;
        return violation([...CLIENT_SUBNETS], zones === 1 ? "There is one subnet" : `There are ${zones} subnets`);
    },
    examples: {
        valid: [
            { title: "three subnets", stack: stackOf(cluster()) },
            { title: "three subnets that are not known yet", stack: inSubnets([UNKNOWN, UNKNOWN, UNKNOWN]) },
            { title: "a list that is not known yet", stack: inSubnets(UNKNOWN) },
        ],
        invalid: [{ title: "two subnets", stack: inSubnets(["subnet-0a1b2c3d", "subnet-0a1b2c3e"]) }],
    },
});

function inSubnets(clientSubnets: unknown) {
    return stackOf(cluster({ numberOfBrokerNodes: 6, brokerNodeGroupInfo: { clientSubnets } }));
}
