import type { SourceDocument } from "../../../sources";
import { placeIn } from "../../fileProblem";
import type { CheckReport, ReportedFinding } from "../checkReport";
import type { Excerpts } from "../excerpt";
import { byResource } from "../textReport";
import { drawing, type StageCount } from "./drawing";
import { escapeHtml } from "./escapeHtml";
import { SCRIPT } from "./script";
import { STAGES, type Stage, StageIndex } from "./stages";
import { STYLE } from "./style";

/** So many resources, or rows of a table, are written at a time. */
const BATCH = 100;

/** A report as one page that asks for nothing from any network, in pieces that end where a line does. */
export function* htmlReport(
    report: CheckReport,
    excerpts: Excerpts,
    documents: readonly SourceDocument[],
): Generator<string> {
    const stages = new StageIndex(documents);
    yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>AWS IoT to Apache Kafka: findings</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>AWS IoT to Apache Kafka</h1>
${sum(report)}
<div class="drawing">${drawing(countsOf(report.findings, stages))}</div>
${filters(report.findings)}`;
    yield* inBatches(byResource(report.findings), (findings) => resourceSection(findings, excerpts, stages));
    yield* table("Input that cannot be used", ["place", "what is wrong"], report.errors, (problem) => [
        placeIn(problem),
        problem.message,
    ]);
    yield* table(
        "Undetermined: it hangs on values that these files do not tell",
        ["resource", "value", "constraint", "reason"],
        report.undetermined,
        ({ resource, path, constraint, reason }) => [resource, path, constraint, reason],
    );
    yield* table("Not judged", ["resource", "type", "reason"], report.notEvaluated, ({ resource, type, reason }) => [
        resource,
        type,
        reason,
    ]);
    yield `</main>
<script>${SCRIPT}</script>
</body>
</html>`;
}

function sum({ findings, evaluated }: CheckReport): string {
    const asked = `${evaluated.resources} resources judged by ${evaluated.constraints} constraints.`;
    const nothing = findings.length === 0 ? '<span class="nothing">Nothing found.</span> ' : "";
    return `<p class="sum">${nothing}${asked}</p>`;
}

function countsOf(findings: readonly ReportedFinding[], stages: StageIndex): Record<Stage, StageCount> {
    const count = (stage: Stage, level: string) =>
        findings.filter((finding) => finding.level === level && stages.of(finding) === stage).length;
    return Object.fromEntries(
        (Object.keys(STAGES) as Stage[]).map((stage) => [
            stage,
            {
                resources: stages.counts[stage],
                mandatory: count(stage, "mandatory"),
                advisory: count(stage, "advisory"),
            },
        ]),
    ) as Record<Stage, StageCount>;
}

function filters(findings: readonly ReportedFinding[]): string {
    if (findings.length === 0) return "";
    const count = (level: string) => findings.filter((finding) => finding.level === level).length;
    const button = (level: string, text: string, pressed: boolean) =>
        `<button type="button" data-level-filter="${level}" aria-pressed="${pressed}">${text}</button>`;
    return `<div class="filters" role="group" aria-label="Findings to show">
${button("all", `All ${findings.length}`, true)}
${button("mandatory", `Mandatory ${count("mandatory")}`, false)}
${button("advisory", `Advisory ${count("advisory")}`, false)}
<span id="shown" class="sum" role="status"></span>
</div>`;
}

function resourceSection(findings: readonly ReportedFinding[], excerpts: Excerpts, stages: StageIndex): string {
    const { file, resource } = findings[0]!;
    const inFile = resource === file ? "" : ` <small>in ${escapeHtml(file)}</small>`;
    return `<section class="resource"><h2>${escapeHtml(resource)}${inFile}</h2>
${findings.map((finding) => article(finding, excerpts, stages.of(finding))).join("\n")}
</section>`;
}

function article(finding: ReportedFinding, excerpts: Excerpts, stage: Stage): string {
    const { constraint, level, path, message, fix, url } = finding;
    return `<article class="${level}" data-level="${level}" data-stage="${stage}">
<h3>${escapeHtml(constraint)} <span class="level">${level}</span></h3>
<div class="place">${escapeHtml(placeIn(finding))}${path === "" ? "" : ` &nbsp; ${escapeHtml(path)}`}</div>
${excerptOf(finding, excerpts)}<p>${escapeHtml(message)}</p>
<p><strong>Fix:</strong> ${escapeHtml(fix)} <a href="${escapeHtml(url)}" rel="noreferrer">AWS documentation</a></p>
</article>`;
}

function excerptOf({ file, line, column }: ReportedFinding, excerpts: Excerpts): string {
    const excerpt = excerpts.at(file, line, column);
    if (excerpt === undefined) return "";
    const indent = excerpt.text.length - excerpt.text.trimStart().length;
    const [before, rest] = [excerpt.text.slice(indent, excerpt.column - 1), excerpt.text.slice(excerpt.column - 1)];
    return `<pre><span class="number">${excerpt.line}  </span>${escapeHtml(before)}<mark>${escapeHtml(rest)}</mark></pre>\n`;
}

function* inBatches<T>(list: readonly T[], textOf: (one: T) => string): Generator<string> {
    for (let from = 0; from < list.length; from += BATCH)
        yield list
            .slice(from, from + BATCH)
            .map(textOf)
            .join("\n");
}

/** The rows are those of the cells of each entry. */
function* table<T>(
    title: string,
    head: readonly string[],
    entries: readonly T[],
    cellsOf: (entry: T) => readonly string[],
): Generator<string> {
    if (entries.length === 0) return;
    const cells = (row: readonly string[], tag: string) =>
        row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join("");
    yield `<section><h2>${escapeHtml(title)} <small>${entries.length}</small></h2>
<table><thead><tr>${cells(head, "th")}</tr></thead>
<tbody>`;
    yield* inBatches(entries, (entry) => `<tr>${cells(cellsOf(entry), "td")}</tr>`);
    yield "</tbody></table></section>";
}
