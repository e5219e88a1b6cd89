import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { CERTIFICATES, SCRAM_AND_IAM, withCluster } from "../examples/provisioned";
import { CLIENT_BROKER, type Cluster, IN_CLUSTER, LOGINS, type Login } from "../facts/cluster";
import { MSK_SECURITY_SETTINGS } from "./pages";

/** Whether a login is taken: always, if plaintext clients are let in by name as well, or never. */
type Cell = "taken" | "with unauthenticated" | "refused";

/** What may stand together: how clients speak to brokers, by the login that is turned on. */
const MATRIX: Readonly<Record<string, Readonly<Record<Login, Cell>>>> = {
    TLS: { "SASL/SCRAM": "taken", "SASL/IAM": "taken", "mutual TLS": "taken" },
    TLS_PLAINTEXT: {
        "SASL/SCRAM": "with unauthenticated",
        "SASL/IAM": "with unauthenticated",
        "mutual TLS": "with unauthenticated",
    },
    PLAINTEXT: { "SASL/SCRAM": "refused", "SASL/IAM": "refused", "mutual TLS": "refused" },
};

const LOGIN_ROWS: Readonly<Record<Login, string>> = {
    "SASL/SCRAM": "MSK-AUTH-02",
    "SASL/IAM": "MSK-AUTH-03",
    "mutual TLS": "MSK-AUTH-04",
};
const SPEECH_ROWS: Readonly<Record<string, string>> = { PLAINTEXT: "MSK-AUTH-05", TLS_PLAINTEXT: "MSK-AUTH-06" };

const UNAUTHENTICATED = ["clientAuthentication", "unauthenticated"] as const;

export const clusterAuthentication = defineConstraint({
    id: "cluster-authentication",
    subject: "cluster",
    requirements: [...Object.values(LOGIN_ROWS), ...Object.values(SPEECH_ROWS), "MSK-AUTH-07", "MSK-AUTH-08"],
    level: "mandatory",
    severity: "high",
    what: "The logins of a cluster go with its encryption, and there is a way in.",
    why: "Amazon MSK refuses the combination.",
    fix: "Set clientBroker to TLS and inCluster to true, and turn on sasl.scram or tls.",
    source: MSK_SECURITY_SETTINGS,
    check: (cluster) => [...judgeClients(cluster), ...judgeBrokers(cluster), ...judgeWayIn(cluster)],
    examples: {
        valid: [
            { title: "SASL/SCRAM over TLS", stack: withCluster() },
            { title: "SASL/SCRAM and IAM together", stack: withCluster(SCRAM_AND_IAM) },
            { title: "mutual TLS", stack: withCluster(CERTIFICATES) },
            {
                title: "plaintext clients that are let in by name",
                stack: speaking("TLS_PLAINTEXT", { sasl: { scram: true }, unauthenticated: true }),
            },
            { title: "plaintext without any login", stack: speaking("PLAINTEXT", undefined) },
            { title: "the default of clientBroker", stack: withCluster({ encryptionInfo: undefined }) },
            { title: "an encryption that is not known yet", stack: speaking(UNKNOWN, { sasl: { scram: true } }) },
        ],
        invalid: [
            { title: "SASL/SCRAM in plaintext", stack: speaking("PLAINTEXT", { sasl: { scram: true } }) },
            { title: "IAM beside plaintext clients", stack: speaking("TLS_PLAINTEXT", { sasl: { iam: true } }) },
            {
                title: "mutual TLS beside plaintext clients that are kept out",
                stack: speaking("TLS_PLAINTEXT", {
                    ...(CERTIFICATES.clientAuthentication as object),
                    unauthenticated: false,
                }),
            },
            {
                title: "brokers that speak plaintext to each other",
                stack: withCluster({ "encryptionInfo.encryptionInTransit.inCluster": false }),
            },
            { title: "no way in", stack: withCluster({ clientAuthentication: { unauthenticated: false } }) },
        ],
    },
});

function judgeClients(cluster: Cluster): Verdict[] {
    const path = cluster.pathOf(...CLIENT_BROKER);
    const speech = cluster.clientBroker;
    const open = LOGINS.some((login) => isUnknown(cluster.hasLogin(login)));
    const on = LOGINS.filter((login) => cluster.hasLogin(login) === true);
    if (isUnknown(speech)) return on.length > 0 || open ? [undetermined(path)] : [];
    if (typeof speech !== "string" || !Object.hasOwn(MATRIX, speech)) return [];
    const column = MATRIX[speech]!;
    const answers = on.map((login) => ({ login, refused: isRefused(column[login], cluster) }));
    const refused = answers.filter((answer) => answer.refused === true).map(({ login }) => login);
    if (refused.length > 0) return [refusal(refused, speech, path)];
    const hangs = answers.some((answer) => isUnknown(answer.refused)) || (open && speech !== "TLS");
    return hangs ? [undetermined(path, "the logins of the cluster are not known yet")] : [];
}

function isRefused(cell: Cell, cluster: Cluster): Known<boolean> {
    if (cell !== "with unauthenticated") return cell === "refused";
    const unauthenticated = cluster.value(...UNAUTHENTICATED);
    return isUnknown(unauthenticated) ? UNKNOWN : unauthenticated !== true;
}

function refusal(logins: readonly Login[], speech: string, path: readonly (string | number)[]): Verdict {
    const isMixed = speech === "TLS_PLAINTEXT";
    const found = `clientBroker is ${speech}, and ${logins.join(" and ")} ${logins.length === 1 ? "is" : "are"} turned on`;
    return violation(path, isMixed ? `${found} without \`unauthenticated: true\`` : found, {
        requirements: [...logins.map((login) => LOGIN_ROWS[login]), SPEECH_ROWS[speech]!],
        fix: isMixed
            ? "Set clientBroker to TLS; or let clients without a login in by name, with `unauthenticated: true`."
            : "Set clientBroker to TLS.",
    });
}

function judgeBrokers(cluster: Cluster): Verdict[] {
    const encrypted = cluster.value(...IN_CLUSTER);
    if (encrypted !== false && !isUnknown(encrypted)) return [];
    const path = cluster.pathOf(...IN_CLUSTER);
    const logins = LOGINS.map((login) => cluster.hasLogin(login));
    if (encrypted === false && logins.includes(true)) {
        const found = "A login is turned on, and inCluster is false";
        return [violation(path, found, { requirements: ["MSK-AUTH-07"], fix: "Set inCluster to true." })];
    }
    return logins.some((login) => login !== false) ? [undetermined(path)] : [];
}

function judgeWayIn(cluster: Cluster): Verdict[] {
    const unauthenticated = cluster.value(...UNAUTHENTICATED);
    if (unauthenticated !== false && !isUnknown(unauthenticated)) return [];
    const logins = LOGINS.map((login) => cluster.hasLogin(login));
    if (logins.includes(true)) return [];
    const path = cluster.pathOf(...UNAUTHENTICATED);
    if (isUnknown(unauthenticated) || logins.some(isUnknown))
        return [undetermined(path, "who gets in is not known yet")];
    const found = "Clients without a login are kept out, and no login is turned on";
    return [violation(path, found, { requirements: ["MSK-AUTH-08"], fix: "Turn on sasl.scram or tls." })];
}

function speaking(clientBroker: unknown, clientAuthentication: unknown) {
    return withCluster({ "encryptionInfo.encryptionInTransit.clientBroker": clientBroker, clientAuthentication });
}
