import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CATALOGUE } from "../../../constraints";
import { LEDGER, type LedgerEntry, settlementOf, settlements } from "../../../constraints/ledger";

const root = resolve(__dirname, "..", "..", "..");
const enforced = new Set(CATALOGUE.flatMap(({ requirements }) => requirements));
const ids = LEDGER.map(({ id }) => id);

function linesOf(file: string): string[] {
    return readFileSync(file, "utf8").split("\n").filter(Boolean);
}

describe("the ledger", () => {
    it("has every requirement once, in the order of the list", () => {
        assert.deepEqual(ids, linesOf(join(root, "tests", "fixtures", "requirement-ids.txt")));
        assert.equal(new Set(ids).size, ids.length);
    });

    it("has every requirement of the document that numbers them, where that is at hand", function () {
        const document = join(root, "..", "shared", "reference", "requirements.md");
        if (!existsSync(document)) return this.skip();
        const text = readFileSync(document, "utf8").split(/^## 10\. /m)[0]!;
        const numbered = [...text.matchAll(/^\| ([A-Z]+(?:-\w+)+) \|/gm)].map((match) => match[1]);
        assert.deepEqual(ids, numbered);
    });

    it("knows every requirement that a constraint names", () => {
        const unknown = CATALOGUE.flatMap(({ id, requirements }) =>
            requirements
                .filter((requirement) => !ids.includes(requirement))
                .map((requirement) => `${id}: ${requirement}`),
        );
        assert.deepEqual(unknown, []);
    });

    it("settles every requirement that no constraint enforces", () => {
        const open = LEDGER.filter((entry) => entry.settled === undefined && !enforced.has(entry.id));
        assert.deepEqual(
            open.map(({ id }) => id),
            [],
        );
    });

    it("leaves what a constraint enforces to the constraint: such an entry states nothing but its fact", () => {
        const twice = LEDGER.filter((entry) => entry.settled !== undefined && enforced.has(entry.id));
        assert.deepEqual(
            twice.map(({ id }) => id),
            [],
        );
    });

    it("states each fact as one plain sentence", () => {
        for (const { id, fact } of LEDGER) {
            assert.match(fact, /^\S.{8,}\.$/, id);
            assert.doesNotMatch(fact, /\*\*|`|\s{2}|\bC-\d\d\b/, id);
            assert.ok(fact.length <= 300, `${id} has ${fact.length} characters`);
        }
    });

    it("gives a reason that is a sentence for whatever is not enforced, and a name for whatever else settles", () => {
        const isSentence = (entry: LedgerEntry) =>
            entry.settled === "not enforced" ? /^[A-Z][^`|]{20,}\.$/.test(entry.reason) : true;
        const isNamed = (entry: LedgerEntry) =>
            entry.settled === undefined || entry.settled === "not enforced" || /^\w[^`|]{8,}[^.]$/.test(entry.by);
        assert.deepEqual(
            LEDGER.filter((entry) => !isSentence(entry) || !isNamed(entry)).map(({ id }) => id),
            [],
        );
    });

    it("refers only to requirements that it has", () => {
        const texts = LEDGER.flatMap((entry) =>
            entry.settled === undefined ? [] : [entry.settled === "not enforced" ? entry.reason : entry.by],
        );
        const named = texts.flatMap((text) => text.match(/\b[A-Z]+(?:-[A-Z]+)*-\d\d\b/g) ?? []);
        assert.ok(named.length > 50);
        assert.deepEqual(
            named.filter((id) => !ids.includes(id)),
            [],
        );
    });
});

describe("the files of the ledger", () => {
    it("are loaded by no component, policy or constraint", () => {
        const sources = ["components", "policies", "constraints"].flatMap((folder) =>
            readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
                .map((file) => join(folder, file).replaceAll("\\", "/"))
                .filter((file) => file.endsWith(".ts") && !file.startsWith("constraints/ledger/")),
        );
        assert.ok(sources.length > 50);
        const loading = sources.filter((file) => /from "[^"]*\/ledger/.test(readFileSync(join(root, file), "utf8")));
        assert.deepEqual(loading, []);
    });
});

describe("a settlement", () => {
    it("names the constraints that enforce a requirement, and is worked out from them alone", () => {
        assert.deepEqual(settlementOf("KAFKA-ACKS-05", CATALOGUE), { settled: "enforced", by: "acks-value" });
        const without = CATALOGUE.filter(({ id }) => id !== "acks-value");
        assert.equal(settlementOf("KAFKA-ACKS-05", without)?.settled, "not enforced");
        const doubled = [...CATALOGUE, { ...CATALOGUE.find(({ id }) => id === "acks-value")!, id: "acks-again" }];
        assert.equal(settlementOf("KAFKA-ACKS-05", doubled)?.by, "acks-value, acks-again");
    });

    it("is what the ledger says where no constraint enforces", () => {
        const defaulted = settlementOf("KAFKA-ACKS-02", CATALOGUE);
        assert.equal(defaulted?.settled, "impossible");
        assert.match(defaulted.by, /default/);
        const outside = settlementOf("IAM-PASS-01", CATALOGUE);
        assert.equal(outside?.settled, "not enforced");
        assert.equal(outside.by, "");
        assert.match(outside.reason ?? "", /outside the stack/);
    });

    it("does not exist for what is no requirement", () => {
        assert.equal(settlementOf("KAFKA-ACKS-99", CATALOGUE), undefined);
        assert.equal(settlementOf("constructor", CATALOGUE), undefined);
    });

    it("is the same one by one and all together", () => {
        for (const { id, fact, ...settlement } of settlements(CATALOGUE)) {
            assert.ok(fact.length > 0);
            assert.deepEqual(settlementOf(id, CATALOGUE), settlement);
        }
    });
});
