import type { ConstraintSummary, ExplainedConstraint, ExplainedExample, ExplainedRequirement } from "./explained";

/** A constraint as a terminal shows it. `requirements` are those that it enforces. */
export function constraintText(
    constraint: ExplainedConstraint,
    requirements: readonly Pick<ExplainedRequirement, "id" | "fact">[],
): string {
    const { id, what, why, fix, source, examples } = constraint;
    const options = Object.entries(constraint.options).map(
        ([name, { type, description, value }]) => `${name} (${type}, ${JSON.stringify(value)}): ${description}`,
    );
    return [
        `${id}: ${standing(constraint)}`,
        ...section("What must hold", [what]),
        ...section("Why", [why]),
        ...section("How to fix it", [fix]),
        ...section("Violates", examples.invalid.map(exampleText)),
        ...section("Complies", examples.valid.map(exampleText)),
        ...section("Options", options),
        ...section(
            "Requirements",
            requirements.map((requirement) => `${requirement.id}: ${requirement.fact}`),
        ),
        ...section("Source", [`${source.page}, read on ${source.retrieved}`, source.url]),
    ].join("\n");
}

/** A requirement as a terminal shows it. */
export function requirementText({ id, fact, settled, by, reason }: ExplainedRequirement): string {
    const how = settled === "enforced" ? `enforced by ${by}` : `${settled}: ${reason ?? by}`;
    return [`${id}: ${fact}`, "", `  ${how}`].join("\n");
}

/** All constraints and requirements, a line each. */
export function listText(
    constraints: readonly ConstraintSummary[],
    requirements: readonly ExplainedRequirement[],
): string {
    const width = Math.max(...constraints.map(({ id }) => id.length), ...requirements.map(({ id }) => id.length));
    return [
        ...constraints.map(
            (constraint) => `${constraint.id.padEnd(width)}  ${standing(constraint)}: ${constraint.what}`,
        ),
        "",
        ...requirements.map(({ id, fact, settled }) => `${id.padEnd(width)}  ${settled}: ${fact}`),
        "",
        `${constraints.length} constraints, ${requirements.length} requirements. More on each: iot-kafka explain ID`,
    ].join("\n");
}

/** `mandatory, severity high`. */
function standing({ level, enabled, severity }: ConstraintSummary): string {
    return `${level}, severity ${severity}${enabled || level === "disabled" ? "" : ", off until it is switched on"}`;
}

function exampleText({ title, options, path, value, message }: ExplainedExample): string {
    const under = options ? ` (with ${JSON.stringify(options)})` : "";
    const lines = [`${title}${under}`];
    if (message !== undefined) {
        lines.push(`    ${path || "the resource"}${value === undefined ? "" : ` = ${value}`}`, `    ${message}`);
    }
    return lines.join("\n");
}

function section(heading: string, lines: readonly string[]): string[] {
    if (lines.length === 0) return [];
    return ["", `  ${heading}`, ...lines.flatMap((line) => line.split("\n")).map((line) => `    ${line}`)];
}
