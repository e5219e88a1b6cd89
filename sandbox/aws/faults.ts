import { readFileSync } from "node:fs";
import type { Account } from "./account";
import { Refusal } from "./refusal";

/** A failure that a test orders. */
export interface Fault {
    readonly operation: "create" | "update" | "delete" | "read" | "invoke";
    /** A type token, a function token or a URN; `*` stands for any characters. */
    readonly match: string;
    /** `<AWS error name>: <text>`. */
    readonly error: string;
    /** How often it strikes. @default always */
    readonly times?: number;
    /** Whether a create fails only after the resource has been made, so that it exists and is broken. @default false */
    readonly after?: boolean;
}

/** Counts how often a fault has struck. */
export type FaultCounter = Pick<Account, "countFault">;

/** The faults ordered: JSON, or the path of a JSON file. One object or a list. */
export function parseFaults(order: string | undefined): readonly Fault[] {
    if (!order?.trim()) {
        return [];
    }
    const source = /^\s*[[{]/.test(order) ? order : readFileSync(order, "utf8");
    const faults = JSON.parse(source) as Fault | Fault[];
    return Array.isArray(faults) ? faults : [faults];
}

/** The fault that strikes now, if any, as the error to answer. Strikes are counted in the account, across runs. */
export function strike(
    faults: readonly Fault[],
    account: FaultCounter,
    operation: Fault["operation"],
    names: readonly string[],
    after = false,
): Refusal | undefined {
    const fault = faults.find(
        (one) =>
            one.operation === operation &&
            (one.after ?? false) === after &&
            names.some((name) => matches(one.match, name)) &&
            (one.times === undefined || account.countFault(JSON.stringify(one), one.times)),
    );
    if (!fault) {
        return undefined;
    }
    const [, code = "InternalFailure", reason = fault.error] = /^(\w[\w.]*): ([\s\S]*)$/.exec(fault.error) ?? [];
    return new Refusal(code, reason);
}

function matches(pattern: string, name: string): boolean {
    const escaped = pattern.split("*").map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${escaped.join(".*")}$`, "s").test(name);
}
