import type { Constraint, Example } from "./constraint";
import { Judge } from "./judge";
import { isUnknown } from "./known";
import { formatPath, valueAt } from "./path";

/** What an example shows a reader of its constraint. */
export interface ExampleViolation {
    /** Where the violation is, as `formatPath` writes it: empty for the whole resource. */
    readonly path: string;
    /** What stands there, as JSON of at most 160 characters; absent where something is missing. */
    readonly value?: string;
    readonly message: string;
}

/** The first violation in an example, judged at the constraint's own level, whatever is configured. */
export function exampleViolation(constraint: Constraint, { stack, options }: Example): ExampleViolation | undefined {
    const own = { [constraint.id]: { ...options, enforcementLevel: constraint.level } };
    const [finding] = new Judge([constraint], own).judge(stack).findings;
    if (!finding) return undefined;
    const resource = stack.resources.find(({ id }) => id === finding.resource);
    const value = valueAt(resource?.values, finding.path);
    return {
        path: formatPath(finding.path),
        ...(value === undefined ? {} : { value: shorten(JSON.stringify(value, markUnknown)) }),
        message: finding.message,
    };
}

function markUnknown(_name: string, value: unknown): unknown {
    return isUnknown(value) ? "(not known yet)" : value;
}

function shorten(text: string): string {
    return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}
