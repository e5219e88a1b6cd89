import type { CompileProblem } from "./compiler";

/** What is wrong with a text and what to write instead, as sentences. */
export function problemText({ message, help }: Pick<CompileProblem, "message" | "help">): string {
    const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
    return help === undefined ? sentence : `${sentence} ${help}`;
}
