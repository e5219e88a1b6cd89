import type { Constraint, Example } from "./constraint";
import { exampleViolation } from "./exampleViolation";
import type { OptionSchema } from "./options";

/** The page of a constraint in Markdown. Everything on it comes from the constraint itself. */
export function rulePage(constraint: Constraint): string {
    const sections: [string, string][] = [
        ["What must hold", constraint.what],
        ["Why", constraint.why],
        ["How to fix it", constraint.fix],
        ["Violates", constraint.examples.invalid.map((example) => violating(constraint, example)).join("\n")],
        ["Complies", constraint.examples.valid.map(({ title, options }) => `- ${title}${under(options)}`).join("\n")],
        ["Options", options(constraint)],
        ["When to switch it off", switchingOff(constraint)],
        ["Source", `[${constraint.source.page}](${constraint.source.url}), read on ${constraint.source.retrieved}.`],
    ];
    return [
        `# ${constraint.id}`,
        "",
        `${constraint.level} · severity ${constraint.severity} · ${constraint.requirements.join(", ")}`,
        ...sections.flatMap(([heading, text]) => ["", `## ${heading}`, "", text]),
        "",
    ].join("\n");
}

/** What an example that breaks the constraint looks like, and what is said of it. */
function violating(constraint: Constraint, example: Example): string {
    const heading = `- ${example.title}${under(example.options)}`;
    const violation = exampleViolation(constraint, example);
    if (!violation) return heading;
    const { path, value, message } = violation;
    const found = value === undefined ? "" : `: \`${value.replaceAll("`", "'")}\``;
    return [heading, `  - \`${path || "the resource"}\`${found}`, `  - ${message}`].join("\n");
}

function under(given: Example["options"]): string {
    return given ? ` (with ${JSON.stringify(given)})` : "";
}

function options(constraint: Constraint): string {
    const rows = Object.entries(constraint.options).map(
        ([name, schema]: [string, OptionSchema<unknown>]) =>
            `| \`${name}\` | ${schema.type} | \`${JSON.stringify(schema.default)}\` | ${schema.description} |`,
    );
    if (rows.length === 0)
        return "None of its own; `enforcementLevel`, `exclude` and `suppress` work as for every constraint.";
    return ["| option | type | default | meaning |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function switchingOff(constraint: Constraint): string {
    const how = `\`{ "${constraint.id}": "disabled" }\` in the policy configuration`;
    if (constraint.offByDefault) {
        return `It is off until you switch it on: \`{ "${constraint.id}": "${constraint.level}" }\` in the policy configuration.`;
    }
    return constraint.level === "mandatory"
        ? `Only where AWS has changed the rule. For one resource prefer a suppression with a reason and a date; for all, ${how}.`
        : `Where your organisation has decided otherwise: ${how}.`;
}
