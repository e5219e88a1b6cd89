import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { doctor } from "../../../../cli/commands/doctor";
import type { DoctorReport } from "../../../../kafka/doctor";
import type { Resolved } from "./javaProperties";
import type { Lab } from "./lab";
import { type RuleSettings, writeRule } from "./ruleFiles";

export interface DoctorRun {
    readonly code: number;
    readonly report: DoctorReport;
    readonly stdout: string;
    readonly stderr: string;
}

/** `iot-kafka doctor` in this process: a rule with these client properties, its secrets in a file. */
export async function runDoctor(
    lab: Lab,
    properties: Resolved,
    settings: RuleSettings & { readonly options?: readonly string[] },
): Promise<DoctorRun> {
    const folder = mkdtempSync(join(lab.folder, "rule-"));
    try {
        const { rule, secrets } = writeRule(folder, properties, settings);
        const out: string[] = [];
        const err: string[] = [];
        const terminal = {
            out: (line: string) => void out.push(line),
            err: (line: string) => void err.push(line),
            colour: false,
        };
        const args = ["--rule", rule, "--secrets", secrets, "--format", "json", ...(settings.options ?? [])];
        const code = await doctor.run(args, terminal);
        const stdout = out.join("\n");
        return { code, report: JSON.parse(stdout) as DoctorReport, stdout, stderr: err.join("\n") };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
