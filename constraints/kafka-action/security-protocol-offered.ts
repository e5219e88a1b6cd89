import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { besides, besidesCluster, cluster } from "../examples/clusters";
import { MUTUAL_TLS } from "../examples/configurations";
import { clusterName } from "../facts/clusters";
import type { KafkaAction } from "../facts/kafkaAction";
import type { ResourceFacts } from "../facts/stack";
import { propertyPath } from "./enumerated";
import { MSK_SECURITY } from "./pages";

const AUTHORITY = "arn:aws:acm-pca:us-east-1:209876543210:certificate-authority/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e";

export const securityProtocolOffered = defineConstraint({
    id: "security-protocol-offered",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-SECPROTO-04", "MSK-AUTH-15", "MSK-AUTH-16", "MSK-AUTH-17", "MSK-AUTH-18"],
    level: "mandatory",
    severity: "high",
    what: "The cluster offers what the rule logs in with: SASL/SCRAM for SASL_SSL, TLS and client certificates for SSL.",
    why: "There is no listener for a login that is not turned on.",
    fix: "Turn on clientAuthentication.sasl.scram for SASL_SSL, or clientAuthentication.tls for SSL, with clientBroker TLS.",
    source: MSK_SECURITY,
    check: (action) => {
        const made = action.cluster;
        if (made === undefined) return undefined;
        const path =
            action.property("security.protocol") === undefined
                ? ["clientProperties"]
                : propertyPath("security.protocol");
        const problem = problemOf(action, made);
        if (isUnknown(problem))
            return undetermined(path, "what the cluster offers, or the login of the rule, is not known yet");
        if (problem === undefined) return undefined;
        const { found, rows } = problem;
        return violation(path, `${clusterName(made)} ${found}`, { requirements: ["KAFKA-SECPROTO-04", ...rows] });
    },
    examples: {
        valid: [
            { title: "SASL/SCRAM", stack: besidesCluster([cluster()]) },
            { title: "client certificates", stack: withTls({ tls: { certificateAuthorityArns: [AUTHORITY] } }) },
            { title: "TLS for anyone", stack: withTls(undefined) },
            { title: "TLS for anyone, written out", stack: withTls({ unauthenticated: true, sasl: { iam: true } }) },
            {
                title: "a cluster that is not known yet",
                stack: besidesCluster([cluster({ clientAuthentication: UNKNOWN })]),
            },
        ],
        invalid: [
            { title: "IAM alone", stack: besidesCluster([cluster({ clientAuthentication: { sasl: { iam: true } } })]) },
            { title: "no login at all", stack: besidesCluster([cluster({ clientAuthentication: undefined })]) },
            { title: "no client certificates", stack: withTls({ sasl: { scram: true } }) },
            {
                title: "brokers found by name",
                stack: besides([cluster({ clientAuthentication: { sasl: { iam: true } } })]),
            },
            {
                title: "plaintext",
                stack: withTls(undefined, { encryptionInfo: { encryptionInTransit: { clientBroker: "PLAINTEXT" } } }),
            },
        ],
    },
});

/** Why the login does not work, as the end of a sentence about the cluster, and the rows that it breaks. */
interface Problem {
    readonly found: string;
    readonly rows: readonly string[];
}

function problemOf(action: KafkaAction, { values }: ResourceFacts): Known<Problem | undefined> {
    const { protocol, mechanism } = action;
    if (isUnknown(protocol) || isUnknown(mechanism)) return UNKNOWN;
    // That Amazon MSK has no PLAIN and no Kerberos is said by sasl-mechanism-msk.
    const isScram = protocol === "SASL_SSL" && mechanism === "SCRAM-SHA-512";
    if (!isScram && protocol !== "SSL") return undefined;
    const clientBroker = at(values, "encryptionInfo", "encryptionInTransit", "clientBroker");
    if (clientBroker === "PLAINTEXT")
        return { found: "takes plaintext connections only (clientBroker PLAINTEXT)", rows: ["MSK-AUTH-18"] };
    const login = isScram ? at(values, "clientAuthentication", "sasl", "scram") : takesCertificates(values);
    if (isUnknown(login)) return UNKNOWN;
    if (login !== true) {
        const found = isScram
            ? "has no SASL/SCRAM turned on"
            : "takes neither client certificates nor clients without a login";
        const row = isScram ? "MSK-AUTH-15" : "MSK-AUTH-16";
        return hasIamOnly(values)
            ? {
                  found: `${found}: IAM is its only login, which the Kafka action does not speak`,
                  rows: [row, "MSK-AUTH-17"],
              }
            : { found, rows: [row] };
    }
    return isUnknown(clientBroker) ? UNKNOWN : undefined;
}

/** Whether a client with a certificate gets in: it does where none is asked for, too. */
function takesCertificates(values: ResourceFacts["values"]): Known<boolean> {
    const authentication = member(values, "clientAuthentication") ?? undefined;
    if (authentication === undefined) return true;
    const ways = [at(authentication, "tls", "certificateAuthorityArns"), at(authentication, "unauthenticated")];
    if (ways.some((way) => way === true || (Array.isArray(way) && way.length > 0))) return true;
    return ways.some(isUnknown) ? UNKNOWN : false;
}

/** Whether IAM is the only login, so that no change of the rule would help. */
function hasIamOnly(values: ResourceFacts["values"]): boolean {
    const isIam = at(values, "clientAuthentication", "sasl", "iam") === true;
    const scram = at(values, "clientAuthentication", "sasl", "scram");
    return isIam && scram !== true && !isUnknown(scram) && takesCertificates(values) === false;
}

/** What stands at a path of members; unknown where something on the way is. */
function at(value: unknown, ...path: string[]): unknown {
    return path.reduce<unknown>(
        (inner, name) => (isUnknown(inner) ? UNKNOWN : (member(inner, name) ?? undefined)),
        value,
    );
}

function withTls(clientAuthentication: unknown, values: Record<string, unknown> = {}) {
    return besidesCluster([cluster({ clientAuthentication, ...values })], { mode: MUTUAL_TLS });
}
