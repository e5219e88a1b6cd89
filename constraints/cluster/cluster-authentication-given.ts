import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withCluster } from "../examples/provisioned";
import { MSK_SECURITY_SETTINGS } from "./pages";

const PATH = ["clientAuthentication"] as const;

export const clusterAuthenticationGiven = defineConstraint({
    id: "cluster-authentication-given",
    subject: "cluster",
    requirements: ["MSK-AUTH-24"],
    level: "advisory",
    severity: "high",
    what: "A cluster says how clients log in.",
    why: "Without a login turned on every host that reaches the port can write to every topic.",
    fix: "Turn on clientAuthentication.sasl.scram or clientAuthentication.tls.",
    source: MSK_SECURITY_SETTINGS,
    check: (cluster) => {
        // Clients that are let in, or kept out, by name are judged elsewhere.
        const unauthenticated = cluster.value(...PATH, "unauthenticated");
        if (unauthenticated !== undefined && !isUnknown(unauthenticated)) return undefined;
        const anyone = cluster.admitsAnyone;
        const path = cluster.pathOf(...PATH);
        if (isUnknown(anyone)) return undetermined(path);
        return anyone ? violation(path, "No login is turned on, so that clients need none") : undefined;
    },
    examples: {
        valid: [
            { title: "SASL/SCRAM", stack: withCluster() },
            { title: "logins that are not known yet", stack: withCluster({ clientAuthentication: UNKNOWN }) },
        ],
        invalid: [
            { title: "no clientAuthentication", stack: withCluster({ clientAuthentication: undefined }) },
            { title: "an empty one", stack: withCluster({ clientAuthentication: {} }) },
        ],
    },
});
