import { stripVTControlCharacters } from "node:util";

const AMBIENT = /warning: using pulumi-[\w-]+ from \$PATH at /;
const STACK_COUNT = / pulumi:pulumi:Stack .*\b\d+ warnings?(;|$)/;
const EMPTY_ROW = /^ {4}pulumi:pulumi:Stack \S+\s*$/;
const LEFTOVERS =
    /^(The resources in the stack have been deleted, but the history|If you want to remove the stack completely)/;
const DIAGNOSTICS = /^Diagnostics:$/;
const DIAGNOSTICS_OF = /^ {2}\S+ \(.*\):$/;

/**
 * Pulumi's output without its warnings that a plugin was found on PATH: in the sandbox that is where plugins are. What
 * the warnings leave behind goes with them: blank lines, headings with nothing below, and their share in counts. So does
 * the advice to remove a destroyed stack, which the sandbox has removed.
 */
export class PlainOutput {
    /** Headings, which are shown with the first line below them. */
    #headings: string[] = [];
    #warnings = 0;
    #afterWarning = false;

    constructor(private readonly emit: (line: string) => void) {}

    add(line: string): void {
        const text = stripVTControlCharacters(line);
        const afterWarning = this.#afterWarning;
        this.#afterWarning = AMBIENT.test(text);
        if (this.#afterWarning) {
            this.#warnings++;
        } else if (DIAGNOSTICS.test(text)) {
            this.#warnings = 0;
            this.#headings = [line];
        } else if (DIAGNOSTICS_OF.test(text)) {
            this.#headings = [...this.#headings.filter((one) => DIAGNOSTICS.test(stripVTControlCharacters(one))), line];
        } else if (text.trim() !== "") {
            this.#show(line, text);
        } else if (!afterWarning && this.#headings.length === 0) {
            this.emit(line);
        }
    }

    #show(line: string, text: string): void {
        if (text.startsWith(" ")) {
            this.#headings.forEach((heading) => this.emit(heading));
        }
        this.#headings = [];
        if (LEFTOVERS.test(text)) {
            return;
        }
        if (!STACK_COUNT.test(text)) {
            this.emit(line);
            return;
        }
        const row = withFewerWarnings(line, this.#warnings);
        this.#warnings = 0;
        if (!EMPTY_ROW.test(stripVTControlCharacters(row))) {
            this.emit(row);
        }
    }
}

/** `… 1 error; 4 warnings; 2 messages`, where the first count follows the row's other text. */
function withFewerWarnings(line: string, hidden: number): string {
    const [first = "", ...others] = line.split("; ").map((part) => {
        return part.replace(/(\d+) warnings?/, (_, count) => {
            const rest = Number(count) - hidden;
            return rest > 0 ? `${rest} warning${rest === 1 ? "" : "s"}` : "";
        });
    });
    const shown = others.filter((part) => stripVTControlCharacters(part).trim() !== "");
    const endsInCount = /\d+ \w+$/.test(stripVTControlCharacters(first));
    return first + (endsInCount && shown.length > 0 ? "; " : "") + shown.join("; ");
}
