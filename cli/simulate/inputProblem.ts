/** Input that cannot be used, and where it is wrong. From 1. */
export interface InputProblem {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
}

/** Carries everything that is wrong with the input to the command, which prints it. */
export class InputProblems extends Error {
    override readonly name = "InputProblems";

    constructor(readonly problems: readonly InputProblem[]) {
        super(problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join("\n"));
    }
}

/** One problem of a whole file. */
export function fileProblem(file: string, message: string): InputProblems {
    return new InputProblems([{ file, line: 1, column: 1, message }]);
}
