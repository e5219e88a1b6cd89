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

/**
 * The lines of a file, each a message, read piece by piece: memory does not grow with the file. Lines without
 * anything in them are no messages. @throws InputProblems
 */
export function* readLines(file: string): Generator<Uint8Array> {
    const descriptor = open(file);
    try {
        let rest: Buffer = Buffer.alloc(0);
        for (let chunk = readChunk(descriptor, file); chunk.length > 0; chunk = readChunk(descriptor, file)) {
            const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
            let from = 0;
            for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
                yield* lineOf(bytes, from, end);
                from = end + 1;
            }
            rest = bytes.subarray(from);
            if (rest.length > MAXIMUM_LENGTH) throw fileProblem(file, "A line of it is too long to be a message.");
        }
        yield* lineOf(rest, 0, rest.length);
    } finally {
        if (descriptor !== 0) closeSync(descriptor);
    }
}

function open(file: string): number {
    if (file === "-") return 0;
    try {
        return openSync(file, "r");
    } catch (error) {
        throw fileProblem(file, `The messages cannot be read: ${reasonOf(error)}.`);
    }
}

function readChunk(descriptor: number, file: string): Buffer {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
        try {
            return buffer.subarray(0, readSync(descriptor, buffer, 0, CHUNK, null));
        } catch (error) {
            const { code } = error as NodeJS.ErrnoException;
            if (code === "EOF") return buffer.subarray(0, 0);
            // A pipe that has nothing yet.
            if (code !== "EAGAIN") throw fileProblem(file, `The messages cannot be read: ${reasonOf(error)}.`);
        }
    }
}

function* lineOf(bytes: Buffer, from: number, end: number): Generator<Uint8Array> {
    const last = end > from && bytes[end - 1] === RETURN ? end - 1 : end;
    if (last > from) yield bytes.subarray(from, last);
}
