import type { Constraint, Example } from "./constraint";
import { Judge } from "./judge";
import { isRecord, isUnknown, member } from "./known";
import type { OptionSchema } from "./options";
import { formatPath, type Path } from "./path";

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
    const { findings } = judgeAlone(constraint, example);
    const lines = [`- ${example.title}${under(example.options)}`];
    const [finding] = findings;
    if (finding) {
        const resource = example.stack.resources.find(({ id }) => id === finding.resource);
        const found = at(resource?.values, finding.path);
        const text = found === undefined ? "" : `: \`${shorten(JSON.stringify(found, markUnknown))}\``;
        lines.push(`  - \`${formatPath(finding.path) || "the resource"}\`${text}`, `  - ${finding.message}`);
    }
    return lines.join("\n");
}

function judgeAlone(constraint: Constraint, example: Example) {
    const judge = new Judge([constraint], {
        [constraint.id]: { ...example.options, enforcementLevel: constraint.level },
    });
    return judge.judge(example.stack);
}

function under(given: Example["options"]): string {
    return given ? ` (with ${JSON.stringify(given)})` : "";
}

function at(values: unknown, path: Path): unknown {
    return path.reduce<unknown>(
        (inner, segment) =>
            Array.isArray(inner)
                ? inner[segment as number]
                : isRecord(inner)
                  ? member(inner, String(segment))
                  : undefined,
        values,
    );
}

function markUnknown(_name: string, value: unknown): unknown {
    return isUnknown(value) ? "(not known yet)" : value;
}

function shorten(text: string): string {
    const plain = text.replaceAll("`", "'");
    return plain.length > 160 ? `${plain.slice(0, 157)}...` : plain;
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
