import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { cluster } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { CLUSTERS_API } from "./pages";

const PATH = ["clusterName"];
const LONGEST = 64;

export const clusterNameForm = defineConstraint({
    id: "cluster-name",
    subject: "cluster",
    requirements: ["MSK-NAME-01"],
    level: "mandatory",
    severity: "medium",
    what: "A cluster's name has 1 to 64 letters, digits and hyphens, and starts with no hyphen.",
    why: "Amazon MSK refuses every other name.",
    fix: "Shorten the name, and replace dots, underscores and spaces by hyphens.",
    source: CLUSTERS_API,
    check: (made) => {
        const name = made.value("clusterName");
        if (isUnknown(name)) return undetermined(PATH);
        if (typeof name !== "string") return undefined;
        if (name.length > LONGEST) return violation(PATH, `The name has ${name.length} characters`);
        return /^[0-9A-Za-z][0-9A-Za-z-]*$/.test(name) ? undefined : violation(PATH, `The name is ${show(name)}`);
    },
    examples: {
        valid: [
            { title: "letters, digits and hyphens", stack: named("plant-1") },
            { title: "64 characters", stack: named("a".repeat(64)) },
            { title: "no name: one is made up", stack: named(undefined) },
            { title: "a name that is not known yet", stack: named(UNKNOWN) },
        ],
        invalid: [
            { title: "an underscore", stack: named("plant_1") },
            { title: "a hyphen in front", stack: named("-plant") },
            { title: "65 characters", stack: named("a".repeat(65)) },
        ],
    },
});

function named(clusterName: unknown) {
    return stackOf(cluster({ clusterName }));
}
