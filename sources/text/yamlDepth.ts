/** Texts are refused far above any real nesting, so that a bracket in a text or comment does no harm. */
const MAXIMUM_BRACKETS = 1_000;
const MAXIMUM_MARKS = 200;
const MAXIMUM_INDENT = 2_000;

/**
 * Where a YAML text is nested deeper than anybody writes it, found without reading it: readers of YAML need time and
 * stack for each level. Undefined where it is not.
 */
export function tooDeepInYaml(text: string): number | undefined {
    let [brackets, marks, indent] = [0, 0, 0];
    let atStart = true;
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 0x0a) {
            [marks, indent, atStart] = [0, 0, true];
            continue;
        }
        if (code === 0x5b || code === 0x7b) {
            if (++brackets > MAXIMUM_BRACKETS) return at;
        } else if ((code === 0x5d || code === 0x7d) && brackets > 0) brackets--;
        if (isMark(code) && isSpace(text.charCodeAt(at + 1)) && ++marks > MAXIMUM_MARKS) return at;
        if (atStart && code === 0x20) {
            if (++indent > MAXIMUM_INDENT) return at;
        } else atStart = false;
    }
    return undefined;
}

/** `-`, `?` and `:` open a level when a space follows. */
function isMark(code: number): boolean {
    return code === 0x2d || code === 0x3f || code === 0x3a;
}

function isSpace(code: number): boolean {
    return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
