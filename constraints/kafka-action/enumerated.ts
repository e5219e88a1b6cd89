import { isUnknown } from "../core/known";
import type { Path } from "../core/path";
import { nearest, oneOf, show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import type { ClientProperty } from "../facts/clientProperties";
import type { KafkaAction } from "../facts/kafkaAction";

/** Where a client property stands in the action. */
export function propertyPath(name: ClientProperty): Path {
    return ["clientProperties", name];
}

/** What a check of an enumerated property may add to the plain verdict. */
export interface Enumerated {
    readonly allowed: readonly string[];
    /** The IDs that a wrong value breaks. */
    readonly requirements: (value: string) => readonly string[];
    /** What to say of values that people mistake for allowed ones. */
    readonly explain?: (value: string) => { found?: string; fix?: string } | undefined;
}

/**
 * Judges a client property that takes one of a few words, exactly as documented (KAFKA-CP-05). Absent is right; no
 * text is judged elsewhere (client-property-type); a template is advised against elsewhere and cannot be judged.
 */
export function checkEnumerated(action: KafkaAction, name: ClientProperty, rule: Enumerated): Verdict | undefined {
    const value = action.property(name);
    if (value === undefined || (typeof value !== "string" && !isUnknown(value))) return undefined;
    if (isUnknown(value)) return undetermined(propertyPath(name));
    if (rule.allowed.includes(value)) return undefined;
    if (value.includes("${")) return undetermined(propertyPath(name), "the value is a substitution template");
    const meant = nearest(value, rule.allowed);
    const explained = rule.explain?.(value);
    const isMisspelt = meant !== undefined && plain(value) === plain(meant);
    return violation(propertyPath(name), explained?.found ?? `${name} is ${show(value)}, not ${oneOf(rule.allowed)}`, {
        requirements: [...rule.requirements(value), ...(isMisspelt ? ["KAFKA-CP-05"] : [])],
        ...(explained?.fix ? { fix: explained.fix } : meant ? { fix: `Did you mean ${show(meant)}?` } : {}),
    });
}

/** A word without case and without what stands between its letters. */
function plain(word: string): string {
    return word.toLowerCase().replace(/[^a-z0-9]/g, "");
}
