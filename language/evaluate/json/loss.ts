import { isAwkwardKey } from "../value";

/** What stands against taking what JSON.parse gave: numbers or keys that it damages, or too much nesting. */
export type Loss = "none" | "damaged" | "too-deep";

/**
 * Looks through what JSON.parse gave. A whole number beyond ±(2^53 - 1) has lost digits, a tiny one prints with an
 * exponent, a zero may have been one that is too small for a double, and keys that are whole numbers have changed
 * places, which puts one of them first.
 */
export function lossIn(value: unknown, levels: number): Loss {
    if (typeof value === "number") return isDamaged(value) ? "damaged" : "none";
    if (typeof value !== "object" || value === null) return "none";
    if (levels === 0) return "too-deep";
    let loss: Loss = "none";
    if (Array.isArray(value)) {
        for (let index = 0; index < value.length; index++) {
            const inner = lossIn(value[index], levels - 1);
            if (inner === "too-deep") return inner;
            if (inner !== "none") loss = inner;
        }
        return loss;
    }
    let isFirst = true;
    for (const key in value) {
        if (isFirst && isAwkwardKey(key)) loss = "damaged";
        isFirst = false;
        const inner = lossIn((value as Record<string, unknown>)[key], levels - 1);
        if (inner === "too-deep") return inner;
        if (inner !== "none") loss = inner;
    }
    return loss;
}

function isDamaged(value: number): boolean {
    return (
        value > Number.MAX_SAFE_INTEGER ||
        value < Number.MIN_SAFE_INTEGER ||
        (value < 1e-6 && value > -1e-6 && value !== 0)
    );
}
