import { resolve } from "node:path";
import { openSandbox } from "../../../sandbox";
import { type Report, reportsIn } from "./reports";

export interface Previewed {
    readonly exitCode: number;
    /** All that was printed. */
    readonly output: string;
    readonly reports: readonly Report[];
}

const PACKS = ["policies/required", "policies/recommended"].map((pack) => resolve(__dirname, "../../..", pack));

/** What Pulumi's own preview of a program says with both packs, under one configuration for both. */
export async function previewWithPacks(folder: string, configuration?: string): Promise<Previewed> {
    const sandbox = await openSandbox();
    const args = configuration ? PACKS.flatMap(() => ["--policy-pack-config", configuration]) : [];
    const { exitCode, stdout, stderr } = await sandbox.preview(folder, { packs: PACKS, args });
    const output = `${stdout}${stderr}`;
    return { exitCode, output, reports: reportsIn(output) };
}
