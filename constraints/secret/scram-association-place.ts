import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { isPlaceholderAccount, isPlaceholderRegion } from "../data/placeholders";
import { association, CLUSTER_ARN, SECRET_ARN } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { scramUser } from "../examples/scramSecrets";
import { parseArn } from "../facts/arn";
import type { Association } from "../facts/association";
import { inputOf } from "../facts/inputs";
import type { ResourceFacts } from "../facts/stack";
import { MSK_PASSWORD_LIMITS } from "./pages";

export const scramAssociationPlace = defineConstraint({
    id: "scram-association-place",
    subject: "scramAssociation",
    joins: true,
    requirements: ["SEC-REGION-01"],
    level: "mandatory",
    severity: "high",
    what: "A secret and the cluster that it is given to are in one account and one Region.",
    why: "Amazon MSK refuses a secret of another place: it says that the ARN is invalid.",
    fix: "Make the secret in the cluster's account and Region.",
    source: MSK_PASSWORD_LIMITS,
    check: (made) => {
        const cluster = placeOf(made.clusterArn, made.cluster, made);
        return [
            ...made.knownArns.flatMap(({ arn, path }) => compare(placeOf(arn, undefined, made), cluster, path)),
            ...made.secrets
                .filter(({ values }) => typeof values.arn !== "string")
                .flatMap((secret) => {
                    const replicas = inputOf(secret, "replicas");
                    if (isUnknown(replicas))
                        return [undetermined([made.property], "the copies of the secret are not known yet")];
                    // What an edge leads to may be a copy in another Region: then its ARN alone would tell.
                    if (replicas !== undefined) return [];
                    return compare(placeOf(undefined, secret, made), cluster, [made.property]);
                }),
            ...(made.hasUntold ? [undetermined([made.property], "the secret is not known yet")] : []),
        ];
    },
    examples: {
        valid: [
            { title: "one place", stack: stackOf(association()) },
            { title: "a secret and a cluster of one Region", stack: scramUser() },
            {
                title: "a secret whose Region is not known yet",
                stack: scramUser({ region: UNKNOWN }),
            },
            {
                title: "a cluster whose ARN is not known yet",
                stack: stackOf(association({ secretArn: SECRET_ARN, clusterArn: UNKNOWN })),
            },
        ],
        invalid: [
            {
                title: "another Region",
                stack: stackOf(association({ secretArn: SECRET_ARN.replace("us-east-1", "eu-west-1") })),
            },
            {
                title: "another account",
                stack: stackOf(association({ secretArn: SECRET_ARN.replace("209876543210", "309876543210") })),
            },
            { title: "a secret of the stack in another Region", stack: scramUser({ region: "eu-west-1" }) },
            {
                title: "a cluster of another account",
                stack: stackOf(
                    association({
                        clusterArn: CLUSTER_ARN.replace("209876543210", "309876543210"),
                        secretArn: SECRET_ARN,
                    }),
                ),
            },
        ],
    },
});

interface Place {
    readonly region: Known<string>;
    readonly account: Known<string>;
}

/** Where something is: as its ARN says, else where the stack makes it. A placeholder says nothing. */
function placeOf(arn: unknown, made: ResourceFacts | undefined, { stack }: Association): Place {
    const parsed = typeof arn === "string" ? parseArn(arn) : undefined;
    if (parsed !== undefined) {
        const { region, account } = parsed;
        return {
            region: region === "" || isPlaceholderRegion(region) ? UNKNOWN : region,
            account: account === "" || isPlaceholderAccount(account) ? UNKNOWN : account,
        };
    }
    if (made === undefined) return { region: UNKNOWN, account: UNKNOWN };
    return { region: stack.regionOf(made) ?? UNKNOWN, account: stack.facts.account ?? UNKNOWN };
}

function compare(secret: Place, cluster: Place, path: readonly (string | number)[]): Verdict[] {
    const names = ["region", "account"] as const;
    const wrong = names.find(
        (name) => isKnown(secret[name]) && isKnown(cluster[name]) && secret[name] !== cluster[name],
    );
    if (wrong !== undefined) {
        const what = wrong === "region" ? "Region" : "account";
        return [
            violation(
                path,
                `The secret is in the ${what} ${show(secret[wrong])}, and the cluster in ${show(cluster[wrong])}`,
            ),
        ];
    }
    const isOpen = names.some((name) => isUnknown(secret[name]) || isUnknown(cluster[name]));
    return isOpen ? [undetermined(path, "where the secret or the cluster is, is not known yet")] : [];
}

function isKnown(value: Known<string>): value is string {
    return !isUnknown(value);
}
