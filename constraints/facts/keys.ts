import { isUnknown, member } from "../core/known";
import type { ResourceFacts, Stack } from "./stack";

/** The outputs of a key by which it is named. */
const KEY_IDS = ["arn", "id", "keyId"];

/** The customer managed key of the stack that a property names; undefined where the stack does not tell. */
export function keyIn(stack: Stack, from: ResourceFacts, property: string): ResourceFacts | undefined {
    const given = member(from.values, property);
    const keys = stack.ofKind("key");
    if (typeof given === "string")
        return keys.find(({ values }) => KEY_IDS.some((name) => member(values, name) === given));
    if (!isUnknown(given)) return undefined;
    const edges = from.references?.[property] ?? [];
    const referenced = keys.filter(({ id }) => edges.includes(id));
    return referenced.length === 1 ? referenced[0] : undefined;
}
