import { join, resolve } from "node:path";
import type { CheckReport } from "../../../cli/check/checkReport";
import { check } from "../../../cli/commands/check";

export const ROOT = resolve(__dirname, "../../..");

/** A template with mistakes in each of its resources, and passwords that nothing may print. */
export const TEMPLATE = join(ROOT, "tests/fixtures/check/template.yaml");
export const CANARIES = ["canaryuser", "canarypassword1", "canarypassword2"];

export interface Checked {
    readonly code: number;
    readonly out: string;
    readonly err: string;
}

/** `iot-kafka check` in this process. */
export async function checked(...args: readonly string[]): Promise<Checked> {
    const said = { out: [] as string[], err: [] as string[] };
    const code = await check.run(args, {
        out: (line) => said.out.push(line),
        err: (line) => said.err.push(line),
        colour: false,
    });
    return { code, out: said.out.join("\n"), err: said.err.join("\n") };
}

/** The one document of `--format json`, and the exit code. */
export async function report(...args: readonly string[]): Promise<CheckReport & { readonly code: number }> {
    const { code, out } = await checked(...args, "--format", "json");
    return { ...(JSON.parse(out) as CheckReport), code };
}
