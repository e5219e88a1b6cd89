import type { Stop } from "../stop";
import { BRACKET_MISTAKES } from "./brackets";
import { CLAUSE_MISTAKES } from "./clauses";
import type { MistakeDescription } from "./description";
import { EXPRESSION_MISTAKES } from "./expressions";
import { TEXT_MISTAKES } from "./texts";

/** In the order in which they are asked: what explains more of the text comes before what explains less. */
const MISTAKES: readonly MistakeDescription[] = [
    ...TEXT_MISTAKES,
    ...BRACKET_MISTAKES,
    ...CLAUSE_MISTAKES,
    ...EXPRESSION_MISTAKES,
];

/** The mistake that explains why parsing stopped; undefined when it is none of those that have a name. */
export function mistakeAt(stop: Stop): MistakeDescription | undefined {
    return MISTAKES.find(({ matches }) => matches(stop));
}
