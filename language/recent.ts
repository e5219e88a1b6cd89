/**
 * What came of texts that were read lately. In a stack the same templates stand in many rules, and many who look at a
 * rule ask for the same tree; reading a text takes far longer than finding it here.
 */
export class Recent<T> {
    readonly #results = new Map<string, T>();

    constructor(
        /** Results kept at most; when there are more, all are forgotten. */
        readonly limit: number,
        /** Texts longer than this are not kept: they are rare, and their trees large. */
        readonly longest: number,
    ) {}

    /** The result for a text, made by `read` unless the text was read lately. */
    of(text: string, read: (text: string) => T): T {
        if (text.length > this.longest) return read(text);
        const known = this.#results.get(text);
        if (known !== undefined) return known;
        const result = read(text);
        if (this.#results.size >= this.limit) this.#results.clear();
        this.#results.set(text, result);
        return result;
    }
}
