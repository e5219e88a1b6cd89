/** A version of Apache Kafka as Amazon MSK names it: `3.9.x.kraft`, `2.8.2.tiered`. */
export interface KafkaVersion {
    /** Its numbers; an `x` stands for the newest there is. */
    readonly numbers: readonly number[];
    readonly isKraft: boolean;
    readonly isTiered: boolean;
}

const FORM = /^\d{1,4}(?:\.\d{1,4}){1,3}(?:\.x)?(?:\.(?:tiered|kraft)){0,2}$/;

/** Reads a version; undefined for a text that is none. */
export function parseKafkaVersion(text: string): KafkaVersion | undefined {
    if (!FORM.test(text)) return undefined;
    const parts = text.split(".");
    return {
        numbers: parts.filter((part) => /^[\dx]+$/.test(part)).map((part) => (part === "x" ? Infinity : Number(part))),
        isKraft: parts.includes("kraft"),
        isTiered: parts.includes("tiered"),
    };
}

/** Whether a version is that one or a later one. */
export function isAtLeast({ numbers }: KafkaVersion, ...least: number[]): boolean {
    for (const [index, wanted] of least.entries()) {
        const number = numbers[index] ?? 0;
        if (number !== wanted) return number > wanted;
    }
    return true;
}
