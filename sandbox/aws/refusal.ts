/** An answer "no" with the name AWS gives the error. */
export class Refusal extends Error {
    /**
     * @param code AWS's error name, for example `ResourceConflictException`.
     * @param reason AWS's text, or the nearest to it. Values that may be secret do not belong into it.
     */
    constructor(
        readonly code: string,
        readonly reason: string,
    ) {
        super(`${code}: ${reason} (answered by the stand-in for AWS, not by AWS)`);
        this.name = "Refusal";
    }
}
