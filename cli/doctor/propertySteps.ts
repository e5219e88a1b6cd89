import { CATALOGUE, type Finding, Judge } from "../../constraints";
import { failed, passed, type StepOfAction } from "../../kafka/doctor";
import { stackOfSources } from "../../sources";
import type { ActionInFile, ActionsInFile } from "./readActions";

/**
 * What the catalogue finds mandatory about each action, as `check` does: one step for each value. What it finds about the
 * rule as a whole is told with its first action.
 */
export function propertySteps({ documents, actions }: ActionsInFile): ReadonlyMap<ActionInFile, StepOfAction[]> {
    const { findings } = new Judge(CATALOGUE).judge(stackOfSources(documents));
    const mandatory = findings.filter(({ level }) => level === "mandatory");
    return new Map(actions.map((action) => [action, stepsOf(action, mandatory, actions)]));
}

function stepsOf(action: ActionInFile, findings: readonly Finding[], actions: readonly ActionInFile[]): StepOfAction[] {
    const { source, at, unknowns } = action;
    const isFirst = actions.find((other) => other.source === source) === action;
    const own = findings.filter(
        ({ resource, path }) =>
            resource === source.facts.id && (startsWith(path, at) || (isFirst && !isOfAction(path))),
    );
    const steps = own.map((finding) => {
        const { constraint: code, message: cause, fix } = finding;
        return { ...failed("properties", source.spell(finding.path), { code: "property-value", cause, fix }), code };
    });
    if (steps.length > 0 || unknowns.length > 0) return joined([...steps, ...unknowns]);
    return [passed("properties", source.spell(at), "Nothing that AWS documents speaks against them.")];
}

function startsWith(path: Finding["path"], start: ActionInFile["at"]): boolean {
    return start.every((segment, index) => path[index] === segment);
}

function isOfAction([first, second]: Finding["path"]): boolean {
    return first === "kafkas" ? typeof second === "number" : first === "errorAction" && second === "kafka";
}

/** Several findings about one value are one step, which tells all. */
function joined(steps: readonly StepOfAction[]): StepOfAction[] {
    const byTarget = new Map<string, StepOfAction>();
    for (const step of steps) {
        const other = byTarget.get(step.target);
        if (!other) byTarget.set(step.target, step);
        else if (other.ok === false && step.ok === false) {
            byTarget.set(step.target, {
                ...other,
                cause: `${other.cause} ${step.cause}`,
                fix: `${other.fix} ${step.fix}`,
            });
        }
    }
    return [...byTarget.values()];
}
