import { describeProblem, type FileProblem } from "../fileProblem";

/** Carries everything that is wrong with the input to the command, which prints it. */
export class InputProblems extends Error {
    override readonly name = "InputProblems";

    constructor(readonly problems: readonly FileProblem[]) {
        super(problems.map(describeProblem).join("\n"));
    }
}

/** One problem of a whole file. */
export function fileProblem(file: string, message: string): InputProblems {
    return new InputProblems([{ file, line: 1, column: 1, message }]);
}
