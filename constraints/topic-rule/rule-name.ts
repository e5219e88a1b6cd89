import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { page } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { withLogicalName, withRule } from "../examples/rules";

const LEGAL = /^[a-zA-Z0-9_]{1,128}$/;

export const ruleName = defineConstraint({
    id: "rule-name",
    subject: "topicRule",
    requirements: ["RULE-NAME-01", "RULE-NAME-02"],
    level: "mandatory",
    severity: "high",
    what: "A rule's name has 1 to 128 letters, digits and underscores.",
    why: "AWS IoT refuses to create the rule; a hyphen or dot of a resource's name in the program is kept in the name that is made from it.",
    fix: 'Write an underscore for each other character, such as `name: "device_telemetry"`.',
    source: page("CreateTopicRule", "https://docs.aws.amazon.com/iot/latest/apireference/API_CreateTopicRule.html"),
    check: (rule) => {
        const name = rule.value("name");
        if (isUnknown(name)) return undetermined(["name"]);
        const logical = rule.resource.name;
        if (name === undefined) {
            if (logical === undefined || /^[a-zA-Z0-9_]+$/.test(logical)) return undefined;
            const found = `The rule has no name of its own, and the name made from ${show(logical)} keeps characters that are not allowed`;
            return violation([], found, {
                requirements: ["RULE-NAME-02"],
                fix: `Give the rule \`name: ${show(repaired(logical))}\`, or rename the resource.`,
            });
        }
        if (typeof name === "string" && LEGAL.test(name)) return undefined;
        const isMadeFromLogical = typeof name === "string" && logical !== undefined && name.startsWith(`${logical}_`);
        return violation(["name"], `The name is ${show(name)}${fault(name)}`, {
            requirements: ["RULE-NAME-01", ...(isMadeFromLogical ? ["RULE-NAME-02"] : [])],
            ...(typeof name === "string" && name !== "" ? { fix: `Write ${show(repaired(name))}.` } : {}),
        });
    },
    examples: {
        valid: [
            { title: "letters, digits and underscores", stack: withRule({ name: "plant_telemetry_2" }) },
            { title: "128 characters", stack: withRule({ name: "a".repeat(128) }) },
            { title: "a name that is not known yet", stack: withLogicalName("plant-telemetry", { unknown: true }) },
        ],
        invalid: [
            { title: "a hyphen", stack: withRule({ name: "device-telemetry" }) },
            { title: "129 characters", stack: withRule({ name: "a".repeat(129) }) },
            { title: "an empty name", stack: withRule({ name: "" }) },
            { title: "no name beside a resource name with a hyphen", stack: withLogicalName("plant-telemetry") },
        ],
    },
});

/** Which characters are wrong, as the end of a sentence. */
function fault(name: unknown): string {
    if (typeof name !== "string") return ", which is no text";
    if (name === "") return "";
    const wrong = [...new Set([...name].filter((character) => !/[a-zA-Z0-9_]/.test(character)))].slice(0, 5);
    if (wrong.length > 0) return `, with ${wrong.map((character) => show(character)).join(", ")}`;
    return `, which has ${name.length} characters`;
}

function repaired(name: string): string {
    return name.replace(/[^a-zA-Z0-9_]/g, "_").slice(0, 128);
}
