import type { Fields } from "./fields";
import type { Piece } from "./pattern";

export type LetterPiece = Extract<Piece, { kind: "letter" }>;

/** What a number means, by its letter. */
export const NUMBERS: Readonly<Record<string, (fields: Fields, value: number, count: number, digits: string) => void>> =
    {
        u: (fields, value, count) => {
            fields.year = count === 2 ? 2000 + value : value;
        },
        y: (fields, value, count) => {
            fields.yearOfEra = count === 2 ? 2000 + value : value;
        },
        M: (fields, value) => {
            fields.month = value;
        },
        d: (fields, value) => {
            fields.day = value;
        },
        D: (fields, value) => {
            fields.dayOfYear = value;
        },
        H: (fields, value) => {
            fields.hour = value;
        },
        k: (fields, value) => {
            fields.hour = value === 24 ? 0 : value || 24;
        },
        h: (fields, value) => {
            fields.hourOfHalf = value === 12 ? 0 : value || 24;
        },
        K: (fields, value) => {
            fields.hourOfHalf = value;
        },
        m: (fields, value) => {
            fields.minute = value;
        },
        s: (fields, value) => {
            fields.second = value;
        },
        S: (fields, _value, _count, digits) => {
            fields.millisecond = Number(digits.padEnd(3, "0").slice(0, 3));
        },
        A: (fields, value) => {
            fields.millisecondOfDay = value;
        },
    };

/** Three letters and more of a month are its name. */
export function isNumber({ letter, count }: LetterPiece): boolean {
    return Object.hasOwn(NUMBERS, letter) && !(letter === "M" && count > 2);
}

/** Two letters are two digits, as are those of a fraction; one letter is as many digits as there are. */
export function numberWidth({ letter, count }: LetterPiece): { readonly least: number; readonly most: number } {
    if (letter === "S" || count === 2) return { least: count, most: count };
    return { least: count, most: Math.max(count, letter === "D" ? 3 : 9) };
}
