import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { cluster } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { linked, SCRAM_VALUE, scramUser } from "../examples/scramSecrets";
import { secret, secretVersion } from "../examples/secrets";
import { waitsFor } from "../facts/order";
import { isPartOfSecret } from "../facts/secret";
import { SCRAM_ASSOCIATION } from "./pages";

export const scramAssociationOrder = defineConstraint({
    id: "scram-association-order",
    subject: "scramSecret",
    joins: true,
    requirements: ["SEC-ASSOC-05"],
    level: "mandatory",
    severity: "high",
    what: "A secret is associated after its version is there.",
    why: "A secret without a version has no user in it: Amazon MSK refuses to associate it, whenever the association comes first.",
    fix: "Write `secretArn: version.arn`, or add the SecretVersion to the association's `dependsOn`.",
    source: SCRAM_ASSOCIATION,
    check: ({ stack, resource: own, associations, versions, title }) =>
        associations.flatMap(({ resource, property }): Verdict[] => {
            const on = { on: resource };
            if (versions.length === 0)
                return [undetermined([property], "no version of the secret is in the stack", on)];
            if (versions.some((version) => isPartOfSecret(version, own))) return [];
            const ids = versions.map(({ id }) => id);
            const waits = waitsFor(stack, resource, ids);
            if (isUnknown(waits)) return [undetermined([property], "the order of the resources is not known", on)];
            return waits ? [] : [violation([property], `${title} is associated without waiting for its version`, on)];
        }),
    examples: {
        valid: [
            { title: "an association that depends on the version", stack: scramUser() },
            {
                title: "the ARN of the version",
                stack: scramUser({
                    association: { references: { secretArn: ["version"], clusterArn: ["cluster"] }, dependencies: [] },
                }),
            },
            {
                title: "a value that is written into the secret",
                stack: stackOf(
                    cluster(),
                    secret("AmazonMSK_plant"),
                    secretVersion({ secretString: SCRAM_VALUE }, "secret", "secret/SecretString"),
                    linked({ dependencies: ["cluster", "secret"] }),
                ),
            },
            {
                title: "a version of another program",
                stack: stackOf(cluster(), secret("AmazonMSK_plant"), linked({ dependencies: ["cluster", "secret"] })),
            },
        ],
        invalid: [
            { title: "the secret alone", stack: scramUser({ association: { dependencies: ["cluster", "secret"] } }) },
            {
                title: "the version of another secret",
                stack: scramUser({
                    association: { dependencies: ["cluster", "secret", "other-version"] },
                    more: [
                        secret("AmazonMSK_site", "other"),
                        secretVersion({ secretString: "{}" }, "other", "other-version"),
                    ],
                }),
            },
        ],
    },
});
