import { BITS } from "./bits";
import type { Body } from "./body";
import { COLLECTIONS } from "./collections";
import { EXTERNAL } from "./external";
import { HASH } from "./hash";
import { MESSAGE } from "./message";
import { NUMERIC } from "./numeric";
import { REGEXP } from "./regexp";
import { TEXT } from "./text";
import { TIME } from "./time";

/** Every function that is no part of the language itself (cast, get_or_default), by its name in lower case. */
export const FUNCTIONS: ReadonlyMap<string, Body> = new Map(
    [NUMERIC, BITS, TEXT, HASH, REGEXP, COLLECTIONS, TIME, MESSAGE, EXTERNAL].flatMap((bodies) =>
        Object.entries(bodies),
    ),
);
