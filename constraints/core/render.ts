import type { Finding } from "./finding";
import { formatPath } from "./path";

/**
 * A finding as text: its constraint and level, where it is, what was found and why it is wrong, what to do, and the
 * page that documents it. Findings hold no secret, so neither does the text.
 */
export function renderFinding(finding: Finding): string {
    const [where, ...rest] = lines(finding);
    return [`[${finding.level}] ${finding.constraint} at ${where}`, ...rest.map((line) => `    ${line}`)].join("\n");
}

/** The same without the constraint's name and level, which a policy's report prints itself. */
export function renderBody(finding: Finding): string {
    return lines(finding).join("\n");
}

function lines(finding: Finding): [string, ...string[]] {
    const where = formatPath(finding.path) || "the resource";
    return [where, finding.message, `Fix: ${finding.fix}`, `See: ${finding.url}`];
}
