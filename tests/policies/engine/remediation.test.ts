import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openSandbox } from "../../../sandbox";
import { BOTH_PACKS, example, ROOT } from "../../support/programs";
import { type Report, reportsIn } from "./reports";

const FOLDER = resolve(ROOT, "tests", "fixtures", "policies", "remediated");
const CONFIGURATION = {
    "sql-version": { enforcementLevel: "remediate", exclude: ["excluded"] },
    "security-protocol-explicit": "remediate",
    "security-rule-width": { enforcementLevel: "remediate", narrow: ["interfaces", "others"], exclude: ["others"] },
};

/** What the engine is about to send to AWS, as its log of events tells it. */
interface EngineEvent {
    readonly resourcePreEvent?: {
        readonly metadata: { readonly urn: string; readonly new?: { readonly inputs: object } };
    };
}

describe("remediations, and a pack of one's own beside ours, in a real preview", function () {
    this.timeout(240_000);
    let output: string;
    let reports: readonly Report[];
    let events: readonly EngineEvent[];

    before(async () => {
        const folder = mkdtempSync(join(tmpdir(), "iot-kafka-remediated-"));
        try {
            const [configuration, log] = [join(folder, "policies.json"), join(folder, "events.json")];
            writeFileSync(configuration, JSON.stringify(CONFIGURATION));
            const packs = [...BOTH_PACKS, example("custom-pack")];
            const sandbox = await openSandbox();
            const args = packs.flatMap(() => ["--policy-pack-config", configuration]);
            const { stdout, stderr } = await sandbox.preview(FOLDER, {
                packs,
                environment: { PULUMI_DEBUG_COMMANDS: "true" },
                args: ["--show-policy-remediations", "--event-log", log, ...args],
            });
            output = stdout + stderr;
            reports = reportsIn(output);
            const lines = readFileSync(log, "utf8")
                .split("\n")
                .filter((line) => line !== "");
            events = lines.map((line) => JSON.parse(line) as EngineEvent);
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });

    const planned = (name: string) => {
        const made = events.map(({ resourcePreEvent }) => resourcePreEvent?.metadata);
        return made.find((one) => one?.urn.endsWith(`::${name}`))!.new!.inputs as Record<string, never>;
    };
    const at = (policy: string) => reports.filter((one) => one.policy === policy).map(({ resource }) => resource);

    it("are said to have been made, each where it was needed", () => {
        const made = [...output.matchAll(/- \[remediate\] {2}([\w-]+) {2}\([^ ]+ ([\w-]+)\)/g)];
        assert.deepEqual(made.map(([, policy, resource]) => `${policy} ${resource}`).sort(), [
            "security-protocol-explicit plant-protocol",
            "security-rule-width interfaces",
            "sql-version plant-version",
        ]);
    });

    it("write what AWS IoT takes, and leave all else as it was", () => {
        const { name: _, ...fixed } = planned("plant-version") as Record<string, unknown>;
        const { name: __, ...beside } = planned("excluded") as Record<string, unknown>;
        assert.deepEqual(fixed, { ...beside, sqlVersion: "2016-03-23" });
        const [kafka] = (planned("plant-protocol") as unknown as { kafkas: object[] }).kafkas;
        assert.deepEqual(
            kafka,
            (fixed as unknown as { kafkas: object[] }).kafkas[0],
            "the protocol is written as in the others",
        );
    });

    it("narrow the groups that the configuration names, but for those that it excludes", () => {
        const { egress } = planned("interfaces") as unknown as { egress: object[] };
        assert.deepEqual(egress.length, 1);
        const { protocol, fromPort, toPort, cidrBlocks } = egress[0] as Record<string, unknown>;
        assert.deepEqual([protocol, fromPort, toPort, cidrBlocks], ["tcp", 9000, 9100, ["10.0.0.0/16"]]);
        const [other] = (planned("others") as unknown as { egress: { protocol: string }[] }).egress;
        assert.equal(other!.protocol, "-1", "an excluded one is left alone");
        assert.deepEqual(at("security-rule-width"), []);
    });

    it("leave no violation of theirs, and spare what is excluded", () => {
        assert.deepEqual(at("sql-version"), []);
        assert.deepEqual(at("security-protocol-explicit"), []);
        assert.doesNotMatch(output, /can't run|Error validating|\n\s+at .*\.[jt]s:\d/);
    });

    it("stand beside policies of one's own, at the levels that were chosen, and a closing line", () => {
        assert.deepEqual(at("plant-names-its-rules"), ["excluded"]);
        assert.ok(reports.some(({ policy, level }) => policy === "alarm-failure" && level === "advisory"));
        assert.match(output, /^ +plant: judged \d+, undetermined \d+, not judged 0$/m);
    });
});
