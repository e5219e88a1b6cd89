/**
 * What was made of a request, kept for the policies that are asked about it one after the other. The server hands each
 * policy its own copy of a request, so nothing in the copy tells that two are of one; the order does. Policies of a
 * pack are asked in their order: one that comes no later than the last one has a new request before it.
 */
export class PerRequest<T> {
    readonly #latest = new Map<string, { readonly value: T; asked: number }>();

    /** Requests with different keys may overlap; one key has one request at a time. At most `capacity` are kept. */
    constructor(readonly capacity = 64) {}

    /** What `make` made when the first policy asked about the request with this key. */
    get(key: string, order: number, make: () => T): T {
        let entry = this.#latest.get(key);
        if (entry === undefined || order <= entry.asked) {
            this.#latest.delete(key);
            entry = { value: make(), asked: order };
            this.#latest.set(key, entry);
            if (this.#latest.size > this.capacity) this.#latest.delete(this.#latest.keys().next().value!);
        }
        entry.asked = order;
        return entry.value;
    }
}
