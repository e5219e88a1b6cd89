import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { configurationWith } from "../examples/serverProperties";
import { CONFIGURATIONS_API } from "./pages";

const PATH = ["name"];

export const configurationName = defineConstraint({
    id: "configuration-name",
    subject: "configuration",
    requirements: ["MSK-NAME-02"],
    level: "mandatory",
    severity: "medium",
    what: "A configuration's name has letters, digits and hyphens, and starts with no hyphen.",
    why: "Amazon MSK refuses every other name.",
    fix: "Replace dots, underscores and spaces by hyphens.",
    source: CONFIGURATIONS_API,
    check: (configuration) => {
        const name = configuration.value("name");
        if (isUnknown(name)) return undetermined(PATH);
        if (typeof name !== "string" || /^[0-9A-Za-z][0-9A-Za-z-]*$/.test(name)) return undefined;
        return violation(PATH, `The name is ${show(name)}`);
    },
    examples: {
        valid: [
            { title: "letters, digits and hyphens", stack: named("plant-1") },
            { title: "no name: one is made up", stack: named(undefined) },
            { title: "a name that is not known yet", stack: named(UNKNOWN) },
        ],
        invalid: [
            { title: "an underscore", stack: named("plant_1") },
            { title: "a hyphen in front", stack: named("-plant") },
        ],
    },
});

function named(name: unknown) {
    return configurationWith("num.partitions=6", { name });
}
