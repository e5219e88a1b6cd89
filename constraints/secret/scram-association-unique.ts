import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { SECRET_ARN } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { listed } from "../examples/scramSecrets";
import { parseArn } from "../facts/arn";
import { secretNameOf } from "../kafka-action/secretName";
import { SCRAM_ASSOCIATION } from "./pages";

export const scramAssociationUnique = defineConstraint({
    id: "scram-association-unique",
    subject: "scramAssociation",
    requirements: ["SEC-ASSOC-03"],
    level: "advisory",
    severity: "low",
    what: "An association names each secret once.",
    why: "The provider drops what is named again, so that another secret is missing, it seems.",
    fix: "Remove the second ARN, or put in the one that is meant.",
    source: SCRAM_ASSOCIATION,
    check: ({ arns, knownArns, property, ownsList }) => {
        const seen = new Set<string>();
        const again = knownArns.flatMap(({ arn, path }) => {
            if (!seen.has(arn)) {
                seen.add(arn);
                return [];
            }
            const named = parseArn(arn) === undefined ? "A secret" : `The secret ${show(secretNameOf(arn))}`;
            return [violation(path, `${named} is named again`)];
        });
        const isOpen = ownsList && (isUnknown(arns) || (arns.length > 1 && arns.some(isUnknown)));
        return isOpen ? [...again, undetermined([property], "an ARN is not known yet")] : again;
    },
    examples: {
        valid: [{ title: "two secrets", stack: stackOf(listed([SECRET_ARN, SECRET_ARN.replace("plant", "site")])) }],
        invalid: [{ title: "one secret twice", stack: stackOf(listed([SECRET_ARN, SECRET_ARN])) }],
    },
});
