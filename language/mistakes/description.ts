import type { Mistake } from "../problem";
import type { Stop } from "../stop";

/** One of the mistakes that people make: how to know it where parsing stopped, and what to say about it. */
export interface MistakeDescription {
    readonly mistake: Mistake;
    matches(stop: Stop): boolean;
    /** What is wrong, without a character of the text; absent where what was expected and found says it. */
    readonly says?: string | ((stop: Stop) => string);
    /** What to write instead, without a character of the text. */
    readonly help?: string | ((stop: Stop) => string);
    /** Where the mistake is, if not where parsing stopped. */
    at?(stop: Stop): number;
}
