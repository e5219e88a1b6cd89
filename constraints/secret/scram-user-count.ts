import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { cluster, SECRET_ARN } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { listed } from "../examples/scramSecrets";
import { associationsIn } from "../facts/secretUse";
import { MSK_PASSWORD_LIMITS } from "./pages";

const MOST = 1000;

export const scramUserCount = defineConstraint({
    id: "scram-user-count",
    subject: "cluster",
    joins: true,
    requirements: ["SEC-ASSOC-02"],
    level: "advisory",
    severity: "low",
    what: "A cluster has at most 1000 SASL/SCRAM users.",
    why: "Amazon MSK associates no more secrets than that with a cluster.",
    fix: "Let rules and clients share users, or spread them over several clusters.",
    source: MSK_PASSWORD_LIMITS,
    check: ({ stack, resource, name }) => {
        const lists = associationsIn(stack)
            .filter((association) => association.cluster?.id === resource.id)
            .map(({ arns }) => arns);
        const known = lists.flatMap((arns) => (isUnknown(arns) ? [] : arns));
        const texts = known.filter((arn) => typeof arn === "string");
        const count = new Set(texts).size + known.length - texts.length;
        if (count > MOST) return violation([], `${name} is given ${count} secrets`);
        return lists.some(isUnknown) ? undetermined([], "the number of its secrets is not known yet") : undefined;
    },
    examples: {
        valid: [{ title: "1000 secrets", stack: users(1000) }],
        invalid: [{ title: "1001 secrets", stack: users(1001) }],
    },
});

function users(count: number) {
    const arns = Array.from({ length: count }, (_, index) => SECRET_ARN.replace("plant", `user${index}`));
    return stackOf(cluster(), listed(arns));
}
