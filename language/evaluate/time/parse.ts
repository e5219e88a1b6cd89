import { type Fields, timeOf } from "./fields";
import { isNumber, type LetterPiece, NUMBERS, numberWidth } from "./numberFields";
import { LONGEST_PATTERN, type Piece, readPattern } from "./pattern";
import { readOther } from "./textFields";

/**
 * Milliseconds since 1970 of a time in a pattern of Java 11; undefined where the text does not follow the pattern,
 * `"unsupported"` for letters that Java has and this has not.
 * https://docs.oracle.com/en/java/javase/11/docs/api/java.base/java/time/format/DateTimeFormatter.html
 */
export function parseTime(text: string, pattern: string): number | undefined | "unsupported" {
    const pieces = readPattern(pattern, true);
    if (pieces === undefined || text.length > LONGEST_PATTERN) return undefined;
    if (hasUnsupported(pieces)) return "unsupported";
    const fields: Fields = {};
    const end = parsePieces(pieces, text, 0, fields);
    return end === text.length ? timeOf(fields) : undefined;
}

const OTHERS = "MGaEVzOXxZ";
/** Week-based fields, quarters, periods of the day, padding and the like. */
const KNOWN_TO_JAVA = "QqYwWecFgBpLvnN";

function hasUnsupported(pieces: readonly Piece[]): boolean {
    return pieces.some((piece) => {
        if (piece.kind === "text") return false;
        if (piece.kind === "optional") return hasUnsupported(piece.pieces);
        return KNOWN_TO_JAVA.includes(piece.letter);
    });
}

/** Where the text goes on, or -1 where it does not follow. */
function parsePieces(pieces: readonly Piece[], text: string, start: number, fields: Fields): number {
    let at = start;
    for (let index = 0; index < pieces.length && at >= 0; index++) {
        const piece = pieces[index]!;
        if (piece.kind === "text") at = text.startsWith(piece.text, at) ? at + piece.text.length : -1;
        else if (piece.kind === "optional") at = parseOptional(piece.pieces, text, at, fields);
        else if (isNumber(piece)) at = parseNumber(piece, reservedAfter(pieces, index), text, at, fields);
        else at = OTHERS.includes(piece.letter) ? readOther(piece.letter, piece.count, text, at, fields) : -1;
    }
    return at;
}

/** A section that does not follow is left out. */
function parseOptional(pieces: readonly Piece[], text: string, at: number, fields: Fields): number {
    const tried: Fields = { ...fields };
    const end = parsePieces(pieces, text, at, tried);
    if (end < 0) return at;
    Object.assign(fields, tried);
    return end;
}

/** How many digits the fields of fixed width right behind a field need: `yyyyMMdd` is read so. */
function reservedAfter(pieces: readonly Piece[], index: number): number {
    let reserved = 0;
    for (const piece of pieces.slice(index + 1)) {
        const width = piece.kind === "letter" && isNumber(piece) ? numberWidth(piece) : undefined;
        if (width === undefined || width.least !== width.most) break;
        reserved += width.least;
    }
    return reserved;
}

function parseNumber(piece: LetterPiece, reserved: number, text: string, at: number, fields: Fields): number {
    const { least, most } = numberWidth(piece);
    const sign = piece.count >= 4 && /[+-]/.test(text[at] ?? "") ? text[at]! : "";
    let width = 0;
    while (width < most + reserved && /^[0-9]$/.test(text[at + sign.length + width] ?? "")) width++;
    width = Math.max(least, width - reserved);
    // More digits than letters need a sign in front.
    if (piece.count >= 4 && sign === "" && piece.letter !== "S") width = Math.min(width, piece.count);
    const end = at + sign.length + width;
    const digits = text.slice(at + sign.length, end);
    if (digits.length !== width || !/^[0-9]+$/.test(digits)) return -1;
    const value = Number(digits);
    NUMBERS[piece.letter]!(fields, sign === "-" ? -value : value, piece.count, digits);
    return end;
}
