import assert from "node:assert/strict";
import { CATALOGUE, Judge } from "../../../constraints";
import { withAction, withProperties } from "../../../constraints/examples/configurations";
import { withSqlAndAction } from "../../../constraints/examples/rules";

const everything = new Judge(CATALOGUE);

function mandatory(stack: Parameters<Judge["judge"]>[0]) {
    return everything.judge(stack).findings.filter(({ level }) => level === "mandatory");
}

describe("templates", () => {
    for (const key of [
        "${topic()}",
        "${topic(2)}-${clientid()}",
        "${ 'a}b' }",
        "${'${'}",
        '${get({"a": "}"}, "a")}',
        "${concat('it''s', \"a\")}",
        "${CASE color WHEN 'green' THEN 1 ELSE 0 END}",
        "${(SELECT VALUE v FROM readings WHERE v > 1)}",
        "${get_or_default(deviceId, 'undefined')}",
        "plain",
        "$",
        "{}",
        "$ {topic(2)}",
    ]) {
        it(`are accepted as they are written in ${key}`, () => {
            assert.deepEqual(mandatory(withAction({ key })), []);
        });
    }

    it("are told with the line and column of the mistake", () => {
        const [finding] = mandatory(withAction({ key: "a\n${topic(2" }));
        assert.match(finding?.message ?? "", /line 2, column \d/);
        assert.deepEqual(finding?.path, ["kafkas", 0, "key"]);
    });

    it("show nothing of a text that may hold a secret", () => {
        for (const text of ["${hunter2 hunter2", "${'hunter2}", "${get_secret('a' hunter2)}", "${get_secret(hunter2"]) {
            const findings = mandatory(withProperties({ "sasl.plain.password": text }));
            assert.ok(findings.length > 0, text);
            assert.doesNotMatch(JSON.stringify(findings), /hunter2/, text);
        }
    });

    it("read variables that the SQL assigns, in every action", () => {
        const sql = "SET @device = topic(2) SELECT * FROM 'a/+'";
        assert.deepEqual(
            mandatory(withSqlAndAction(sql, { key: "${@device}", headers: [{ key: "id", value: "${@device}" }] })),
            [],
        );
        const missing = mandatory(withSqlAndAction(sql, { headers: [{ key: "id", value: "${@devize.a}" }] }));
        assert.deepEqual(
            missing.map(({ constraint, fix }) => [constraint, fix]),
            [["template-variable", "Did you mean @device?"]],
        );
    });
});
