import type { CheckReport } from "./checkReport";
import { jsonPieces } from "./jsonPieces";

/** A report as `JSON.stringify(report, null, 2)` gives it, in pieces that end where a line does. */
export function jsonReport(report: CheckReport): Iterable<string> {
    return jsonPieces(report);
}
