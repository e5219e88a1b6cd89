/** How a source spells the names of properties. */
export interface Spelling {
    /** The name in the facts of a name of the source. */
    toFact(name: string): string;
    /** The name that the source has for one of the facts. */
    toSource(name: string): string;
}

/** Names that are spelled alike. */
export const SAME: Spelling = { toFact: (name) => name, toSource: (name) => name };

/** Spelled by a rule, but for the names of a table from source to facts. */
export function spelledBy(rule: Spelling, table: Readonly<Record<string, string>> = {}): Spelling {
    const facts = new Map(Object.entries(table));
    const sources = new Map(Object.entries(table).map(([source, fact]) => [fact, source]));
    return {
        toFact: (name) => {
            const known = facts.get(name);
            if (known !== undefined) return known;
            const made = rule.toFact(name);
            facts.set(name, made);
            return made;
        },
        toSource: (name) => sources.get(name) ?? rule.toSource(name),
    };
}

/** `KafkaVersion` is `kafkaVersion`; letters that stand for words are one word: `KMSKeyArn` is `kmsKeyArn`. */
export const PASCAL_CASE: Spelling = {
    toFact: (name) => name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/, (start) => start.toLowerCase()),
    toSource: (name) => name.charAt(0).toUpperCase() + name.slice(1),
};

/** `destination_arn` is `destinationArn`. */
export const SNAKE_CASE: Spelling = {
    toFact: (name) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    toSource: (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
};
