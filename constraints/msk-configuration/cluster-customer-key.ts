import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { cluster } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { ENCRYPTION } from "./pages";

const PATH = ["encryptionInfo", "encryptionAtRestKmsKeyArn"];

export const clusterCustomerKey = defineConstraint({
    id: "cluster-customer-key",
    subject: "cluster",
    requirements: ["MSK-KMS-01"],
    level: "advisory",
    severity: "low",
    offByDefault: true,
    what: "A cluster encrypts its disks with a customer managed key.",
    why: "Without one Amazon MSK uses a key of AWS, whose policy nobody can change, and the key of a cluster cannot be changed later.",
    fix: "Give encryptionInfo.encryptionAtRestKmsKeyArn the ARN of an `aws.kms.Key` when the cluster is made.",
    source: ENCRYPTION,
    check: (made) => {
        const key = made.value(...PATH);
        if (isUnknown(made.value("encryptionInfo"))) return undetermined(PATH);
        return key === undefined ? violation(made.pathOf(...PATH), "No key is given") : undefined;
    },
    examples: {
        valid: [
            {
                title: "a key that is not known yet",
                stack: stackOf(cluster({ encryptionInfo: { encryptionAtRestKmsKeyArn: UNKNOWN } })),
            },
        ],
        invalid: [{ title: "no key", stack: stackOf(cluster()) }],
    },
});
