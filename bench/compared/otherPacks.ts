import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { ran } from "./run";

/** A policy pack that is ready to judge, or why it is not. */
export type Pack =
    | { readonly name: string; readonly folder: string; readonly about: string }
    | { readonly name: string; readonly missing: string };

/** Names Pulumi's repository of compliance policies elsewhere: an address or a folder for `git clone`. */
const SOURCE = process.env.COMPLIANCE_POLICIES ?? "https://github.com/pulumi/compliance-policies.git";
const AWSGUARD = "@pulumi/awsguard@0.3.1";
/** The version of the SDK that the compliance policies are written for. */
const AWS = "@pulumi/aws@6.68.0";
const modules = resolve(__dirname, "../../node_modules");

/** A pack without a policy, on the modules of the checkout: what any pack costs. */
export function emptyPack(parent: string): Pack {
    const folder = packIn(parent, "empty", `new (require("@pulumi/policy").PolicyPack)("empty", { policies: [] });`);
    symlinkSync(modules, join(folder, "node_modules"), "junction");
    return { name: "an empty pack", folder, about: "no policy" };
}

/** Every policy of Pulumi's AWSGuard, with the settings that it has by itself. */
export function awsGuard(parent: string): Pack {
    const name = "@pulumi/awsguard";
    const folder = packIn(parent, "awsguard", `new (require("@pulumi/awsguard").AwsGuard)({ all: "advisory" });`);
    const installed = install(folder, [AWSGUARD]);
    if (installed !== undefined) return { name, missing: installed };
    return { name, folder, about: `${versionIn(folder, name)}, with @pulumi/aws ${versionIn(folder, "@pulumi/aws")}` };
}

/** Every policy of Pulumi's compliance-ready policies about resources of @pulumi/aws, built from their source. */
export async function compliancePolicies(parent: string): Promise<Pack> {
    const name = "Pulumi's compliance-ready policies";
    const source = join(parent, "compliance-source");
    const cloned = ran("git", ["clone", "--quiet", "--depth", "1", SOURCE, source]);
    if (cloned.code !== 0) return { name, missing: `${SOURCE} cannot be cloned` };
    const program = `
        require("./policies.js");
        const { PolicyPack } = require("@pulumi/policy");
        const policies = require("./policies.js").manager.selectPolicies({ vendors: ["aws"] }, "advisory");
        new PolicyPack("compliance", { policies });`;
    const folder = packIn(parent, "compliance", program);
    const installed = install(folder, [AWS, "@pulumi/policy@1", "findup-sync@5", "micromatch@4"]);
    if (installed !== undefined) return { name, missing: installed };
    const entry = `export * as aws from "./vendor-aws/aws"; export { policyManager as manager } from "./policy-manager";`;
    try {
        await build({
            stdin: { contents: entry, resolveDir: source, loader: "ts" },
            alias: { "@pulumi/compliance-policy-manager": join(source, "policy-manager", "index.ts") },
            outfile: join(folder, "policies.js"),
            bundle: true,
            platform: "node",
            external: ["@pulumi/aws", "@pulumi/policy", "@pulumi/pulumi", "findup-sync", "micromatch"],
            logLevel: "silent",
        });
    } catch (error) {
        return { name, missing: `its source does not compile: ${String(error).split("\n")[0]}` };
    }
    const commit = ran("git", ["-C", source, "log", "-1", "--format=%h of %cs"]).out.trim();
    return { name, folder, about: `source ${commit}, with ${AWS.replace(/@(?=\d)/, " ")}` };
}

function packIn(parent: string, name: string, program: string): string {
    const folder = join(parent, name);
    mkdirSync(folder);
    writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\nversion: 1.0.0\n");
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    writeFileSync(join(folder, "index.js"), program);
    return folder;
}

/** Installs without scripts: an old SDK's would fetch a provider that nobody uses here. */
function install(folder: string, packages: readonly string[]): string | undefined {
    const { code, err } = ran(
        "npm",
        ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error", ...packages],
        folder,
    );
    return code === 0 ? undefined : `npm cannot install ${packages.join(", ")}: ${err.trim().split("\n")[0]}`;
}

function versionIn(folder: string, name: string): string {
    const manifest = readFileSync(join(folder, "node_modules", name, "package.json"), "utf8");
    return (JSON.parse(manifest) as { readonly version: string }).version.replace(/^v/, "");
}
