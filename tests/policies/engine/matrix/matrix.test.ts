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

const PLAN = "the provider plans a property that the program leaves out, so that it is unknown until the update: ";
const BESIDE = "other cases have what it looks for, with values that are not known: ";

/** Constraints whose violation no preview of this program proves, and why. */
const LEFT_OPEN: Readonly<Record<string, string>> = {
    "cluster-public-subnets": `${PLAN}the routes of a route table`,
    "destination-arn-output": "a pack is not told which output of a resource a value is",
    "get-secret-stored-type": `${PLAN}the stages of a secret's version`,
    "kerberos-kdc-record": `${BESIDE}records`,
    "logging-present": `${BESIDE}logging of the account`,
    "nat-gateway-subnet": `${PLAN}the routes of a route table`,
    "scram-secret-associated": `${BESIDE}associations`,
    "scram-secret-text": `${PLAN}the stages of a secret's version`,
    "unclean-leader-default": `${PLAN}the storage mode of a cluster`,
};

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

    it("breaks each constraint where it is to be broken, but for those that are open at a preview", () => {
        const unproved = cases.filter((one) => !one.isValid && ownOf(one, found).length === 0);
        for (const { constraint } of unproved) console.log(`        open: ${constraint}: ${LEFT_OPEN[constraint]}`);
        assert.deepEqual(unproved.map(({ constraint }) => constraint).sort(), Object.keys(LEFT_OPEN).sort());
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
