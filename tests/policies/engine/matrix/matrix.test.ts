import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CATALOGUE } from "../../../../constraints";
import { openSandbox } from "../../../../sandbox";
import { BOTH_PACKS } from "../../../support/programs";
import { type Case, casesOf } from "./cases";
import { foundIn } from "./events";
import { CONFIGURATION, expectedOf, type Found } from "./expected";
import { writeMatrix } from "./program";

describe("a raw program that breaks and keeps each constraint", function () {
    this.timeout(600_000);
    let cases: Case[];
    let expected: Found[];
    let found: Found[];
    let output: string;

    before(async () => {
        cases = await casesOf();
        const program = writeMatrix(cases);
        try {
            const [configuration, log] = [join(program.folder, "policies.json"), join(program.folder, "events.json")];
            writeFileSync(configuration, JSON.stringify(CONFIGURATION));
            const args = ["--event-log", log, ...BOTH_PACKS.flatMap(() => ["--policy-pack-config", configuration])];
            const sandbox = await openSandbox();
            const environment = { PULUMI_DEBUG_COMMANDS: "true" };
            const { stdout, stderr } = await sandbox.preview(program.folder, { packs: BOTH_PACKS, environment, args });
            output = stdout + stderr;
            found = foundIn(log);
        } finally {
            program.remove();
        }
        expected = await expectedOf(cases.flatMap(({ resources }) => resources));
    });

    const isCorrect = ({ urn }: Found) => urn.includes("::test:correct:");
    const ownOf = ({ constraint, resources }: Case, findings: readonly Found[]) =>
        findings.filter((one) => one.constraint === constraint && resources.some(({ id }) => id === one.urn));

    it("has a case of either side for every constraint", () => {
        const named = (isValid: boolean) => cases.filter((one) => one.isValid === isValid).map((one) => one.constraint);
        const all = CATALOGUE.map(({ id }) => id);
        assert.deepEqual(named(false), all);
        assert.deepEqual(named(true), all);
    });

    it("is reported exactly as its facts are judged, at every URN, in every word", () => {
        const told = (findings: readonly Found[]) =>
            findings.map(({ level, constraint, urn, body }) => `${urn}\n${level} ${constraint}\n${body}`).sort();
        assert.ok(found.length > cases.length, output.slice(-2000));
        assert.deepEqual(told(found.filter((one) => !isCorrect(one))), told(expected));
    });

    it("breaks each constraint where it is to be broken: a preview proves all of them", () => {
        const unproved = cases.filter((one) => !one.isValid && ownOf(one, found).length === 0);
        assert.deepEqual(
            unproved.map(({ name }) => name),
            [],
        );
    });

    it("keeps each constraint where it is to be kept", () => {
        const broken = cases.filter((one) => one.isValid && ownOf(one, found).length > 0);
        assert.deepEqual(
            broken.map(({ name }) => name),
            [],
        );
    });

    it("is left alone by the required pack where it has correct pipelines in each mode, as people write them", () => {
        for (const kind of ["Scram", "ScramWide", "MutualTls", "Plain", "Kerberos"])
            assert.match(output, new RegExp(`\\+ +test:correct:${kind} `));
        const mandatory = found.filter((one) => isCorrect(one) && one.level === "mandatory");
        assert.deepEqual(
            mandatory.map(({ urn, body }) => `${urn} ${body}`),
            [],
        );
        assert.ok(found.some(isCorrect), "advice shows that they are judged");
    });

    it("ends no policy before its time", () => {
        assert.doesNotMatch(output, /can't run|Error validating|\n\s+at .*\.[jt]s:\d/);
    });
});
