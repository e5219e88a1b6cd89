import assert from "node:assert/strict";
import { CATALOGUE } from "../../../constraints";
import { LEDGER, LEDGER_SECTIONS, ledgerPage, settlements } from "../../../constraints/ledger";

describe("the page of the ledger", () => {
    const page = ledgerPage(CATALOGUE, "rules/");
    const rows = page.split("\n").filter((line) => line.startsWith("| "));
    const cells = (row: string) => row.split(/(?<!\\)\|/).map((cell) => cell.trim());

    it("has a row for every requirement", () => {
        for (const { id } of LEDGER) assert.equal(rows.filter((row) => row.startsWith(`| ${id} |`)).length, 1, id);
    });

    it("has as many cells in each row of a table as in its head", () => {
        const wrong = rows.filter((row) => ![5, 9 + 1].includes(cells(row).length));
        assert.deepEqual(wrong, []);
    });

    it("counts what it lists", () => {
        const total = rows.find((row) => row.startsWith("| all |"))!;
        const [, , ...counts] = cells(total).slice(0, -1).map(Number);
        const enforced = settlements(CATALOGUE).filter(({ settled }) => settled === "enforced").length;
        assert.equal(counts[0], enforced);
        assert.equal(counts.at(-1), LEDGER.length);
        assert.equal(
            counts.slice(0, -1).reduce((sum, count) => sum + count, 0),
            LEDGER.length,
        );
        for (const { title } of LEDGER_SECTIONS) assert.ok(page.includes(`\n## ${title}\n`), title);
    });

    it("leads to the page of a constraint", () => {
        assert.match(page, /\| KAFKA-ACKS-05 \| .* \| enforced by \[acks-value\]\(rules\/acks-value\.md\) \|/);
    });

    it("shows characters of Markdown in a fact as they are", () => {
        assert.match(page, /\| GS-USE-03 \| The name get\\_secret is written/);
    });
});
