/** A moment until which something has to be done, whatever it is made of. */
export class Deadline {
    private readonly end: number;

    /** @param timeout milliseconds from now on */
    constructor(readonly timeout: number) {
        this.end = performance.now() + timeout;
    }

    /** Milliseconds, at least one: timers take 0 for "none". */
    get left(): number {
        return Math.max(1, this.end - performance.now());
    }

    get isOver(): boolean {
        return performance.now() >= this.end;
    }

    /** An equal part of what is left, for one of several tries. */
    share(tries: number): Deadline {
        return new Deadline(this.left / tries);
    }

    /** What `work` gives, or what `late` throws; work that comes too late is not heard of any more. */
    async limit<T>(work: Promise<T>, late: () => Error): Promise<T> {
        let timer: NodeJS.Timeout | undefined;
        const end = new Promise<never>((_, reject) => {
            timer = setTimeout(() => reject(late()), this.left);
        });
        try {
            return await Promise.race([work, end]);
        } finally {
            clearTimeout(timer);
        }
    }
}
