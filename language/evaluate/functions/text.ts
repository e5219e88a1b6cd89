import { toNumeric, toText } from "../conversions";
import { LIMITS, tooLarge } from "../limits";
import { floorWithin } from "../numbers";
import type { Result } from "../value";
import type { Bodies, Body } from "./body";

/** A function of one text: what cannot become one is Undefined. */
function ofText(apply: (text: string) => Result): Body {
    return ([given]) => {
        const text = toText(given);
        return text === undefined ? undefined : apply(text);
    };
}

function ofTexts(apply: (text: string, other: string) => Result): Body {
    return ([first, second]) => {
        const [text, other] = [toText(first), toText(second)];
        return text === undefined || other === undefined ? undefined : apply(text, other);
    };
}

/** A number rounded down and kept within a range; Undefined where there is none. */
function countIn(value: Result, least: number, most: number): number | undefined {
    const number = toNumeric(value, true);
    return number === undefined ? undefined : floorWithin(number, least, most);
}

/** Adds a number of spaces, not: fills up to a length. */
function padded(pad: (text: string, spaces: string) => string): Body {
    return ([given, spaces]) => {
        const text = toText(given);
        const count = countIn(spaces, 0, 1000);
        return text === undefined || count === undefined ? undefined : pad(text, " ".repeat(count));
    };
}

/** The character of an ASCII code. */
const chr: Body = ([given]) => {
    const code = countIn(given, -1, 128);
    return code === undefined || code < 0 || code > 127 ? undefined : String.fromCharCode(code);
};

/** From the first position to before the second; positions beyond the ends are the ends. */
const substring: Body = ([given, ...positions]) => {
    const text = toText(given);
    if (text === undefined) return undefined;
    const [start, end = text.length] = positions.map((position) => countIn(position, 0, text.length));
    if (start === undefined || (positions.length === 2 && countIn(positions[1], 0, text.length) === undefined)) {
        return undefined;
    }
    return start >= end ? "" : text.slice(start, end);
};

const replace: Body = ([given, wanted, replacement]) => {
    const [text, part, other] = [toText(given), toText(wanted), toText(replacement)];
    if (text === undefined || part === undefined || other === undefined) return undefined;
    const growth = other.length - part.length;
    const most = text.length / Math.max(1, part.length) + 1;
    if (growth > 0 && text.length + growth * most > LIMITS.text) {
        const found = text.split(part).length - 1;
        if (text.length + growth * found > LIMITS.text) throw tooLarge("what replace makes");
    }
    return text.replaceAll(part, () => other);
};

export const TEXT: Bodies = {
    chr,
    endswith: ofTexts((text, end) => text.endsWith(end)),
    indexof: ofTexts((text, part) => text.indexOf(part)),
    length: ofText((text) => text.length),
    lower: ofText((text) => text.toLowerCase()),
    lpad: padded((text, spaces) => spaces + text),
    ltrim: ofText((text) => text.replace(/^[ \t]+/, "")),
    numbytes: ofText((text) => Buffer.byteLength(text, "utf8")),
    replace,
    rpad: padded((text, spaces) => text + spaces),
    rtrim: ofText(withoutTrailingBlanks),
    startswith: ofTexts((text, start) => text.startsWith(start)),
    substring,
    trim: ofText((text) => text.trim()),
    upper: ofText((text) => text.toUpperCase()),
};

/** A loop and not an expression, which would look at every run of blanks again and again. */
function withoutTrailingBlanks(text: string): string {
    let end = text.length;
    while (end > 0 && (text[end - 1] === " " || text[end - 1] === "\t")) end--;
    return text.slice(0, end);
}
