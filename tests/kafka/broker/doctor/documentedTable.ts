import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { DoctorStep } from "../../../../kafka/doctor";

const PAGE = resolve(__dirname, "../../../../docs/doctor.md");
const BEGIN = "<!-- mistakes: written by tests/kafka/broker/doctor/mistakes.test.ts with UPDATE_DOCS=1 -->";
const END = "<!-- end of mistakes -->";

interface Row {
    readonly what: string;
    readonly failure: DoctorStep;
    /** The Java producer's error; `undefined` where it has none. */
    readonly java: string | undefined;
}

/** The table in the documentation, and what it has to be. `UPDATE_DOCS=1` writes it first. */
export function documentedTable(rows: readonly Row[]): { readonly documented: string; readonly actual: string } {
    const actual = tableOf(rows);
    const page = readFileSync(PAGE, "utf8");
    const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
    if (process.env.UPDATE_DOCS === "1") {
        writeFileSync(PAGE, `${page.slice(0, before + BEGIN.length)}\n${actual}\n${page.slice(after)}`);
        return { documented: actual, actual };
    }
    return { documented: page.slice(before + BEGIN.length, after).trim(), actual };
}

function tableOf(rows: readonly Row[]): string {
    return [
        "| mistake | step and code | what the doctor says | what the Java producer says |",
        "| --- | --- | --- | --- |",
        ...rows.map(({ what, failure, java }) => {
            const { step, code, cause } = failure;
            return `| ${what} | ${step}: \`${code}\` | ${cell(cause)} | ${java === undefined ? "nothing: it works" : cell(inShort(java))} |`;
        }),
    ].join("\n");
}

/** The first exception that says something; Java repeats itself in its causes. */
function inShort(error: string): string {
    const parts = error.split(" <- ").filter((part) => !/^KafkaException: Failed to/.test(part));
    return (parts[0] ?? error).slice(0, 160);
}

/** Ports, hosts of a run and times differ each time. */
function cell(text: string): string {
    return text
        .replace(/(localhost|127\.0\.0\.\d+)(:|, port )\d+/g, "$1$2PORT")
        .replace(/\/tmp\/\S+/g, "FILE")
        .replace(/\b\d+ (ms|bytes|characters)\b/g, "N $1")
        .replace(/\s+/g, " ")
        .replaceAll("|", "\\|")
        .trim();
}
