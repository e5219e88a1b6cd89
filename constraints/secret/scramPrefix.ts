const PREFIX = "AmazonMSK_";

/** True for a name that Amazon MSK takes: the prefix, and something behind it. */
export function hasScramPrefix(name: string): boolean {
    return name.startsWith(PREFIX) && name.length > PREFIX.length;
}

/** What is wrong with a name that it does not take, as the end of a sentence. */
export function prefixProblem(name: string): string {
    if (name === PREFIX) return `is the prefix ${PREFIX} alone`;
    if (/^amazonmsk[_-]/i.test(name)) return `almost starts with ${PREFIX}: letters and underscore count as they are`;
    return name.includes(PREFIX) ? `has ${PREFIX} inside, and not in front` : `does not start with ${PREFIX}`;
}
