import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { association, CLUSTER_ARN, SECRET_ARN } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { linked, listed, scramUser } from "../examples/scramSecrets";
import { type Answer, allOf } from "../facts/answers";
import { type Association, isArnOf } from "../facts/association";
import { associationsIn } from "../facts/secretUse";
import type { ResourceFacts } from "../facts/stack";
import { SCRAM_ASSOCIATION } from "./pages";

const OTHER = SECRET_ARN.replace("plant", "site");

export const scramAssociationKinds = defineConstraint({
    id: "scram-association-kinds",
    subject: "scramAssociation",
    joins: true,
    requirements: ["SEC-ASSOC-04"],
    level: "mandatory",
    severity: "high",
    what: "Where a ScramSecretAssociation owns the list of a cluster's secrets, no other association adds one that is not in it.",
    why: "It takes every other secret from the cluster at each update, and the other association gives it back: users come and go.",
    fix: "Use `aws.msk.SingleScramSecretAssociation` for every secret of the cluster, or name them all in the one list.",
    source: SCRAM_ASSOCIATION,
    check: (owner) => {
        if (!owner.ownsList) return undefined;
        const others = associationsIn(owner.stack).filter(({ resource }) => resource.id !== owner.resource.id);
        return others.flatMap((other): Verdict[] => {
            const answer = allOf([owner.isOfSameCluster(other), isLeftOut(owner, other)]);
            if (answer === false) return [];
            const path = [owner.property];
            if (isUnknown(answer))
                return [
                    undetermined(
                        path,
                        "whether two associations are of one cluster, or of the same secrets, is not known yet",
                    ),
                ];
            const what = other.ownsList
                ? "owns the list of this cluster too"
                : "gives the cluster a secret that the list leaves out";
            return [violation(path, `${other.name} ${what}`)];
        });
    },
    examples: {
        valid: [
            {
                title: "two associations of one secret each",
                stack: stackOf(association(), second({ secretArn: OTHER })),
            },
            { title: "a list with all secrets", stack: stackOf(listed([SECRET_ARN, OTHER]), association()) },
            {
                title: "a list of another cluster",
                stack: stackOf(
                    listed([OTHER], { values: { clusterArn: `${CLUSTER_ARN}0`, secretArnLists: [OTHER] } }),
                    association(),
                ),
            },
            {
                title: "a list with the secret that a single association names, before any is made",
                stack: scramUser({
                    more: [
                        listed([UNKNOWN], {
                            references: { secretArnLists: ["secret"] },
                            dependencies: ["secret", "version"],
                        }),
                    ],
                }),
            },
            { title: "a list that is not known yet", stack: stackOf(listed(UNKNOWN), association()) },
        ],
        invalid: [
            {
                title: "a list without the secret of a single association",
                stack: stackOf(listed([OTHER]), association()),
            },
            { title: "two lists", stack: stackOf(listed([SECRET_ARN]), listed([OTHER], { id: "more", name: "more" })) },
            {
                title: "a list without it, before any is made",
                stack: {
                    ...scramUser(),
                    resources: [
                        ...scramUser().resources.filter(({ id }) => id !== "association"),
                        listed([OTHER]),
                        linked(),
                    ],
                },
            },
        ],
    },
});

/** Whether the owner of a list takes a secret of another association from the cluster. */
function isLeftOut(owner: Association, other: Association): Answer {
    const { arns } = other;
    if (isUnknown(owner.arns) || isUnknown(arns)) return UNKNOWN;
    const texts = arns.filter((arn) => typeof arn === "string");
    // Unknown ARNs are those of the secrets that the edges lead to, where these are as many.
    const isTold = texts.length === arns.length || !other.hasUntold;
    const untold: readonly Answer[] = isTold ? [] : [UNKNOWN];
    const areAll = allOf([
        ...texts.map((arn) => isListed(owner, arn)),
        ...other.secrets.map((secret) => isSecretListed(owner, secret)),
        ...untold,
    ]);
    return isUnknown(areAll) ? UNKNOWN : !areAll;
}

function isListed(owner: Association, arn: string): Answer {
    if (owner.knownArns.some((known) => known.arn === arn)) return true;
    const named = owner.secrets.find((secret) => isArnOf(owner.stack, secret, arn));
    if (named !== undefined) return true;
    return owner.hasUntold || owner.secrets.some(({ values }) => typeof values.name !== "string") ? UNKNOWN : false;
}

/** A secret that its own ARN is not known of may still be among the known ARNs of the list. */
function isSecretListed(owner: Association, secret: ResourceFacts): Answer {
    if (owner.secrets.some(({ id }) => id === secret.id)) return true;
    return owner.hasUntold || typeof secret.values.name !== "string" ? UNKNOWN : false;
}

function second(values: Record<string, unknown>) {
    return { ...association({ ...values }), id: "second", name: "second" };
}
