import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSandbox } from "../../../sandbox";
import { BOTH_PACKS, ROOT } from "../../support/programs";
import { AUDITED } from "./audited";
import { type Report, reportsIn } from "./reports";

interface Checked {
    readonly findings: readonly { constraint: string; level: string; resource: string; path: string }[];
}

describe("an exported stack", function () {
    this.timeout(180_000);
    let folder: string;
    let output: string;
    let reports: readonly Report[];
    let checked: Checked;

    before(async () => {
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-audit-"));
        const file = join(folder, "stack.json");
        writeFileSync(file, JSON.stringify(AUDITED, null, 4));
        const sandbox = await openSandbox();
        const packs = BOTH_PACKS.flatMap((pack) => ["--policy-pack", pack]);
        const analyzed = await sandbox.run(["policy", "analyze", "--file", file, ...packs], { cwd: folder });
        output = analyzed.stdout + analyzed.stderr;
        reports = reportsIn(output);
        checked = JSON.parse(await check(file)) as Checked;
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it("has the same findings in pulumi policy analyze --file and in iot-kafka check", () => {
        const analyzed = reports.map(({ level, policy, resource, path }) =>
            [level, policy, resource, path === "the resource" ? "" : path].join(" "),
        );
        const found = checked.findings.map(({ level, constraint, resource, path }) =>
            [level, constraint, resource.split("::").at(-1), path].join(" "),
        );
        assert.deepEqual(analyzed.sort(), found.sort());
    });

    it("has findings on single resources and between several", () => {
        const policies = new Set(reports.map(({ policy }) => policy));
        for (const one of [
            "sql-syntax",
            "destination-enabled",
            "role-trust-principal",
            "destination-egress",
            "scram-secret-name",
        ])
            assert.ok(policies.has(one), `${one} is not among ${[...policies].join(", ")}`);
    });

    it("has none where a secret could not be decrypted, and none on a correct rule", () => {
        const mandatory = reports.filter(({ level }) => level === "mandatory").map(({ resource }) => resource);
        assert.ok(!mandatory.includes("hidden"));
        assert.ok(!mandatory.includes("correct"));
        assert.doesNotMatch(output, /can't run|Error validating|\n\s+at .*\.[jt]s:\d/);
    });
});

function check(file: string): Promise<string> {
    const args = [join(ROOT, "bin", "iot-kafka.js"), "check", file, "--format", "json"];
    return new Promise((done) => execFile(process.execPath, args, (_, stdout) => done(stdout)));
}
