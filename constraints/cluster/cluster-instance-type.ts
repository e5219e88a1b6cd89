import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { listOption } from "../core/options";
import { nearest, show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { EXPRESS_TYPES, STANDARD_TYPES } from "../data/brokerTypes";
import { DEVELOPMENT, EXPRESS, withCluster } from "../examples/provisioned";
import { INSTANCE_TYPE } from "../facts/cluster";
import { MSK_BROKER_SIZES } from "./pages";

const TYPES = [...STANDARD_TYPES, ...EXPRESS_TYPES];

export const clusterInstanceType = defineConstraint({
    id: "cluster-instance-type",
    subject: "cluster",
    requirements: ["MSK-INST-01", "MSK-INST-02"],
    level: "mandatory",
    severity: "high",
    what: "The instance type of a cluster is one that Amazon MSK has: kafka.t3.small, or a size of kafka.m5, kafka.m7g or express.m7g.",
    why: "Amazon MSK refuses every other type, also those of EC2.",
    fix: "Take a size of kafka.m7g or express.m7g, from large to 16xlarge.",
    source: MSK_BROKER_SIZES,
    options: { additional: listOption("Types that Amazon MSK has got since this list was made.", []) },
    check: (cluster, { additional }) => {
        const type = cluster.instanceType;
        if (type === undefined) return undefined;
        if (isUnknown(type)) return undetermined(cluster.pathOf(...INSTANCE_TYPE));
        if (typeof type === "string" && (TYPES.includes(type) || additional.includes(type))) return undefined;
        const isExpress = typeof type === "string" && type.startsWith("express.");
        const meant = typeof type === "string" ? meantType(type) : undefined;
        return violation(INSTANCE_TYPE, `The instance type is ${show(type)}`, {
            requirements: [isExpress ? "MSK-INST-02" : "MSK-INST-01"],
            ...(meant === undefined ? {} : { fix: `Did you mean ${show(meant)}?` }),
        });
    },
    examples: {
        valid: [
            { title: "a standard type", stack: withCluster() },
            { title: "an Express type", stack: withCluster(EXPRESS) },
            { title: "the type for development", stack: withCluster(DEVELOPMENT) },
            { title: "a type that is not known yet", stack: ofType(UNKNOWN) },
            {
                title: "a type that the option adds",
                stack: ofType("kafka.m9g.large"),
                options: { additional: ["kafka.m9g.large"] },
            },
        ],
        invalid: [
            { title: "a type of EC2", stack: ofType("m7g.large") },
            { title: "a misspelt type", stack: ofType("kafka.m7g.lrage") },
            { title: "a size that there is none of", stack: ofType("kafka.t3.large") },
            {
                title: "an Express type of another family",
                stack: withCluster({ ...EXPRESS, ...type("express.m5.large") }),
            },
        ],
    },
});

/** The type that was meant: without the prefix that Amazon MSK gives its types, or misspelt. */
function meantType(text: string): string | undefined {
    const plain = text.trim().toLowerCase();
    return TYPES.find((type) => type === plain || type === `kafka.${plain}`) ?? nearest(plain, TYPES);
}

function type(instanceType: unknown) {
    return { [INSTANCE_TYPE.join(".")]: instanceType };
}

function ofType(instanceType: unknown) {
    return withCluster(type(instanceType));
}
