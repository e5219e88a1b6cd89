import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { FOURTEEN_MISTAKES, MISTAKEN_PATHS, ruleWith } from "./mistakes";
import { type Previewed, previewWithPacks } from "./preview";
import { NEW_DESTINATION, type Program, writeProgram } from "./program";

/** One program with many rules, so that one preview answers all questions. */
const RULES = {
    correct: ruleWith({}, {}, { name: "plant_correct" }),
    mistaken: FOURTEEN_MISTAKES,
    unknown: ruleWith({ destinationArn: NEW_DESTINATION }, { acks: "2" }, { name: "plant_unknown" }),
    fine: ruleWith({ destinationArn: NEW_DESTINATION }, {}, { name: "plant_fine" }),
    failing: { ...ruleWith({}, {}, { name: "plant_failing" }), kafkas: [], errorAction: errorAction() },
    other: { name: "plant-other", enabled: true, sql: "SELEKT", sqlVersion: "1", republishes: [republish()] },
    excluded: ruleWith({}, { acks: "3" }, { name: "plant_excluded" }),
    suppressed: ruleWith({}, { acks: "4" }, { name: "plant_suppressed" }),
    lapsed: ruleWith({}, { acks: "5" }, { name: "plant_lapsed" }),
};

function errorAction(): object {
    const { kafkas } = ruleWith({ destinationArn: NEW_DESTINATION }, { acks: "2" }) as { kafkas: object[] };
    return { kafka: kafkas[0] };
}

function republish(): object {
    return { topic: "elsewhere", roleArn: "arn:aws:iam::209876543210:role/republish" };
}

const CONFIGURATION = {
    "acks-value": {
        exclude: ["excluded"],
        suppress: [
            { match: "suppressed", reason: "waits for the new cluster", until: "9999-12-31" },
            { match: "lapsed", reason: "waited too long", until: "2020-01-31" },
        ],
    },
};

describe("both packs in a real preview", () => {
    let program: Program;
    let preview: Previewed;

    before(async function () {
        this.timeout(180_000);
        program = writeProgram(RULES);
        writeFileSync(join(program.folder, "policies.json"), JSON.stringify(CONFIGURATION));
        preview = await previewWithPacks(program.folder, join(program.folder, "policies.json"));
    });
    after(() => program?.remove());

    const at = (resource: string) => preview.reports.filter((report) => report.resource === resource);
    const mandatoryAt = (resource: string) => at(resource).filter(({ level }) => level === "mandatory");

    it("fails, since there are mandatory violations", () => assert.notEqual(preview.exitCode, 0));

    it("runs every policy to its end, and shows no stack trace", () => {
        assert.doesNotMatch(preview.output, /can't run policy|Error validating|\n\s+at .*\.[jt]s:\d/);
    });

    for (const path of MISTAKEN_PATHS) {
        it(`reports the mistake at ${path}, and stops the deployment for it`, () => {
            const found = mandatoryAt("mistaken").map((report) => report.path);
            assert.ok(found.includes(path), `found only ${found.join(", ")}`);
        });
    }

    it("prints no secret that it found", () => assert.doesNotMatch(preview.output, /hunter2/));

    it("reports the mistakes of a rule whose destination is not made yet", () => {
        assert.deepEqual(
            mandatoryAt("unknown").map(({ policy, path }) => [policy, path]),
            [["acks-value", "kafkas[0].clientProperties.acks"]],
        );
    });

    it("finds no fault with correct rules, whether their destination exists or not", () => {
        assert.deepEqual(mandatoryAt("correct"), []);
        assert.deepEqual(mandatoryAt("fine"), []);
    });

    it("judges a Kafka action that takes the errors of a rule", () => {
        const paths = mandatoryAt("failing").map((report) => report.path);
        assert.ok(paths.includes("errorAction.kafka.clientProperties.acks"), paths.join(", "));
    });

    it("leaves rules without a Kafka action alone", () => assert.deepEqual(at("other"), []));

    it("follows its configuration", () => {
        assert.deepEqual(mandatoryAt("excluded"), []);
        assert.deepEqual(mandatoryAt("suppressed"), []);
        const lapsed = mandatoryAt("lapsed").map(({ policy, message }) => [
            policy,
            /ended on 2020-01-31/.test(message),
        ]);
        assert.deepEqual(lapsed, [
            ["acks-value", false],
            ["acks-value", true],
        ]);
    });

    it("says with each violation what to do, and links the page of AWS", () => {
        for (const { policy, message } of preview.reports) {
            assert.match(message, /Fix: .+\nSee: https:\/\//s, policy);
        }
    });

    it("closes with a line for each pack, which is no violation", () => {
        for (const pack of ["iot-kafka-required", "iot-kafka-recommended"]) {
            const lines = preview.output.match(
                new RegExp(`^ +${pack}: judged \\d+, undetermined \\d+, not judged \\d+$`, "gm"),
            );
            assert.equal(lines?.length, 1, pack);
        }
        assert.ok(preview.reports.every(({ policy }) => policy !== "closing-line"));
    });
});
