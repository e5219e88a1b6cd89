import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { withCluster } from "../examples/provisioned";
import { CLIENT_BROKER, IN_CLUSTER } from "../facts/cluster";
import { MSK_ENCRYPTION_IN_TRANSIT } from "./pages";

/** Settings that let data travel in plaintext, or clients in without a login, with what is wrong with each value. */
const WEAK: readonly { readonly path: readonly string[]; readonly values: ReadonlyMap<unknown, string> }[] = [
    {
        path: CLIENT_BROKER,
        values: new Map([
            ["PLAINTEXT", "clientBroker is PLAINTEXT: all data of clients travels in plaintext"],
            ["TLS_PLAINTEXT", "clientBroker is TLS_PLAINTEXT: clients may speak plaintext"],
        ]),
    },
    { path: IN_CLUSTER, values: new Map([[false, "inCluster is false: brokers speak plaintext to each other"]]) },
    {
        path: ["clientAuthentication", "unauthenticated"],
        values: new Map([[true, "unauthenticated is true: every host that reaches the port can write"]]),
    },
];

export const clusterEncryption = defineConstraint({
    id: "cluster-encryption",
    subject: "cluster",
    requirements: ["MSK-AUTH-12"],
    level: "advisory",
    severity: "medium",
    what: "A cluster encrypts all data in transit and lets nobody in without a login.",
    why: "The data of devices can be read and written on its way otherwise; AWS IoT itself speaks TLS only.",
    fix: "Set clientBroker to TLS, inCluster to true, which cannot be changed later, and leave unauthenticated off.",
    source: MSK_ENCRYPTION_IN_TRANSIT,
    check: (cluster) =>
        WEAK.flatMap(({ path, values }): Verdict[] => {
            const value = cluster.value(...path);
            if (isUnknown(value)) return [undetermined(cluster.pathOf(...path))];
            const found = values.get(value);
            return found === undefined ? [] : [violation(cluster.pathOf(...path), found)];
        }),
    examples: {
        valid: [
            { title: "TLS and a login", stack: withCluster() },
            { title: "the defaults", stack: withCluster({ encryptionInfo: undefined }) },
            { title: "an encryption that is not known yet", stack: withCluster({ encryptionInfo: UNKNOWN }) },
        ],
        invalid: [
            {
                title: "plaintext clients beside others",
                stack: withCluster({
                    [CLIENT_BROKER.join(".")]: "TLS_PLAINTEXT",
                    "clientAuthentication.unauthenticated": true,
                }),
            },
            {
                title: "plaintext between brokers",
                stack: withCluster({ clientAuthentication: undefined, [IN_CLUSTER.join(".")]: false }),
            },
        ],
    },
});
