const EVERY_MS = 10_000;

/** Says how far long work has come, every ten seconds, with the seconds since it began. */
export class Progress {
    readonly #began = Date.now();
    readonly #clock: NodeJS.Timeout;
    #state = "working";

    constructor(say: (line: string) => void) {
        this.#clock = setInterval(() => say(`${this.#state}, ${this.#seconds} s`), EVERY_MS);
    }

    tell(state: string): void {
        this.#state = state;
    }

    end(): void {
        clearInterval(this.#clock);
    }

    get #seconds(): number {
        return Math.round((Date.now() - this.#began) / 1000);
    }
}
