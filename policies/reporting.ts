import type { StackValidationPolicy } from "@pulumi/policy";
import { formatPath } from "../constraints/core/path";
import type { Session } from "./session";

/**
 * Two policies that judge nothing: `closing-line` prints what has been judged, and is no violation;
 * `report-undetermined` lists, once it is switched on, what could not be told because a value is not known yet.
 */
export function reportingOf(session: Session, pack: string, print: (line: string) => void): StackValidationPolicy[] {
    return [
        {
            name: "report-undetermined",
            displayName: "Report undetermined",
            description: "Every constraint can be judged: no value that it hangs on is unknown.",
            enforcementLevel: "disabled",
            severity: "low",
            remediationSteps:
                "Nothing has to be done: what is unknown at preview is judged before the resource is made.",
            validateStack: (_args, report) => {
                for (const { constraint, resource, path, reason } of session.tally.open) {
                    report(
                        `${formatPath(path) || "the resource"}: ${constraint} is not determined: ${reason}.`,
                        resource,
                    );
                }
            },
        },
        {
            name: "closing-line",
            displayName: "Closing line",
            description:
                "Prints how many resources were judged, questions left undetermined, and resources not judged.",
            enforcementLevel: "advisory",
            severity: "low",
            validateStack: () => print(`${pack}: ${session.tally.line}`),
        },
    ];
}
