import { keyStoreProblems } from "./keyStoreProblems";
import { passwordProblems } from "./passwords";
import type { StoreResult } from "./readStore";
import { sizeProblems } from "./sizeProblems";
import type { Store } from "./store";
import type { StoreProblem } from "./storeError";
import { trustStoreProblems } from "./trustStoreProblems";

/** What a store is to be used for. */
export interface StoreUse {
    /** The client property that takes it. */
    readonly property: "ssl.keystore" | "ssl.truststore";
    /** The password that goes with it, to be judged too. @default none */
    readonly password?: string | undefined;
    /** The time at which certificates have to be valid. @default now */
    readonly now?: Date | undefined;
}

/**
 * Everything that is wrong with a store that opens, errors first: what Java, Kafka's client or AWS IoT would refuse, mostly
 * at run time and in other words. Empty where nothing is.
 */
export function storeProblems(store: Store, { property, password, now = new Date() }: StoreUse): StoreProblem[] {
    const problems = [
        ...sizeProblems(store, property),
        ...(password === undefined ? [] : passwordProblems(store.format, password)),
        ...twiceNamed(store),
        ...(property === "ssl.keystore" ? keyStoreProblems(store, now) : trustStoreProblems(store, now)),
    ];
    return [
        ...problems.filter(({ level }) => level === "error"),
        ...problems.filter(({ level }) => level === "advice"),
    ];
}

/** Everything that is wrong with what was read: why it does not open, or else what is wrong with the store. */
export function resultProblems(result: StoreResult, use: StoreUse): readonly StoreProblem[] {
    return result.ok ? storeProblems(result.store, use) : [result.problem];
}

/** Java keeps one entry for a name, the last in the file, and takes capitals for small letters. */
function twiceNamed({ entries }: Store): StoreProblem[] {
    const names = entries.filter(({ kind }) => kind !== "loose").map(({ alias }) => alias.toLowerCase());
    const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
    return twice.map((name) => ({
        code: "store-entry-twice",
        level: "error",
        cause: `Several entries are called "${name}", of which Java sees only the last.`,
        fix: "Give each entry a name of its own.",
    }));
}
