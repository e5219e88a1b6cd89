import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { listOption } from "../core/options";
import { oneOf, show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { EXPRESS_VERSIONS } from "../data/brokerTypes";
import { EXPRESS, withCluster } from "../examples/provisioned";
import { INSTANCE_TYPE } from "../facts/cluster";
import { isAtLeast } from "../facts/kafkaVersion";
import { MSK_VERSIONS } from "./pages";

const PATH = ["kafkaVersion"];
const LINES = EXPRESS_VERSIONS.map((line) => line.join("."));

export const clusterExpressVersion = defineConstraint({
    id: "cluster-express-version",
    subject: "cluster",
    requirements: ["MSK-EXPR-03"],
    level: "mandatory",
    severity: "high",
    what: `Express brokers run Apache Kafka ${oneOf(LINES)}, with KRaft from 3.9 on.`,
    why: "Amazon MSK refuses every other version for them.",
    fix: "Take version 3.9.x.",
    source: MSK_VERSIONS,
    options: { additional: listOption("Lines, as 4.3, that Express brokers run since this list was made.", []) },
    check: (cluster, { additional }) => {
        const { isExpress, version } = cluster;
        if (isExpress === false || version === undefined) return undefined;
        if (isUnknown(version)) return undetermined(PATH);
        const [major = 0, minor = 0] = version.numbers;
        const line = `${major}.${minor}`;
        const isLine = LINES.includes(line) || additional.includes(line);
        const isKraftTooEarly = version.isKraft && !isAtLeast(version, 3, 9);
        if (isLine && !isKraftTooEarly) return undefined;
        if (isUnknown(isExpress)) {
            return undetermined(cluster.pathOf(...INSTANCE_TYPE), "the type of the brokers is not known yet");
        }
        const found = `Express brokers do not run Kafka ${show(cluster.value(...PATH))}`;
        return violation(PATH, isLine ? `${found}: they have KRaft from 3.9 on` : found);
    },
    examples: {
        valid: [
            { title: "3.9", stack: running("3.9.x") },
            { title: "3.6", stack: running("3.6.0") },
            { title: "3.9 with KRaft", stack: running("3.9.x.kraft") },
            { title: "an old version on standard brokers", stack: withCluster({ kafkaVersion: "3.7.x" }) },
            { title: "a version that is not known yet", stack: running(UNKNOWN) },
            { title: "a version that the option adds", stack: running("4.3.x"), options: { additional: ["4.3"] } },
        ],
        invalid: [
            { title: "3.7", stack: running("3.7.x") },
            { title: "4.0", stack: running("4.0.x.kraft") },
            { title: "KRaft before 3.9", stack: running("3.8.x.kraft") },
        ],
    },
});

function running(kafkaVersion: unknown) {
    return withCluster({ ...EXPRESS, kafkaVersion });
}
