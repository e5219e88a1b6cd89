import assert from "node:assert/strict";
import { CATALOGUE } from "../../../constraints";
import { LEDGER, troubleshootingPage } from "../../../constraints/ledger";
import { SYMPTOMS } from "../../../constraints/ledger/troubleshooting";

describe("the page of symptoms", () => {
    const page = troubleshootingPage(CATALOGUE, "rules/");
    const symptoms = SYMPTOMS.flatMap(({ symptoms }) => symptoms);

    it("names a cause for every symptom", () => {
        const rows = page.split("\n").filter((line) => /^\| [^-]/.test(line) && !line.startsWith("| what is seen"));
        assert.equal(rows.length, symptoms.length);
        for (const row of rows) assert.match(row, /^\| .{8,} \| .{8,} \|$/);
    });

    it("leads to the constraints that judge a cause", () => {
        assert.match(page, /\| Pattern violation on the rule name[^|]+\| \[rule-name\]\(rules\/rule-name\.md\) \|/);
    });

    it("is made of causes that are requirements", () => {
        const ids = LEDGER.map(({ id }) => id);
        for (const { id, causes } of symptoms) {
            assert.ok(causes.length > 0, id);
            for (const cause of causes)
                assert.ok(
                    ids.some((one) => one === cause || one.startsWith(`${cause}-`)),
                    cause,
                );
        }
    });
});
