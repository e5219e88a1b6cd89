import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { association, cluster, SERVERLESS } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { Cluster } from "../facts/cluster";
import { clusterName } from "../facts/clusters";
import { SCRAM_ASSOCIATION } from "./pages";

const PATH = ["clusterArn"];
const LOGIN = ["clientAuthentication", "sasl", "scram"];

export const scramAssociationCluster = defineConstraint({
    id: "scram-association-cluster",
    subject: "scramAssociation",
    joins: true,
    requirements: ["SEC-ASSOC-06"],
    level: "mandatory",
    severity: "high",
    what: "A cluster with associated secrets has SASL/SCRAM turned on.",
    why: "Amazon MSK refuses to associate a secret with a cluster that has no such users.",
    fix: "Set `clientAuthentication: { sasl: { scram: true } }` of the cluster.",
    source: SCRAM_ASSOCIATION,
    check: (made) => {
        const resource = made.cluster;
        if (resource === undefined) return undefined;
        if (resource.kind === "serverlessCluster")
            return violation(PATH, `${clusterName(resource)} is a serverless cluster, which has logins by IAM alone`);
        const found = new Cluster(made.stack, resource);
        const hasScram = found.hasLogin("SASL/SCRAM");
        const path = found.pathOf(...LOGIN);
        if (isUnknown(hasScram)) return undetermined(path, undefined, { on: resource });
        return hasScram
            ? undefined
            : violation(path, `${found.name} is given a secret by ${made.name}, and has no SASL/SCRAM`, {
                  on: resource,
              });
    },
    examples: {
        valid: [
            { title: "SASL/SCRAM", stack: withLogins({ sasl: { scram: true } }) },
            { title: "logins that are not known yet", stack: withLogins(UNKNOWN) },
            { title: "a cluster of another stack", stack: stackOf(association()) },
        ],
        invalid: [
            { title: "IAM alone", stack: withLogins({ sasl: { iam: true } }) },
            { title: "SASL/SCRAM that is turned off", stack: withLogins({ sasl: { iam: true, scram: false } }) },
            {
                title: "a serverless cluster",
                stack: stackOf(SERVERLESS, association()),
            },
        ],
    },
});

function withLogins(clientAuthentication: unknown) {
    return stackOf(cluster({ clientAuthentication }), association());
}
