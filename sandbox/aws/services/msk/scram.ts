import { part, text, texts } from "../../../provider/value";
import type { Account } from "../../account";
import { Refusal } from "../../refusal";
import type { ResourceTable } from "../../table";

const CLUSTER = "aws:msk/cluster:Cluster";
const SECRET = "aws:secretsmanager/secret:Secret";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const SINGLE = "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation";

/**
 * Secrets that a cluster accepts for SASL/SCRAM. MSK may leave some of them "unprocessed", each with a reason.
 *
 * https://docs.aws.amazon.com/msk/1.0/apireference/clusters-clusterarn-scram-secrets.html
 */
export const scramSecretAssociation: ResourceTable = {
    token: "aws:msk/scramSecretAssociation:ScramSecretAssociation",
    required: ["clusterArn", "secretArnLists"],
    computed: [],
    replaces: ["clusterArn"],
    sets: ["secretArnLists"],
    remembers: ["clusterArn", "secretArnLists"],
    make: ({ inputs }) => ({ id: text(inputs, "clusterArn") ?? "", outputs: {} }),
    refuse: ({ inputs, account }) =>
        unprocessed(account, text(inputs, "clusterArn") ?? "", texts(inputs, "secretArnLists")),
};

/** One secret at a time; leaves the others of the cluster alone. */
export const singleScramSecretAssociation: ResourceTable = {
    token: SINGLE,
    required: ["clusterArn", "secretArn"],
    computed: [],
    replaces: ["clusterArn", "secretArn"],
    remembers: ["clusterArn", "secretArn"],
    make: ({ inputs }) => ({ id: `${text(inputs, "clusterArn")},${text(inputs, "secretArn")}`, outputs: {} }),
    refuse: ({ inputs, account }) =>
        unprocessed(account, text(inputs, "clusterArn") ?? "", [text(inputs, "secretArn") ?? ""]),
};

/** Access for other accounts and for VPC connections. */
export const clusterPolicy: ResourceTable = {
    token: "aws:msk/clusterPolicy:ClusterPolicy",
    required: ["clusterArn", "policy"],
    computed: ["currentVersion"],
    volatile: ["currentVersion"],
    replaces: ["clusterArn"],
    documents: ["policy"],
    make: ({ inputs }) => ({ id: text(inputs, "clusterArn") ?? "", outputs: { currentVersion: "K1" } }),
    remake: ({ olds }) => ({ currentVersion: `K${Number(String(olds?.currentVersion ?? "K1").slice(1)) + 1}` }),
};

function unprocessed(account: Account, clusterArn: string, secretArns: readonly string[]): Refusal | undefined {
    const cluster = account.find(CLUSTER, clusterArn)?.facts;
    if (cluster && part(part(cluster, "clientAuthentication"), "sasl")?.scram !== true) {
        return new Refusal("BadRequestException", "The cluster does not have SASL/SCRAM authentication enabled.");
    }
    const problems = secretArns.flatMap((secretArn) => {
        const reason = secretProblem(account, secretArn);
        return reason === undefined ? [] : [`${secretArn}: ${reason}`];
    });
    return problems.length === 0
        ? undefined
        : new Refusal(
              "UnprocessedScramSecret",
              `${problems.length} secret(s) left unprocessed: ${problems.join("; ")}`,
          );
}

function secretProblem(account: Account, secretArn: string): string | undefined {
    const name = /^arn:[\w-]+:secretsmanager:[\w-]+:\d{12}:secret:(.+)-\w{6}$/.exec(secretArn)?.[1];
    if (name === undefined) {
        return "InvalidSecretArn: the value is not the ARN of a secret";
    }
    if (!name.startsWith("AmazonMSK_")) {
        return "InvalidSecretArn: the name of the secret must begin with AmazonMSK_";
    }
    const secret = account.find(SECRET, secretArn)?.facts;
    if (secret === undefined) {
        return undefined;
    }
    if (!text(secret, "kmsKeyId")) {
        return "InvalidKmsKey: the secret is encrypted with the default key; a key of your own is needed";
    }
    return account.all(VERSION).some(({ facts }) => facts.secretArn === secretArn)
        ? undefined
        : "InvalidSecretArn: Amazon MSK is not able to access the secret, which has no value yet";
}
