import { isRecord } from "../../constraints/core/known";
import { formatPath, type Path } from "../../constraints/core/path";
import { describe } from "../../constraints/core/show";
import type { SourceProblem } from "../sourceDocument";
import type { Located } from "../text/located";

/** What a value that is read into has to be. */
export type Shape = "object" | "list" | "text";

const IN_WORDS: Readonly<Record<Shape, string>> = { object: "an object", list: "a list", text: "a text" };

/** Of mistakes of this kind only so many are told in a file. */
const MOST = 20;

/** Collects what stands where something of another shape belongs, so that it is not passed over. */
export class Shapes {
    readonly problems: SourceProblem[] = [];

    constructor(
        readonly file: string,
        readonly located: Located,
    ) {}

    /** Notes a value that is there, but of another shape. Nothing, and what is not known, is left to others. */
    expect(shape: Shape, value: unknown, at: Path): void {
        if (value === undefined || value === null || typeof value === "symbol" || hasShape(shape, value)) return;
        this.add(at, wrongShape(formatPath(at), value, shape));
    }

    add(at: Path, message: string): void {
        if (this.problems.length >= MOST) return;
        this.problems.push({ file: this.file, ...this.located.locate(at), message });
    }
}

/** `planned_values is the number 3, where an object belongs.` */
export function wrongShape(what: string, value: unknown, shape: Shape): string {
    const found = typeof value === "string" ? "a text" : describe(value);
    return `${what} is ${found}, where ${IN_WORDS[shape]} belongs.`;
}

export function hasShape(shape: Shape, value: unknown): boolean {
    if (shape === "list") return Array.isArray(value);
    return shape === "text" ? typeof value === "string" : isRecord(value);
}
