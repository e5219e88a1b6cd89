import { type Result, serialize, serializeBytes } from "../language/evaluate";

/** What a statement gave, in the forms that it is sent in. */
export class Sent {
    /** The JSON text; undefined for bytes, and where there is nothing. */
    readonly json: string | undefined;
    #bytes: Uint8Array | undefined;

    constructor(readonly output: Result) {
        this.json = output === undefined || output instanceof Uint8Array ? undefined : serialize(output);
    }

    /** What an action sends, made when the first asks for it. */
    get bytes(): Uint8Array {
        this.#bytes ??= this.json === undefined ? serializeBytes(this.output) : Buffer.from(this.json, "utf8");
        return this.#bytes;
    }
}
