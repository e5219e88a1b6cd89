import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { EXPRESS, withCluster } from "../examples/provisioned";
import { INSTANCE_TYPE, STORAGE_INFO } from "../facts/cluster";
import { MSK_EXPRESS } from "./pages";

const SETTINGS: readonly (readonly string[])[] = [STORAGE_INFO, ["storageMode"]];

export const clusterExpressStorage = defineConstraint({
    id: "cluster-express-storage",
    subject: "cluster",
    requirements: ["MSK-EXPR-02"],
    level: "mandatory",
    severity: "high",
    what: "A cluster of Express brokers says nothing about storage.",
    why: "Express brokers manage their storage themselves, and Amazon MSK refuses settings of it.",
    fix: "Leave storageInfo and storageMode out.",
    source: MSK_EXPRESS,
    check: (cluster) => {
        const { isExpress } = cluster;
        if (isExpress === false) return undefined;
        return SETTINGS.flatMap((path): Verdict[] => {
            const value = cluster.value(...path);
            if (value === undefined) return [];
            if (isUnknown(isExpress)) return [undetermined(cluster.pathOf(...INSTANCE_TYPE))];
            if (isUnknown(value)) return [undetermined(cluster.pathOf(...path))];
            return [violation(path, `${path.at(-1)} is given for Express brokers`)];
        });
    },
    examples: {
        valid: [
            { title: "no storage", stack: withCluster(EXPRESS) },
            { title: "storage of standard brokers", stack: withCluster() },
            { title: "a type that is not known yet", stack: withCluster({ [INSTANCE_TYPE.join(".")]: UNKNOWN }) },
        ],
        invalid: [
            {
                title: "a volume",
                stack: withCluster({ ...EXPRESS, [STORAGE_INFO.join(".")]: { ebsStorageInfo: { volumeSize: 100 } } }),
            },
            { title: "a storage mode", stack: withCluster({ ...EXPRESS, storageMode: "LOCAL" }) },
        ],
    },
});
