import { parseTemplate } from "../../language";

/** True for a text that a message decides, or that cannot be read as a template at all. */
export function isTemplate(text: string): boolean {
    const parsed = parseTemplate(text);
    return !parsed.ok || parsed.value.parts.some(({ kind }) => kind !== "text");
}
