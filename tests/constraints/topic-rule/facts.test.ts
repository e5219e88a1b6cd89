import assert from "node:assert/strict";
import { CATALOGUE, Judge, type StackFacts, UNKNOWN } from "../../../constraints";
import { action, rule } from "../../../constraints/examples/configurations";
import { withSql } from "../../../constraints/examples/rules";

const everything = new Judge(CATALOGUE);

function mandatory(stack: StackFacts): [string, string][] {
    return everything
        .judge(stack)
        .findings.filter(({ level }) => level === "mandatory")
        .map(({ constraint, path }) => [constraint, String(path[0])]);
}

describe("the facts of a rule", () => {
    it("have the Kafka error action judged like any action (GEN-ERR-01)", () => {
        const wrong = action(undefined, { key: "${topic(2" });
        assert.deepEqual(mandatory(rule([action()], { errorAction: { kafka: wrong } })), [
            ["template-syntax", "errorAction"],
        ]);
        assert.deepEqual(mandatory(rule([wrong])), [["template-syntax", "kafkas"]]);
    });

    it("leave open what hangs on a value that is not known yet (GEN-UNK-01)", () => {
        const { findings, undetermined } = everything.judge(withSql(UNKNOWN));
        assert.deepEqual(
            findings.filter(({ level }) => level === "mandatory"),
            [],
        );
        const open = new Set(undetermined.map(({ constraint }) => constraint));
        for (const id of ["sql-syntax", "sql-from", "topic-filter-wildcards", "rule-required-fields"])
            assert.ok(open.has(id), id);
    });

    it("are complete again when the value is known: the same rule is then judged", () => {
        assert.deepEqual(mandatory(withSql("SELECT * FROM 'a/#/b'")), [["topic-filter-wildcards", "sql"]]);
    });

    it("take the rule's own Region before that of the stack (GEN-REGION-01)", () => {
        const topic = (region: string) => ({
            sns: [{ targetArn: `arn:aws:sns:${region}:209876543210:t`, roleArn: "arn:aws:iam::209876543210:role/r" }],
        });
        const judged = (region: unknown, target: string, stackRegion: string) =>
            new Judge(CATALOGUE.filter(({ id }) => id === "rule-target-region")).judge(
                rule([action()], { ...topic(target), region }, stackRegion),
            );
        assert.equal(judged("eu-west-1", "eu-west-1", "us-east-1").findings.length, 0);
        assert.equal(judged("eu-west-1", "us-east-1", "us-east-1").findings.length, 1);
        assert.equal(judged(undefined, "us-east-1", "us-east-1").findings.length, 0);
        const open = judged(UNKNOWN, "us-east-1", "us-east-1");
        assert.deepEqual([open.findings.length, open.undetermined.length], [0, 1]);
    });

    it("give one finding for a statement that cannot be parsed, whatever else is in it", () => {
        for (const sql of [
            "SELEKT * FRM topic",
            "SELECT * FROM a/#/b",
            "SELECT unknown(a FROM 'a/#/b'",
            "SELECT * FROM '$aws/rules/#/a' WHERE",
            "SELECT a-b AS a, FROM '+a'",
        ]) {
            assert.deepEqual(mandatory(withSql(sql)), [["sql-syntax", "sql"]], sql);
        }
    });
});
