import type { StepOfAction } from "./doctorStep";

/** One step for each target: of several the one that failed, else the one that is open. */
export function oneForEach(steps: readonly StepOfAction[]): StepOfAction[] {
    const kept = new Map<string, StepOfAction>();
    for (const step of steps) {
        const name = `${step.step} ${step.target}`;
        const other = kept.get(name);
        if (!other || rank(step) < rank(other)) kept.set(name, step);
    }
    return [...kept.values()];
}

function rank({ ok }: StepOfAction): number {
    return ok === false ? 0 : ok === null ? 1 : 2;
}
