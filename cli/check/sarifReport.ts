import type { Location, Log, Notification, ReportingDescriptor, Result, Run } from "sarif";
import { CATALOGUE, type Constraint } from "../../constraints";
import type { FileProblem } from "../fileProblem";
import { version } from "../version";
import type { CheckReport, ReportedFinding } from "./checkReport";
import { Entries, jsonPieces } from "./jsonPieces";

/** How severe a finding is to code-scanning services, of 10. */
const SECURITY_SEVERITY = { low: "3.0", medium: "5.0", high: "7.5", critical: "9.5" } as const;

/**
 * A report as SARIF 2.1.0, which code-scanning services and editors read, in pieces that end where a line does.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(report: CheckReport): Iterable<string> {
    return jsonPieces(logOf(report));
}

/** A log whose results are made as they are written. */
interface LogInPieces extends Omit<Log, "runs"> {
    readonly runs: readonly (Omit<Run, "results"> & { readonly results: Entries<ReportedFinding> })[];
}

function logOf(report: CheckReport): LogInPieces {
    const used = new Set(report.findings.map(({ constraint }) => constraint));
    const rules = CATALOGUE.filter(({ id }) => used.has(id));
    const indexes = new Map(rules.map(({ id }, index) => [id, index]));
    return {
        $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: {
                    driver: {
                        name: "iot-kafka",
                        semanticVersion: version(),
                        rules: rules.map(ruleOf),
                    },
                },
                columnKind: "utf16CodeUnits",
                invocations: [
                    {
                        executionSuccessful: report.errors.length === 0,
                        toolExecutionNotifications: report.errors.map(notificationOf),
                    },
                ],
                results: new Entries(report.findings, (finding) => resultOf(finding, indexes.get(finding.constraint)!)),
                properties: {
                    evaluated: report.evaluated,
                    undetermined: report.undetermined,
                    notEvaluated: report.notEvaluated,
                },
            },
        ],
    };
}

function ruleOf({
    id,
    what,
    why,
    fix,
    level,
    severity,
    source,
    requirements,
    subject,
}: Constraint): ReportingDescriptor {
    return {
        id,
        shortDescription: { text: what },
        fullDescription: { text: `${what} ${why}` },
        help: { text: `${fix} See ${source.url}` },
        helpUri: source.url,
        defaultConfiguration: { level: level === "mandatory" ? "error" : "warning" },
        properties: {
            tags: ["aws", "iot", "kafka", subject, ...requirements],
            "security-severity": SECURITY_SEVERITY[severity],
        },
    };
}

function resultOf(finding: ReportedFinding, ruleIndex: number): Result {
    const { constraint, level, message, fix, resource, path, requirements } = finding;
    return {
        ruleId: constraint,
        ruleIndex,
        level: level === "mandatory" ? "error" : "warning",
        message: { text: `${message} Fix: ${fix}` },
        locations: [
            {
                ...placeOf(finding),
                logicalLocations: [
                    { name: resource, fullyQualifiedName: path === "" ? resource : `${resource}.${path}` },
                ],
            },
        ],
        properties: { requirements },
    };
}

function notificationOf(error: FileProblem): Notification {
    return { level: "error", message: { text: error.message }, locations: [placeOf(error)] };
}

function placeOf({ file, line, column }: FileProblem | ReportedFinding): Pick<Location, "physicalLocation"> {
    return {
        physicalLocation: {
            artifactLocation: { uri: encodeURI(file.replaceAll("\\", "/")) },
            region: { startLine: line, startColumn: column },
        },
    };
}
