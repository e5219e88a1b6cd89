import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseTemplate, sameTree } from "../../language";
import { type Completed, openSandbox } from "../../sandbox";
import { type PrintedRule, printedRule, printedRuleOfPage } from "../support/foundingPage";
import { BOTH_PACKS, example } from "../support/programs";

/** What the engine is about to send to AWS. */
interface PlannedRule {
    readonly sql: string;
    readonly sqlVersion: string;
    readonly enabled: boolean;
    readonly kafkas: readonly Record<string, unknown>[];
}

describe("the founding page's example", function () {
    this.timeout(180_000);
    let preview: Completed;
    let planned: PlannedRule;

    before(async () => {
        const folder = mkdtempSync(join(tmpdir(), "iot-kafka-founding-"));
        try {
            const plan = join(folder, "plan.json");
            const sandbox = await openSandbox();
            // The block is secret as a whole, since the trust store's password in it is; the plan shows it.
            const args = ["--save-plan", plan, "--show-secrets"];
            preview = await sandbox.preview(example("founding-page"), { packs: BOTH_PACKS, args });
            assert.equal(preview.exitCode, 0, preview.stdout + preview.stderr);
            planned = plannedRule(readFileSync(plan, "utf8"));
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });

    it("gives no mandatory finding", () => {
        assert.doesNotMatch(preview.stdout, /\[mandatory\]/);
        assert.match(preview.stdout, /✅ iot-kafka-required/);
    });

    it("is the rule that the fixture prints", () => compare(planned, printedRule()));

    it("is the rule that the page itself prints, where the page is at hand", () => {
        const printed = printedRuleOfPage();
        if (printed) compare(planned, printed);
        else assert.ok(printedRule(), "the fixture holds the same values");
    });
});

/** Templates are compared as trees, since the page breaks their lines; all else byte for byte. */
function compare(planned: PlannedRule, { kafka, ...printed }: PrintedRule): void {
    assert.equal(planned.sql, printed.sql);
    assert.equal(planned.sqlVersion, printed.awsIotSqlVersion);
    assert.equal(planned.enabled, !printed.ruleDisabled);
    assert.equal(planned.kafkas.length, 1);
    const { clientProperties, ...fields } = planned.kafkas[0]!;
    const { clientProperties: printedProperties, ...printedFields } = kafka;
    assert.deepEqual(fields, printedFields);
    const properties = clientProperties as Record<string, string>;
    assert.deepEqual(Object.keys(properties).sort(), Object.keys(printedProperties).sort());
    for (const [name, text] of Object.entries(printedProperties)) {
        const isTemplate = text.includes("${");
        assert.ok(isTemplate ? sameTemplate(properties[name]!, text) : properties[name] === text, name);
    }
}

function sameTemplate(one: string, other: string): boolean {
    const [left, right] = [parseTemplate(one), parseTemplate(other)];
    return left.ok && right.ok && sameTree(left.value, right.value);
}

function plannedRule(plan: string): PlannedRule {
    const { resourcePlans } = JSON.parse(plan) as {
        resourcePlans: Record<string, { goal: { inputDiff: { adds: object } } }>;
    };
    const [, rule] = Object.entries(resourcePlans).find(([urn]) => urn.includes("$aws:iot/topicRule:TopicRule::"))!;
    const inputs = rule.goal.inputDiff.adds as Omit<PlannedRule, "kafkas"> & { kafkas: { plaintext: string } };
    return { ...inputs, kafkas: JSON.parse(inputs.kafkas.plaintext) };
}
