import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { nearest, oneOf, show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { withCluster } from "../examples/provisioned";
import { CLIENT_BROKER } from "../facts/cluster";
import { MSK_ENCRYPTION_IN_TRANSIT } from "./pages";

const VALUES = ["TLS", "TLS_PLAINTEXT", "PLAINTEXT"];

export const clusterClientBroker = defineConstraint({
    id: "cluster-client-broker",
    subject: "cluster",
    requirements: ["MSK-AUTH-11"],
    level: "advisory",
    severity: "low",
    what: `clientBroker is written out, as ${oneOf(VALUES)}.`,
    why: "AWS names two defaults: TLS in the developer guide, TLS_PLAINTEXT in the API reference.",
    fix: 'Write "TLS".',
    source: MSK_ENCRYPTION_IN_TRANSIT,
    check: (cluster) => {
        const value = cluster.value(...CLIENT_BROKER);
        const path = cluster.pathOf(...CLIENT_BROKER);
        if (isUnknown(value)) return undetermined(path);
        if (value === undefined) return violation(path, "clientBroker is not given");
        if (typeof value === "string" && VALUES.includes(value)) return undefined;
        const meant = typeof value === "string" ? nearest(value, VALUES) : undefined;
        const fix = meant === undefined ? {} : { fix: `Did you mean ${show(meant)}?` };
        return violation(path, `clientBroker is ${show(value)}, not ${oneOf(VALUES)}`, fix);
    },
    examples: {
        valid: [
            { title: "TLS", stack: withCluster() },
            { title: "an encryption that is not known yet", stack: withCluster({ encryptionInfo: UNKNOWN }) },
        ],
        invalid: [
            { title: "no encryptionInfo", stack: withCluster({ encryptionInfo: undefined }) },
            { title: "lower case", stack: withCluster({ [CLIENT_BROKER.join(".")]: "tls" }) },
        ],
    },
});
