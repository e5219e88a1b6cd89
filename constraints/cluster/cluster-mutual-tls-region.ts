import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { CERTIFICATES, withCluster } from "../examples/provisioned";
import { AUTHORITIES } from "../facts/cluster";
import { MSK_MUTUAL_TLS } from "./pages";

/** Where the guide of 2022 says that there is none. */
const WITHOUT_MUTUAL_TLS = ["cn-north-1", "cn-northwest-1"];

export const clusterMutualTlsRegion = defineConstraint({
    id: "cluster-mutual-tls-region",
    subject: "cluster",
    requirements: ["MSK-AUTH-23"],
    level: "advisory",
    severity: "medium",
    what: "In the Regions of China a cluster uses SASL/SCRAM, not mutual TLS.",
    why: "The guide of Amazon MSK of 2022 says that mutual TLS is not available there; newer pages do not repeat it.",
    fix: "Turn on sasl.scram, or make sure that mutual TLS has come to the Region.",
    source: MSK_MUTUAL_TLS,
    check: (cluster) => {
        const { region } = cluster;
        const uses = cluster.hasLogin("mutual TLS");
        if (uses === false || region === undefined) return undefined;
        if (!isUnknown(region) && !WITHOUT_MUTUAL_TLS.includes(region)) return undefined;
        const path = cluster.pathOf(...AUTHORITIES);
        if (isUnknown(region) || isUnknown(uses)) return undetermined(path, "the Region or the login is not known yet");
        return violation(path, `Mutual TLS is turned on in ${region}`);
    },
    examples: {
        valid: [
            { title: "mutual TLS elsewhere", stack: withCluster(CERTIFICATES) },
            { title: "SASL/SCRAM in Beijing", stack: withCluster({}, "cn-north-1") },
        ],
        invalid: [{ title: "mutual TLS in Beijing", stack: withCluster(CERTIFICATES, "cn-north-1") }],
    },
});
