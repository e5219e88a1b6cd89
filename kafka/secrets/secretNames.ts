const ARN = /^arn:[^:]*:secretsmanager:([^:]*):([^:]*):secret:(.+)$/;
const RANDOM_ENDING = /-[A-Za-z0-9]{6}$/;

/** How well a name of a secret fits another one: 0 is not at all. Of several that fit the best is meant. */
export function fitnessOf(asked: string, known: string): 0 | 1 | 2 | 3 {
    if (asked === known) return 3;
    const [one, other] = [ARN.exec(asked), ARN.exec(known)];
    if (one && other) {
        const isSamePlace = one[1] === other[1] && one[2] === other[2];
        // An ARN may be given without its six random characters.
        return isSamePlace && (isPartOf(one[3]!, other[3]!) || isPartOf(other[3]!, one[3]!)) ? 2 : 0;
    }
    if (one) return isPartOf(known, one[3]!) ? 1 : 0;
    if (other) return isPartOf(asked, other[3]!) ? 1 : 0;
    return 0;
}

/** The Region that an ARN tells. */
export function regionOfSecret(id: string): string | undefined {
    return ARN.exec(id)?.[1] || undefined;
}

function isPartOf(name: string, whole: string): boolean {
    return name === whole || name === whole.replace(RANDOM_ENDING, "");
}
