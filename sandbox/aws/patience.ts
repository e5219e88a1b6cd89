import { setTimeout as delay } from "node:timers/promises";
import { Refusal } from "./refusal";
import type { Settled } from "./table";

const POLL_MS = 25;

/** A resource that is broken may yet recover: what it needs may be made at this moment, side by side with it. */
export async function comesToRest(settle: () => Settled | undefined, patience: number): Promise<Settled | undefined> {
    const end = Date.now() + patience;
    let settled = settle();
    while (settled?.broken !== undefined && Date.now() < end) {
        await delay(POLL_MS);
        settled = settle();
    }
    return settled;
}

/**
 * Waits until nothing holds a resource any more, as the provider does: deletions run side by side.
 *
 * @throws the last {@link Refusal} when patience is over
 */
export async function untilFree(hold: () => Refusal | undefined, patience: number): Promise<void> {
    const end = Date.now() + patience;
    let refusal = hold();
    while (refusal && Date.now() < end) {
        await delay(POLL_MS);
        refusal = hold();
    }
    if (refusal) {
        throw refusal;
    }
}

/**
 * Asks until nothing is refused any more, or what is refused cannot pass by itself.
 *
 * @throws the last {@link Refusal} when patience is over
 */
export async function untilPast(
    ask: () => void,
    passes: (refusal: Refusal) => boolean,
    patience: number,
): Promise<void> {
    const end = Date.now() + patience;
    for (;;) {
        try {
            return ask();
        } catch (error) {
            if (!(error instanceof Refusal && passes(error)) || Date.now() >= end) throw error;
        }
        await delay(POLL_MS);
    }
}
