import { member } from "../core/known";
import type { ResourceFacts } from "./stack";

/** True when Pulumi has named a resource: after what its program calls it, with a hyphen and seven hex digits. */
export function isAutoNamed({ name, values }: ResourceFacts): boolean {
    const own = member(values, "name");
    if (typeof own !== "string" || name === undefined || !own.startsWith(`${name}-`)) return false;
    return /^[0-9a-f]{7}$/.test(own.slice(name.length + 1));
}
