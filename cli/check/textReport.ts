import { placeIn } from "../fileProblem";
import { type Paint, painter } from "../paint";
import type { CheckReport, ReportedFinding } from "./checkReport";
import type { Excerpts } from "./excerpt";

/** So many resources are written at a time. */
const BATCH = 100;

/**
 * A report for people: findings by resource with the line they stand on, then what was not told, then the sum. It comes
 * in pieces that end where a line does, since the whole of a large one takes much memory.
 */
export function* textReport(report: CheckReport, excerpts: Excerpts, colour: boolean): Generator<string> {
    const paint = painter(colour);
    const groups = byResource(report.findings);
    for (let from = 0; from < groups.length; from += BATCH) {
        const batch = groups.slice(from, from + BATCH);
        yield `${batch.map((findings) => resourceText(findings, excerpts, paint)).join("\n\n")}\n`;
    }
    yield [
        ...listed(
            "not evaluated",
            report.notEvaluated.map(({ resource, type, reason }) => `${resource} (${type}): ${reason}`),
        ),
        sumOf(report, paint),
    ].join("\n\n");
}

/** The findings of each resource, in the order in which resources come first. */
export function byResource(findings: readonly ReportedFinding[]): ReportedFinding[][] {
    const groups = new Map<string, ReportedFinding[]>();
    for (const finding of findings) {
        const key = JSON.stringify([finding.file, finding.resource]);
        const group = groups.get(key);
        if (group) group.push(finding);
        else groups.set(key, [finding]);
    }
    return [...groups.values()];
}

function resourceText(findings: readonly ReportedFinding[], excerpts: Excerpts, paint: Paint): string {
    const { file, resource } = findings[0]!;
    const title = resource === file ? file : `${resource} in ${file}`;
    return [paint.strong(title), ...findings.map((finding) => indent(findingText(finding, excerpts, paint)))].join(
        "\n\n",
    );
}

function findingText(finding: ReportedFinding, excerpts: Excerpts, paint: Paint): string {
    const { constraint, level, path, message, fix, url } = finding;
    const isError = level === "mandatory";
    const mark = isError ? paint.error("mandatory") : paint.warning("advisory");
    return [
        `${mark}  ${paint.strong(constraint)}  ${paint.faint(placeIn(finding))}`,
        ...(path === "" ? [] : [`  at ${path}`]),
        ...excerptLines(finding, excerpts, paint),
        `  ${message}`,
        `  Fix: ${fix}`,
        `  See: ${paint.faint(url)}`,
    ].join("\n");
}

function excerptLines({ file, line, column }: ReportedFinding, excerpts: Excerpts, paint: Paint): string[] {
    const excerpt = excerpts.at(file, line, column);
    if (excerpt === undefined) return [];
    const number = String(excerpt.line);
    const before = excerpt.text.slice(0, excerpt.column - 1).replace(/[^\t]/g, " ");
    return [
        paint.faint(`  ${number} | `) + excerpt.text,
        paint.faint(`  ${" ".repeat(number.length)} | `) + before + paint.error("^"),
    ];
}

function listed(title: string, lines: readonly string[]): string[] {
    return lines.length === 0 ? [] : [[`${title}:`, ...lines.map((line) => `  ${line}`)].join("\n")];
}

function sumOf({ findings, undetermined, evaluated }: CheckReport, paint: Paint): string {
    const mandatory = findings.filter(({ level }) => level === "mandatory").length;
    const advisory = findings.length - mandatory;
    const found =
        findings.length === 0
            ? paint.good("nothing found")
            : `${counted(mandatory, "mandatory finding")}, ${counted(advisory, "advisory finding")}`;
    const open = undetermined.length === 0 ? "" : `, ${undetermined.length} undetermined`;
    const asked = `${counted(evaluated.resources, "resource")} judged by ${evaluated.constraints} constraints`;
    return `${found}${open}; ${asked}`;
}

function counted(count: number, what: string): string {
    return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function indent(text: string): string {
    return text.replace(/^/gm, "  ");
}
