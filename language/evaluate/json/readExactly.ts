import { decimal, decimalValue, doubleValue } from "../decimal";
import { ObjectBuilder, type Value } from "../value";

/** White space, and the tokens of JSON: a text in quotes, a number, a word, a sign. */
const TOKEN = /[ \t\r\n]*(?:("[^"\\]*(?:\\.[^"\\]*)*")|(-?[0-9][-+0-9.eE]*)|([a-z]+)|([[\]{},:]))/y;

/** Reads a text that is known to be JSON, every number exactly and every key in its place. */
export function readExactly(text: string, keepsWhole: boolean): Value {
    TOKEN.lastIndex = 0;
    return readValue(text, keepsWhole, next(text));
}

type Token = RegExpExecArray;

function next(text: string): Token {
    const token = TOKEN.exec(text);
    if (token === null) throw new SyntaxError("This is no JSON");
    return token;
}

function readValue(text: string, keepsWhole: boolean, token: Token): Value {
    const [, quoted, number, word, sign] = token;
    if (quoted !== undefined) return JSON.parse(quoted) as string;
    if (number !== undefined) return readNumber(number, keepsWhole);
    if (word !== undefined) return word === "null" ? null : word === "true";
    return sign === "{" ? readObject(text, keepsWhole) : readArray(text, keepsWhole);
}

function readObject(text: string, keepsWhole: boolean): Value {
    const object = new ObjectBuilder();
    for (let token = next(text); token[4] !== "}"; token = next(text)) {
        const key = token[4] === "," ? next(text) : token;
        next(text);
        object.set(JSON.parse(key[1]!) as string, readValue(text, keepsWhole, next(text)));
    }
    return object.build();
}

function readArray(text: string, keepsWhole: boolean): Value {
    const elements: Value[] = [];
    for (let token = next(text); token[4] !== "]"; token = next(text)) {
        elements.push(readValue(text, keepsWhole, token[4] === "," ? next(text) : token));
    }
    return elements;
}

function readNumber(text: string, keepsWhole: boolean): Value {
    const double = Number(text);
    if (/^-?[0-9]+$/.test(text)) return Number.isSafeInteger(double) ? double + 0 : BigInt(text);
    // A double has none of 1E400 and 1E-400, which a Decimal has.
    if (!Number.isFinite(double) || (double === 0 && /[1-9]/.test(text.split(/e/i)[0]!))) {
        return decimalValue(decimal(text), keepsWhole) ?? decimal(text);
    }
    return doubleValue(double, keepsWhole)!;
}
