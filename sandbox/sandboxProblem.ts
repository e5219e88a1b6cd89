/** Something that the user has to change before the sandbox can run; the message is all that is printed. */
export class SandboxProblem extends Error {
    override readonly name = "SandboxProblem";
}
