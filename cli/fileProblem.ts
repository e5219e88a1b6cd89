import { readFileSync } from "node:fs";

/** Something that is wrong with a file, and where. */
export interface FileProblem {
    /** As it was given; `-` for standard input. */
    readonly file: string;
    /** From 1. */
    readonly line: number;
    /** From 1. */
    readonly column: number;
    /** A sentence, without the place. */
    readonly message: string;
}

/** What is wrong with a call, in the form of what is wrong with a file. */
export function callProblem({ message }: Error): FileProblem {
    return { file: "arguments", line: 1, column: 1, message };
}

/** `template.yaml:3:5`, which editors and terminals know. */
export function placeIn({ file, line, column }: Omit<FileProblem, "message">): string {
    return `${file}:${line}:${column}`;
}

/** `template.yaml:3:5: The file cannot be read.` */
export function describeProblem(problem: FileProblem): string {
    return `${placeIn(problem)}: ${problem.message}`;
}

/** The text of a file, or a sentence that says why it cannot be had. */
export function readTextFile(file: string): string | { readonly message: string } {
    try {
        return readFileSync(file, "utf8");
    } catch (error) {
        return { message: `The file cannot be read: ${reasonOf(error)}.` };
    }
}

/** Why the system would not read or write a file, as the end of a sentence. */
export function reasonOf(error: unknown): string {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file";
    if (code === "EISDIR") return "it is a folder";
    if (code === "EACCES" || code === "EPERM") return "permission denied";
    return code ?? "unknown reason";
}
