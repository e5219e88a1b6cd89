import { matchesGlob } from "../core/configuration";
import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { listOption } from "../core/options";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { alone, association, CLUSTER_ARN, cluster, SECRET_ARN, withClusterOutput } from "../examples/clusters";
import { secret } from "../examples/secrets";
import { associationsOf, type ScramAssociation } from "../facts/associations";
import { clusterName } from "../facts/clusters";
import { titleOf } from "../facts/inputs";
import type { KafkaAction } from "../facts/kafkaAction";
import { referencedInTexts } from "../facts/referencedSecrets";
import { literalText } from "../facts/secretCall";
import { secretRead } from "../facts/secrets";
import type { ResourceFacts } from "../facts/stack";
import { hasScramPrefix } from "../secret/scramPrefix";
import { propertyPath } from "./enumerated";
import { MSK_PASSWORDS } from "./pages";
import { secretNameOf } from "./secretName";
import { unassociatedSecret } from "./unassociatedSecret";

const PATH = propertyPath("sasl.scram.password");

export const scramSecretAssociated = defineConstraint({
    id: "scram-secret-associated",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-SCRAM-06"],
    level: "mandatory",
    severity: "high",
    what: "The secret of a SASL/SCRAM user is associated with the cluster.",
    why: "Amazon MSK knows the users of associated secrets only; every other login fails.",
    fix: "Associate it with an `aws.msk.SingleScramSecretAssociation`, or list it in the option `elsewhere`.",
    source: MSK_PASSWORDS,
    options: { elsewhere: listOption("Secrets that another program associates: * globs over their names.", []) },
    check: (action, { elsewhere }) => {
        if (action.mechanism !== "SCRAM-SHA-512") return undefined;
        const made = action.cluster;
        const call = action.secretCalls.find(({ property }) => property === "sasl.scram.password");
        const id = literalText(call?.secretId);
        if (made === undefined) return undefined;
        if (id === undefined) return call === undefined ? judgeReference(action, made) : undefined;
        const name = secretNameOf(id);
        if (elsewhere.some((glob) => matchesGlob(glob, name))) return undefined;
        // A secret that nothing associates, and nothing could, is said by scram-secret-prefix.
        if (!hasScramPrefix(unassociatedSecret(action) ?? name)) return undefined;
        const answers = associationsOf(action.stack, made).map((association) => holds(action, association, id));
        if (answers.includes(true)) return undefined;
        if (answers.some(isUnknown)) return undetermined(PATH, "the associated secrets are not known yet");
        return violation(PATH, `The secret ${show(name)} is not associated with ${clusterName(made)}`);
    },
    examples: {
        valid: [
            { title: "a single association", stack: withAssociation(association()) },
            { title: "a list of secrets", stack: withAssociation(list([SECRET_ARN])) },
            { title: "an association with a secret of the stack", stack: withEdge("AmazonMSK_plant") },
            {
                title: "an association that is not known yet",
                stack: withAssociation(association({ secretArn: UNKNOWN })),
            },
            {
                title: "an association of another program",
                stack: withAssociation(),
                options: { elsewhere: ["AmazonMSK_*"] },
            },
            { title: "a cluster of another stack", stack: alone([]) },
        ],
        invalid: [
            { title: "no association", stack: withAssociation() },
            { title: "an association with another secret", stack: withEdge("AmazonMSK_other") },
            {
                title: "a list without the secret",
                stack: withAssociation(list([SECRET_ARN.replace("plant", "other")])),
            },
            {
                title: "an association with another cluster",
                stack: withAssociation(association({ secretArn: SECRET_ARN, clusterArn: `${CLUSTER_ARN}0` })),
            },
        ],
    },
});

/** The only secret that a password which is not known yet can be read from, and the associations of the cluster. */
function judgeReference(action: KafkaAction, made: ResourceFacts): Verdict | undefined {
    const [secret, ...others] = referencedInTexts(action).secrets;
    if (!isUnknown(action.property("sasl.scram.password")) || secret === undefined || others.length > 0)
        return undefined;
    const associations = associationsOf(action.stack, made);
    if (associations.some(({ secrets }) => secrets.some(({ id }) => id === secret.id))) return undefined;
    const untold = ({ arns, secrets }: ScramAssociation) => secrets.length < arns.filter(isUnknown).length;
    return associations.some(untold)
        ? undetermined(PATH, "the associated secrets are not known yet")
        : violation(PATH, `The secret ${show(titleOf(secret))} is not associated with ${clusterName(made)}`);
}

/** Whether an association holds the secret that a `get_secret` reads. */
function holds(action: KafkaAction, { arns, secrets }: ScramAssociation, id: string): Known<boolean> {
    const read = secretRead(action, id);
    if (read !== undefined && secrets.some((secret) => secret.id === read.id)) return true;
    const known = arns.filter((arn): arn is string => typeof arn === "string");
    if (known.some((arn) => secretNameOf(arn) === secretNameOf(id))) return true;
    // An ARN that is not known yet belongs to a secret of the stack, where the edges lead to one.
    return known.length < arns.length && secrets.length < arns.length - known.length ? UNKNOWN : hasUnnamed(secrets);
}

function hasUnnamed(secrets: readonly ResourceFacts[]): Known<boolean> {
    return secrets.some(({ values }) => typeof values.name !== "string") ? UNKNOWN : false;
}

function withAssociation(...associations: ResourceFacts[]) {
    return withClusterOutput(alone([cluster(), ...associations], { properties: { "bootstrap.servers": UNKNOWN } }));
}

function list(secretArnLists: string[]): ResourceFacts {
    return { ...association({ secretArnLists }), kind: "scramSecretAssociation" };
}

function withEdge(name: string) {
    const made = association(
        { clusterArn: UNKNOWN, secretArn: UNKNOWN },
        { references: { clusterArn: ["cluster"], secretArn: ["secret"] } },
    );
    return withAssociation(secret(name), made);
}
