import { toText } from "../conversions";
import { EvaluationFailure } from "../failure";
import { LIMITS, tooLarge } from "../limits";
import { countSteps, type Run } from "../run";
import type { Result } from "../value";
import type { Bodies, Body } from "./body";
import { type Pattern, patternOf } from "./regexpPattern";
import { readReplacement } from "./regexpReplacement";

/** A function of a text and an expression; Undefined for what is no expression. */
function ofPattern(apply: (text: string, pattern: NonNullable<Pattern>, more: Result) => Result): Body {
    return ([given, regexp, more], run) => {
        const [text, source] = [toText(given), toText(regexp)];
        if (text === undefined || source === undefined) return undefined;
        const pattern = patternOf(source);
        if (pattern === undefined) return undefined;
        count(text, pattern, run);
        return apply(text, pattern, more);
    };
}

/** A search takes at most as many steps as the text is long, times the size of the expression. */
function count(text: string, { size }: NonNullable<Pattern>, run: Run): void {
    countSteps(run, Math.ceil((text.length * size) / 32));
}

/** Each match is searched from the one before, so that together they may take longer than one. */
const LONGEST_MS = 1000;

function replaceAll(text: string, { expression }: NonNullable<Pattern>, given: Result): Result {
    const written = toText(given);
    const replacement = written === undefined ? undefined : readReplacement(written, expression.groupCount());
    if (replacement === undefined) return undefined;
    const matcher = expression.matcher(text);
    const started = Date.now();
    let replaced = "";
    let end = 0;
    while (matcher.find()) {
        replaced += text.slice(end, matcher.start());
        for (const part of replacement) replaced += typeof part === "string" ? part : (matcher.group(part) ?? "");
        end = matcher.end();
        if (replaced.length > LIMITS.text) throw tooLarge("what regexp_replace makes");
        if (Date.now() - started > LONGEST_MS) {
            const message = `regexp_replace took more than ${LONGEST_MS} ms for ${text.length} characters`;
            throw new EvaluationFailure("too-many-steps", message);
        }
    }
    return replaced + text.slice(end);
}

export const REGEXP: Bodies = {
    regexp_matches: ofPattern((text, { expression }) => expression.matcher(text).find()),
    regexp_replace: ofPattern(replaceAll),
    regexp_substr: ofPattern((text, { expression }) => {
        const matcher = expression.matcher(text);
        return matcher.find() ? (matcher.group() ?? undefined) : undefined;
    }),
};
