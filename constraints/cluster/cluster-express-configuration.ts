import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { EXPRESS, provisionedWith } from "../examples/provisioned";
import { MSK_EXPRESS_CONFIGURATION } from "./pages";

/** Server properties that Express brokers have fixed, with what they are fixed to. */
const FIXED: Readonly<Record<string, string>> = { "default.replication.factor": "3", "min.insync.replicas": "2" };

const PATH = ["configurationInfo"];

export const clusterExpressConfiguration = defineConstraint({
    id: "cluster-express-configuration",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-EXPR-06"],
    level: "advisory",
    severity: "low",
    what: "The configuration of Express brokers sets no property that they have fixed to another value.",
    why: "Express brokers keep three replicas, of which two must be in sync, whatever the configuration says.",
    fix: "Take the line out of the configuration.",
    source: MSK_EXPRESS_CONFIGURATION,
    check: (cluster) => {
        const { isExpress } = cluster;
        if (isExpress === false) return undefined;
        return Object.entries(FIXED).flatMap(([name, fixed]): Verdict[] => {
            const value = cluster.setting(name);
            if (value === undefined || value === fixed) return [];
            if (isUnknown(value) || isUnknown(isExpress))
                return [undetermined(PATH, "the configuration or the type of the brokers is not known yet")];
            return [
                violation(PATH, `The configuration sets ${name} to ${show(value)}, which is ${fixed} with Express`),
            ];
        });
    },
    examples: {
        valid: [
            { title: "another property", stack: provisionedWith("auto.create.topics.enable=false", EXPRESS) },
            { title: "what they are fixed to", stack: provisionedWith("min.insync.replicas=2", EXPRESS) },
            { title: "standard brokers", stack: provisionedWith("min.insync.replicas=1") },
        ],
        invalid: [
            { title: "one replica in sync", stack: provisionedWith("min.insync.replicas=1", EXPRESS) },
            { title: "two replicas", stack: provisionedWith("default.replication.factor=2", EXPRESS) },
        ],
    },
});
