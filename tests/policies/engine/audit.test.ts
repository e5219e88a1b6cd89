import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSandbox } from "../../../sandbox";
import { ROOT } from "../../support/programs";
import { type Audit, analyzed, checked } from "./audit";
import { AUDITED, withKeptSecret } from "./audited";

/** A whole plant as it was exported after its update: nothing in it is wrong. */
const CORRECT = join(ROOT, "tests", "fixtures", "sources", "pulumi", "plant.export.json");

describe("an audit of a stack that is there already", function () {
    this.timeout(300_000);
    let folder: string;
    const audits: Record<string, { readonly pulumi: Audit; readonly check: Audit }> = {};

    before(async () => {
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-audit-"));
        const sandbox = await openSandbox();
        const file = (name: string, text: string) => {
            writeFileSync(join(folder, name), text);
            return join(folder, name);
        };
        const mistaken = file("mistaken.json", JSON.stringify(AUDITED, null, 4));
        for (const [name, exported] of Object.entries({ mistaken, correct: CORRECT })) {
            audits[name] = {
                pulumi: await analyzed(sandbox, folder, ["--file", exported]),
                check: await checked(exported),
            };
        }

        // The same stack in a backend, where its secrets can be read.
        file("Pulumi.yaml", "name: plant\nruntime: nodejs\n");
        const state = mkdtempSync(join(folder, "state-"));
        const environment = { PULUMI_BACKEND_URL: `file://${state}` };
        const pulumi = async (...args: string[]) => {
            const { exitCode, stdout, stderr } = await sandbox.run(args, { cwd: folder, environment });
            assert.equal(exitCode, 0, stdout + stderr);
            return stdout;
        };
        await pulumi("stack", "init", "dev", "--non-interactive");
        const [, salt] = /^encryptionsalt: (.+)$/m.exec(readFileSync(join(folder, "Pulumi.dev.yaml"), "utf8"))!;
        const kept = file("kept.json", JSON.stringify(withKeptSecret(salt!)));
        await pulumi("stack", "import", "--stack", "dev", "--file", kept);
        const live = await analyzed(sandbox, folder, ["--stack", "dev"], environment);
        const shown = file("shown.json", await pulumi("stack", "export", "--stack", "dev", "--show-secrets"));
        audits.live = { pulumi: live, check: await checked(shown) };
        const hidden = file("hidden.json", await pulumi("stack", "export", "--stack", "dev"));
        audits.exported = {
            pulumi: await analyzed(sandbox, folder, ["--file", hidden], { PULUMI_CONFIG_PASSPHRASE: "another" }),
            check: await checked(hidden),
        };
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    for (const name of ["mistaken", "correct", "live", "exported"]) {
        it(`has the same findings in pulumi policy analyze and in iot-kafka check (${name})`, () => {
            const { pulumi, check } = audits[name]!;
            assert.deepEqual(pulumi.findings, check.findings);
        });

        // Packs are not told the ids of resources, which check reads: they may leave open what it can tell.
        it(`leaves undetermined what iot-kafka check does (${name})`, () => {
            const { pulumi, check } = audits[name]!;
            const open = new Set(pulumi.undetermined);
            assert.deepEqual(
                check.undetermined.filter((one) => !open.has(one)),
                [],
            );
        });

        it(`runs every policy to its end (${name})`, () => {
            assert.doesNotMatch(audits[name]!.pulumi.output, /can't run|Error validating|\n\s+at .*\.[jt]s:\d/);
        });
    }
    const names = (audit: string) => audits[audit]!.pulumi.findings.map((finding) => finding.split(" ")[1]);
    const mandatoryAt = (audit: string, resource: string) =>
        audits[audit]!.pulumi.findings.filter((one) => one.startsWith("mandatory") && one.includes(` ${resource} `));

    it("has findings on single resources and between several", () => {
        const policies = new Set(names("mistaken"));
        for (const one of [
            "sql-syntax",
            "destination-enabled",
            "role-trust-principal",
            "destination-egress",
            "scram-secret-name",
            "get-secret-role",
        ])
            assert.ok(policies.has(one), `${one} is not among ${[...policies].join(", ")}`);
    });

    it("fails for what is mandatory, and for nothing else", () => {
        assert.notEqual(audits.mistaken!.pulumi.exitCode, 0);
        assert.equal(audits.correct!.pulumi.exitCode, 0);
        assert.deepEqual(
            audits.correct!.pulumi.findings.filter((finding) => finding.startsWith("mandatory")),
            [],
        );
        assert.deepEqual(mandatoryAt("mistaken", "correct"), []);
    });

    it("has no finding where a secret cannot be read, and says that it is undetermined", () => {
        assert.deepEqual(mandatoryAt("mistaken", "hidden"), []);
        assert.deepEqual(mandatoryAt("exported", "kept"), []);
        const open = audits.exported!.pulumi.undetermined;
        assert.ok(
            open.some((one) => one.startsWith("acks-value ") && one.endsWith(" kept")),
            open.join("\n"),
        );
    });

    it("finds what is wrong in a secret where it can be read, and does not print it", () => {
        assert.deepEqual(
            mandatoryAt("live", "kept").map((finding) => finding.split(" ")[1]),
            ["acks-value"],
        );
        const text = audits.live!.pulumi.output + readFileSync(join(folder, "hidden.json"), "utf8");
        assert.doesNotMatch(text, /canary/);
    });
});
