import type { Run } from "../run";
import type { Result } from "../value";

/** A function of AWS IoT SQL. The number of arguments is right when it is called. */
export type Body = (given: readonly Result[], run: Run) => Result;

/** Bodies by name in lower case. */
export type Bodies = Readonly<Record<string, Body>>;
