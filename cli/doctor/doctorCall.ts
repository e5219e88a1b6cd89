import { oneOf, readArguments } from "../arguments";
import { UsageProblem } from "../command";

/** How `iot-kafka doctor` was called. */
export interface DoctorCall {
    readonly rule: string;
    /** `aws`, or a file with secrets. */
    readonly secrets?: string;
    /** Milliseconds for everything together. */
    readonly timeout: number;
    readonly produce: boolean;
    readonly format: "text" | "json";
}

const SHORTEST = 100;
const LONGEST = 600_000;

/** @throws UsageProblem */
export function readDoctorCall(args: readonly string[]): DoctorCall {
    const { values, positionals } = readArguments({
        args: [...args],
        allowPositionals: true,
        options: {
            rule: { type: "string", multiple: true, default: [] },
            secrets: { type: "string" },
            timeout: { type: "string", default: "10000" },
            produce: { type: "boolean", default: false },
            format: { type: "string", default: "text" },
        },
    });
    if (positionals.length > 0) throw new UsageProblem(`${positionals[0]} belongs to no option: use --rule FILE`);
    const [rule, another] = values.rule;
    if (rule === undefined) throw new UsageProblem("name the rule with --rule FILE");
    if (another !== undefined) throw new UsageProblem("one --rule at a time: its client is tried, and no other's");
    const { secrets, produce } = values;
    return {
        rule,
        ...(secrets === undefined ? {} : { secrets }),
        timeout: milliseconds(values.timeout),
        produce,
        format: oneOf("format", values.format, ["text", "json"] as const),
    };
}

function milliseconds(text: string): number {
    const value = Number(text);
    if (!/^\d{1,9}$/.test(text) || value < SHORTEST || value > LONGEST) {
        throw new UsageProblem(
            `--timeout takes milliseconds from ${SHORTEST} to ${LONGEST}, not ${JSON.stringify(text)}`,
        );
    }
    return value;
}
