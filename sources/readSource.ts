import type { SourceDocument, SourceFile } from "./sourceDocument";

/** Longer texts are refused: reading them would take more memory than a program should ask for. In characters. */
export const MAXIMUM_LENGTH = 64 * 1024 * 1024;

/** Reads a file of whatever format. Never throws: what is wrong stands in `problems`, and what could be read is there. */
export function readSource({ file, text }: SourceFile): SourceDocument {
    const problems =
        text.length > MAXIMUM_LENGTH ? [{ file, line: 1, column: 1, message: "The file is too long." }] : [];
    return { file, format: undefined, resources: [], notEvaluated: [], notes: [], problems };
}
