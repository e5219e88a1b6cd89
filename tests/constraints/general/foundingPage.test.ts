import assert from "node:assert/strict";
import { CATALOGUE, Judge, type StackFacts } from "../../../constraints";
import { type PrintedRule, printedRule, printedRuleOfPage } from "../../support/foundingPage";

const everything = new Judge(CATALOGUE);

function facts({ sql, ruleDisabled, awsIotSqlVersion, kafka }: PrintedRule, region?: string): StackFacts {
    return {
        ...(region === undefined ? {} : { region }),
        account: "209876543210",
        resources: [
            {
                kind: "topicRule",
                id: "rule.json",
                values: { sql, sqlVersion: awsIotSqlVersion, enabled: !ruleDisabled, kafkas: [kafka] },
            },
        ],
    };
}

describe("the founding page's example", () => {
    for (const [name, rule] of [
        ["as kept here", printedRule()],
        ["as the page has it", printedRuleOfPage()],
    ] as const) {
        for (const region of [undefined, "us-east-1"]) {
            it(`${name}, has nothing that must be changed, in ${region ?? "no Region"}`, function () {
                if (rule === undefined) return this.skip();
                const { findings } = everything.judge(facts(rule, region));
                assert.deepEqual(
                    findings.filter(({ level }) => level === "mandatory"),
                    [],
                );
            });
        }
    }

    it("has placeholders in its destination and in both of its secrets", () => {
        const { findings } = everything.judge(facts(printedRule()));
        const found = findings.filter(({ constraint }) => constraint === "documentation-placeholder");
        assert.deepEqual(
            found.map(({ path }) => path.at(-1)),
            ["destinationArn", "ssl.truststore", "sasl.kerberos.keytab"],
        );
    });

    it("leaves open whether its roles are in the rule's account, as the account is a placeholder", () => {
        const { undetermined } = everything.judge(facts(printedRule()));
        const open = undetermined.filter(({ constraint }) => constraint === "get-secret-role");
        assert.deepEqual(
            open.map(({ path }) => path.at(-1)),
            ["ssl.truststore", "sasl.kerberos.keytab"],
        );
    });

    it("does not show the password that stands in it", () => {
        const { findings } = everything.judge(facts(printedRule()));
        assert.ok(findings.every(({ message, fix }) => !`${message}${fix}`.includes("kafka password")));
    });
});
