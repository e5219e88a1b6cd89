import type { ActionResult, CompiledRule } from "../../simulator";
import type { Produced, Producer } from "./producer";
import type { Simulated } from "./simulationJson";

/** The result of an action whose record was sent. */
export interface ProducedAction extends ActionResult {
    /** Null where the record could not be sent, for the reason in `error`, and where there is none. */
    readonly produced: { readonly partition: number; readonly offset: number | null } | null;
}

/** Sends the records of all actions, one after the other, and tells with each where it was put. */
export async function produceRecords(
    rules: readonly CompiledRule[],
    results: readonly Simulated[],
    producer: Producer,
): Promise<readonly Simulated[]> {
    const sent: Simulated[] = [];
    for (const [index, result] of results.entries()) {
        const { simulation } = result;
        if (!simulation.matched) {
            sent.push(result);
            continue;
        }
        const actions: ProducedAction[] = [];
        for (const [at, action] of simulation.actions.entries()) {
            const { record } = action;
            const text = rules[index]!.rule.actions[at]!;
            actions.push(
                record === null ? { ...action, produced: null } : told(action, await producer.produce(text, record)),
            );
        }
        sent.push({ ...result, simulation: { ...simulation, actions } });
    }
    return sent;
}

function told(action: ActionResult, produced: Produced): ProducedAction {
    return "error" in produced
        ? { ...action, error: produced.error as ActionResult["error"], produced: null }
        : { ...action, produced };
}
