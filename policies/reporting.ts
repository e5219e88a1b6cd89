import type { StackValidationPolicy } from "@pulumi/policy";
import { formatPath } from "../constraints/core/path";
import type { Session } from "./session";

/**
 * Two policies that judge nothing and report no violation; what they print appears in the stack's diagnostics.
 * `closing-line` says what has been judged. `report-undetermined`, once it is switched on, lists what could not be told
 * because a value is not known yet: that is neither a pass nor a failure, whatever level the policy is given.
 */
export function reportingOf(session: Session, pack: string, print: (line: string) => void): StackValidationPolicy[] {
    return [
        {
            name: "report-undetermined",
            displayName: "Report undetermined",
            description: "Lists the constraints that are not determined because a value is not known yet.",
            enforcementLevel: "disabled",
            severity: "low",
            validateStack: () => {
                for (const { constraint, resource, path, reason } of session.tally.open) {
                    const where = formatPath(path) || "the resource";
                    print(`${pack}: undetermined ${constraint} at ${where} of ${resource}: ${reason}`);
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
