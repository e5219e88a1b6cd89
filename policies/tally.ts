import type { OpenQuestion } from "../constraints/core/finding";

/** What has been judged in a run and what could not be, by resource: judging one again replaces what it gave before. */
export class Tally {
    readonly #judged = new Set<string>();
    readonly #escaped = new Set<string>();
    readonly #open = new Map<string, Map<string, readonly OpenQuestion[]>>();

    /** A resource that constraints looked at, or that escaped them. */
    count(urn: string, outcome: "judged" | "escaped" | "neither"): void {
        this.#judged.delete(urn);
        this.#escaped.delete(urn);
        if (outcome === "judged") this.#judged.add(urn);
        if (outcome === "escaped") this.#escaped.add(urn);
    }

    /** The questions that a constraint left open at a resource, or (with the key of the stack) anywhere. */
    leaveOpen(constraint: string, key: string, questions: readonly OpenQuestion[]): void {
        // Nearly every policy leaves nothing open at nearly every resource.
        const known = this.#open.get(constraint);
        if (questions.length === 0) known?.delete(key);
        else if (known) known.set(key, questions);
        else this.#open.set(constraint, new Map([[key, questions]]));
    }

    get open(): readonly OpenQuestion[] {
        return [...this.#open.values()].flatMap((byKey) => [...byKey.values()].flat());
    }

    /** `judged 3, undetermined 1, not judged 0`. */
    get line(): string {
        return `judged ${this.#judged.size}, undetermined ${this.open.length}, not judged ${this.#escaped.size}`;
    }
}
