import { isUtf8 } from "node:buffer";
import { readJson } from "./json/read";
import type { Result, Value } from "./value";

/** A message as it was published. It is read when first needed and may be evaluated any number of times. */
export class Message {
    private readonly payload: string | Uint8Array;
    private readonly read: (ReadMessage | undefined)[] = [];

    /** A text is taken as UTF-8. */
    constructor(payload: string | Uint8Array) {
        this.payload = payload;
    }

    get bytes(): Uint8Array {
        return typeof this.payload === "string" ? Buffer.from(this.payload, "utf8") : this.payload;
    }

    /** The payload as an SQL version sees it. */
    as(keepsWhole: boolean): ReadMessage {
        const version = keepsWhole ? 1 : 0;
        this.read[version] ??= readPayload(this.payload, keepsWhole);
        return this.read[version];
    }
}

/** A message that is no JSON object or array has no members: all that can be done with it is to take all of it. */
export interface ReadMessage {
    /** What paths start from; Undefined for a payload that is not JSON. */
    readonly root: Result;
    /** What `*` means: the root, or the bytes. */
    readonly everything: Value;
    /** Set when the payload is JSON that is nested too deep to be evaluated. */
    readonly isTooDeep: boolean;
}

/**
 * Only objects and arrays count as JSON: AWS's own example of a payload that is not JSON is `80`. An empty payload can
 * be added to, as an empty object can.
 */
function readPayload(payload: string | Uint8Array, keepsWhole: boolean): ReadMessage {
    if (payload.length === 0) return { root: {}, everything: {}, isTooDeep: false };
    const text = typeof payload === "string" ? payload : textOf(payload);
    const result = text === undefined || !/^\s*[[{]/.test(text) ? undefined : readJson(text, keepsWhole);
    if (result !== undefined && "value" in result) {
        return { root: result.value, everything: result.value, isTooDeep: false };
    }
    const everything = typeof payload === "string" ? Buffer.from(payload, "utf8") : payload;
    return { root: undefined, everything, isTooDeep: result?.problem === "too-deep" };
}

/** Bytes that are no UTF-8 are no JSON. */
function textOf(bytes: Uint8Array): string | undefined {
    if (!isUtf8(bytes)) return undefined;
    const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return buffer.toString("utf8");
}
