import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { MAXIMUM_LENGTH } from "../../sources";
import { reasonOf } from "../fileProblem";
import { fileProblem } from "./inputProblems";

/** The bytes of a message; `-` is standard input. @throws InputProblems */
export function readMessage(file: string): Uint8Array {
    try {
        return readFileSync(file === "-" ? 0 : file);
    } catch (error) {
        throw fileProblem(file, `The message cannot be read: ${reasonOf(error)}.`);
    }
}

const CHUNK = 1024 * 1024;
const NEWLINE = 10;
const RETURN = 13;

/** The lines of a file, each a message, read piece by piece: memory does not grow with the file. */
export class MessageLines {
    /** Lines with nothing but white space in them, which are no messages, so far. */
    blank = 0;

    constructor(private readonly file: string) {}

    /** The messages of one piece after the other; each is gone when the next piece is asked for. @throws InputProblems */
    *batches(): Generator<readonly Uint8Array[]> {
        const descriptor = open(this.file);
        // One buffer for all pieces: what is left of a line is moved to its beginning.
        let buffer: Buffer = Buffer.allocUnsafe(2 * CHUNK);
        let held = 0;
        try {
            for (;;) {
                if (buffer.length - held < CHUNK) buffer = grown(buffer, held, this.file);
                const count = readInto(descriptor, buffer, held, this.file);
                if (count === 0) break;
                const { messages, rest } = this.split(buffer, held, held + count);
                yield messages;
                buffer.copyWithin(0, rest, held + count);
                held += count - rest;
            }
            // What follows the last line end is a line of its own only where there is something.
            if (held > 0) yield this.message(buffer, 0, held);
        } finally {
            if (descriptor !== 0) closeSync(descriptor);
        }
    }

    /** The messages of the lines that are complete, and where the rest begins; there is no line end before `searched`. */
    private split(bytes: Buffer, searched: number, end: number): { messages: Uint8Array[]; rest: number } {
        const messages: Uint8Array[] = [];
        let from = 0;
        for (let at = bytes.indexOf(NEWLINE, searched); at >= 0 && at < end; at = bytes.indexOf(NEWLINE, from)) {
            messages.push(...this.message(bytes, from, at));
            from = at + 1;
        }
        return { messages, rest: from };
    }

    private message(bytes: Buffer, from: number, end: number): Uint8Array[] {
        const last = end > from && bytes[end - 1] === RETURN ? end - 1 : end;
        if (isBlank(bytes, from, last)) {
            this.blank++;
            return [];
        }
        return [bytes.subarray(from, last)];
    }
}

function isBlank(bytes: Buffer, from: number, end: number): boolean {
    for (let at = from; at < end; at++) if (bytes[at] !== 32 && bytes[at] !== 9) return false;
    return true;
}

function grown(buffer: Buffer, held: number, file: string): Buffer {
    if (held > MAXIMUM_LENGTH) throw fileProblem(file, "A line of it is too long to be a message.");
    const larger = Buffer.allocUnsafe(2 * buffer.length);
    buffer.copy(larger, 0, 0, held);
    return larger;
}

function open(file: string): number {
    if (file === "-") return 0;
    try {
        return openSync(file, "r");
    } catch (error) {
        throw fileProblem(file, `The messages cannot be read: ${reasonOf(error)}.`);
    }
}

const NOBODY_WAKES = new Int32Array(new SharedArrayBuffer(4));
const PAUSE_MS = 5;

function readInto(descriptor: number, buffer: Buffer, at: number, file: string): number {
    for (;;) {
        try {
            return readSync(descriptor, buffer, at, CHUNK, null);
        } catch (error) {
            const { code } = error as NodeJS.ErrnoException;
            if (code === "EOF") return 0;
            if (code !== "EAGAIN") throw fileProblem(file, `The messages cannot be read: ${reasonOf(error)}.`);
            // A pipe that has nothing yet.
            Atomics.wait(NOBODY_WAKES, 0, 0, PAUSE_MS);
        }
    }
}
