import { isRecord } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import type { Located, TextProblem } from "./located";
import { withoutMark } from "./locatedJson";
import { Lines } from "./position";
import { tooDeepInYaml } from "./yamlDepth";
import { TOO_DEEP, YamlPiece } from "./yamlPiece";
import { type CutYaml, cutYaml } from "./yamlSections";
import { type YamlProblem, YamlRefusal } from "./yamlValue";

/** A YAML text with the places of its parts, or what is wrong with it. */
export type ReadYaml =
    | { readonly ok: true; readonly yaml: Located }
    | { readonly ok: false; readonly problem: TextProblem };

/** What a text is read as, however many pieces it is read in. */
interface Whole {
    readonly value: unknown;
    readonly repeated: readonly YamlProblem[];
    offsetOf(path: Path, inName?: boolean): number;
}

/**
 * Reads a YAML text with the short forms of CloudFormation (`!Ref`, `!Sub`) as their long ones. A mistake in it is
 * returned, never thrown. Names that are given twice are told; the last counts, as in JSON.
 */
export function readLocatedYaml(given: string): ReadYaml {
    const text = withoutMark(given);
    const lines = new Lines(text);
    const deep = tooDeepInYaml(text);
    if (deep !== undefined) return { ok: false, problem: { ...lines.positionAt(deep), message: TOO_DEEP } };
    try {
        const whole = readInSections(text) ?? new YamlPiece(text);
        return {
            ok: true,
            yaml: {
                value: whole.value,
                locate: (path, inName) => lines.positionAt(whole.offsetOf(path, inName)),
                repeated: whole.repeated.map(({ offset, message }) => ({ message, ...lines.positionAt(offset) })),
            },
        };
    } catch (problem) {
        if (!(problem instanceof YamlRefusal)) throw problem;
        return { ok: false, problem: { ...lines.positionAt(problem.offset), message: problem.message } };
    }
}

/** A large text in sections; undefined where it must be read as a whole, also to say what is wrong with it. */
function readInSections(text: string): Whole | undefined {
    const cut = cutYaml(text);
    if (cut === undefined) return undefined;
    try {
        return new Sections(text, cut);
    } catch (problem) {
        if (problem instanceof YamlRefusal) return undefined;
        throw problem;
    }
}

/** The trees of so many sections are kept to look up places. */
const KEPT = 4;

/** A text of which one section at a time is read, and read again when somebody asks where something stands in it. */
class Sections implements Whole {
    readonly value: unknown;
    readonly repeated: readonly YamlProblem[];
    readonly #rest: YamlPiece;
    readonly #sectionOf = new Map<string | number, number>();
    readonly #kept = new Map<number, YamlPiece>();

    constructor(
        readonly text: string,
        readonly cut: CutYaml,
    ) {
        this.#rest = new YamlPiece(cut.rest);
        const repeated = this.#rest.repeated.map((one) => ({ ...one, offset: this.#behindHole(one.offset) }));
        const members: [string, unknown][] = [];
        for (const index of cut.sections.keys()) {
            const piece = this.#read(index);
            if (!isRecord(piece.value)) throw new YamlRefusal(piece.start, "This is no mapping.");
            repeated.push(...piece.repeated);
            for (const [name, value] of Object.entries(piece.value)) {
                if (this.#sectionOf.has(name))
                    repeated.push({
                        offset: piece.offsetOf([name], true),
                        message: `${JSON.stringify(name)} is given twice.`,
                    });
                this.#sectionOf.set(name, index);
                members.push([name, value]);
            }
        }
        if (!isRecord(this.#rest.value)) throw new YamlRefusal(0, "This is no mapping.");
        this.value = { ...this.#rest.value, [cut.name]: Object.fromEntries(members) };
        this.repeated = repeated;
    }

    offsetOf(path: Path, inName = false): number {
        const [first, second, ...rest] = path;
        const section = first === this.cut.name && second !== undefined ? this.#sectionOf.get(second) : undefined;
        if (section === undefined || second === undefined) return this.#behindHole(this.#rest.offsetOf(path, inName));
        const piece = this.#kept.get(section) ?? this.#read(section);
        this.#kept.delete(section);
        this.#kept.set(section, piece);
        const [oldest] = this.#kept.keys();
        if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
        return piece.offsetOf([second, ...rest], inName);
    }

    /** Where in the text something of the rest stands. */
    #behindHole(offset: number): number {
        const { from, to } = this.cut.hole;
        return offset < from ? offset : offset + to - from;
    }

    #read(index: number): YamlPiece {
        const { from, to } = this.cut.sections[index]!;
        return new YamlPiece(this.text.slice(from, to), from);
    }
}
