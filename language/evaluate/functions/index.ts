import type { Body } from "./body";

export const FUNCTIONS: ReadonlyMap<string, Body> = new Map<string, Body>();
