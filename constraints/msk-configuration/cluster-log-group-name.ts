import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { cluster } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { withLogs } from "./brokerLogs";
import { BROKER_LOGS } from "./pages";

const PATH = ["loggingInfo", "brokerLogs", "cloudwatchLogs", "logGroup"];
const PREFIX = "/aws/vendedlogs/";

export const clusterLogGroupName = defineConstraint({
    id: "cluster-log-group-name",
    subject: "cluster",
    requirements: ["MSK-LOG-02"],
    level: "advisory",
    severity: "low",
    offByDefault: true,
    what: `The log group of broker logs has a name that starts with ${PREFIX}.`,
    why: "AWS writes each other log group into one resource policy of the account, which has a largest size: at some cluster it is full.",
    fix: `Name the log group ${PREFIX} and something of your own.`,
    source: BROKER_LOGS,
    check: (made) => {
        const group = made.value(...PATH);
        if (isUnknown(group)) return undetermined(PATH);
        if (typeof group !== "string" || group.startsWith(PREFIX)) return undefined;
        return violation(PATH, `The log group is ${show(group)}`);
    },
    examples: {
        valid: [{ title: "the prefix", stack: logging("/aws/vendedlogs/msk/plant") }],
        invalid: [{ title: "another name", stack: logging("/msk/plant") }],
    },
});

function logging(logGroup: string) {
    return stackOf(cluster(withLogs({ cloudwatchLogs: { enabled: true, logGroup } })));
}
