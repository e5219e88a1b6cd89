import { readdirSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { MAXIMUM_LENGTH, type SourceFile } from "../sources";
import { type FileProblem, reasonOf } from "./fileProblem";

/** A file to be judged, and whether somebody named it or it was found in a folder. */
export interface Input extends SourceFile {
    readonly named: boolean;
}

/** What the arguments of a command lead to. */
export interface Inputs {
    readonly files: readonly Input[];
    readonly errors: readonly FileProblem[];
    /** Folders that were given, each with the files found in it. */
    readonly folders: readonly { readonly folder: string; readonly files: readonly string[] }[];
}

const IN_FOLDERS = /\.(json|yaml|yml|template)$/i;

/**
 * The files that arguments name: files, folders (their *.json, *.yaml, *.yml and *.template, not in node_modules or
 * folders whose name starts with a dot), globs, and `-` for standard input. Each is read once.
 */
export function readInputs(names: readonly string[]): Inputs {
    const files = new Map<string, Input>();
    const errors: FileProblem[] = [];
    const folders: { folder: string; files: string[] }[] = [];
    const add = (file: string, named: boolean) => {
        const place = file === "-" ? file : resolve(file);
        if (files.has(place)) return;
        const read = readText(file);
        if (typeof read === "string") files.set(place, { file, text: read, named });
        else errors.push({ file, line: 1, column: 1, ...read });
    };
    for (const name of names) {
        const kind = kindOf(name);
        if (kind === "folder") {
            const found = filesIn(name, errors);
            folders.push({ folder: name, files: found });
            for (const file of found) add(file, false);
        } else if (kind === "missing" && isGlob(name)) {
            const found = matching(name);
            if (found.length === 0) errors.push({ file: name, line: 1, column: 1, message: "No file matches it." });
            for (const file of found) add(file, true);
        } else add(name, true);
    }
    return { files: [...files.values()], errors, folders };
}

function kindOf(name: string): "folder" | "file" | "missing" {
    if (name === "-") return "file";
    const entry = statSync(name, { throwIfNoEntry: false });
    if (entry === undefined) return "missing";
    return entry.isDirectory() ? "folder" : "file";
}

function isGlob(name: string): boolean {
    return /[*?[\]{}]/.test(name);
}

/** Globs are rare, and their library is loaded only for them. */
function matching(glob: string): string[] {
    const { globSync } = require("tinyglobby") as typeof import("tinyglobby");
    return globSync(glob, {
        absolute: isAbsolute(glob),
        expandDirectories: false,
        ignore: ["**/node_modules/**"],
    }).sort();
}

function filesIn(folder: string, errors: FileProblem[]): string[] {
    let entries: ReturnType<typeof list>;
    try {
        entries = list(folder);
    } catch (error) {
        const message = `The folder cannot be read: ${reasonOf(error)}.`;
        errors.push({ file: folder, line: 1, column: 1, message });
        return [];
    }
    return entries.flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
            return entry.name === "node_modules" || entry.name.startsWith(".") ? [] : filesIn(path, errors);
        }
        return entry.isFile() && IN_FOLDERS.test(entry.name) ? [path] : [];
    });
}

function list(folder: string) {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readText(file: string): string | { readonly message: string } {
    try {
        // Standard input has no size that could be asked for.
        if (file !== "-" && statSync(file).size > MAXIMUM_LENGTH) return tooLarge();
        const bytes = readFileSync(file === "-" ? 0 : file);
        if (bytes.length > MAXIMUM_LENGTH) return tooLarge();
        return decode(bytes);
    } catch (error) {
        return { message: `The file cannot be read: ${reasonOf(error)}.` };
    }
}

/** UTF-8, or what a byte order mark says; PowerShell writes UTF-16 into files. */
function decode(bytes: Buffer): string {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le", 2);
    const text = bytes.toString("utf8");
    return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function tooLarge(): { readonly message: string } {
    const megabytes = MAXIMUM_LENGTH / 1024 / 1024;
    return { message: `The file is larger than ${megabytes} MB; what describes a stack is far smaller.` };
}
