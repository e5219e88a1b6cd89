import assert from "node:assert/strict";
import { UNKNOWN } from "../../../constraints";
import { conditionsHold } from "../../../constraints/facts/conditions";
import { contextOf } from "../../../constraints/facts/permissions";

const ARN = "arn:aws:iot:us-east-1:209876543210:rule/telemetry";
const CONTEXT = contextOf({
    "aws:SourceAccount": "209876543210",
    "aws:SourceArn": ARN,
    "aws:TagKeys": ["VPCDestinationENI", "team"],
    "ec2:ResourceTag/VPCDestinationENI": [],
    "aws:SecureTransport": "true",
    "aws:RequestedRegion": UNKNOWN,
});

/** What a condition comes to: yes, no or open. */
function answer(operator: string, key: string, ...values: unknown[]): string {
    const held = conditionsHold([{ operator, key, values: values as string[], path: [] }], CONTEXT);
    return held === true ? "yes" : held === false ? "no" : "open";
}

describe("a condition", () => {
    it("compares by its operator", () => {
        const cases: [string, string, string, string][] = [
            ["StringEquals", "aws:SourceAccount", "209876543210", "yes"],
            ["stringequals", "AWS:sourceaccount", "209876543210", "yes"],
            ["StringEquals", "aws:SourceAccount", "310987654321", "no"],
            ["StringNotEquals", "aws:SourceAccount", "209876543210", "no"],
            ["StringNotEquals", "aws:SourceAccount", "310987654321", "yes"],
            ["StringEquals", "aws:SourceArn", "arn:aws:iot:us-east-1:209876543210:*", "no"],
            ["StringLike", "aws:SourceArn", "arn:aws:iot:us-east-1:209876543210:*", "yes"],
            ["ArnLike", "aws:SourceArn", "arn:aws:iot:*:209876543210:rule/*", "yes"],
            ["ArnEquals", "aws:SourceArn", "arn:aws:iot:*:209876543210:rule/other", "no"],
            ["ArnNotLike", "aws:SourceArn", "arn:aws:iot:*:*:rule/*", "no"],
            ["StringEqualsIgnoreCase", "aws:SourceArn", ARN.toUpperCase(), "yes"],
            ["Bool", "aws:SecureTransport", "True", "yes"],
            ["Bool", "aws:SecureTransport", "false", "no"],
        ];
        for (const [operator, key, value, wanted] of cases)
            assert.equal(answer(operator, key, value), wanted, operator);
    });

    it("takes one of its values, and one of several of the request", () => {
        assert.equal(answer("StringEquals", "aws:SourceAccount", "310987654321", "209876543210"), "yes");
        assert.equal(answer("StringNotEquals", "aws:SourceAccount", "310987654321", "209876543210"), "no");
        assert.equal(answer("ForAnyValue:StringEquals", "aws:TagKeys", "team"), "yes");
        assert.equal(answer("ForAllValues:StringEquals", "aws:TagKeys", "team"), "no");
        assert.equal(answer("ForAllValues:StringLike", "aws:TagKeys", "t*", "VPC*"), "yes");
    });

    it("knows what a request without the key comes to", () => {
        const key = "ec2:ResourceTag/VPCDestinationENI";
        assert.equal(answer("StringEquals", key, "true"), "no");
        assert.equal(answer("StringEqualsIfExists", key, "true"), "yes");
        assert.equal(answer("StringNotEquals", key, "true"), "yes");
        assert.equal(answer("ForAnyValue:StringEquals", key, "true"), "no");
        assert.equal(answer("ForAnyValue:StringNotEquals", key, "true"), "no");
        assert.equal(answer("ForAllValues:StringEquals", key, "true"), "yes");
        assert.equal(answer("Null", key, "true"), "yes");
        assert.equal(answer("Null", key, "false"), "no");
        assert.equal(answer("Null", "aws:SourceArn", "true"), "no");
    });

    it("is open where a key, an operator or a value is not known", () => {
        assert.equal(answer("StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5"), "open");
        assert.equal(answer("NumericLessThan", "aws:SourceAccount", "3"), "open");
        assert.equal(answer("StringEquals", "aws:RequestedRegion", "us-east-1"), "open");
        assert.equal(answer("StringEquals", "aws:SourceAccount", UNKNOWN), "open");
        assert.equal(answer("StringEquals", "aws:SourceAccount", "${aws:PrincipalAccount}"), "open");
        assert.equal(answer("StringEquals", "aws:SourceAccount", UNKNOWN, "209876543210"), "yes");
        assert.equal(conditionsHold(UNKNOWN, CONTEXT), UNKNOWN);
    });

    it("that fails decides, whatever else is open", () => {
        const held = conditionsHold(
            [
                { operator: "StringEquals", key: "aws:PrincipalOrgID", values: ["o"], path: [] },
                { operator: "StringEquals", key: "aws:SourceAccount", values: ["310987654321"], path: [] },
            ],
            CONTEXT,
        );
        assert.equal(held, false);
    });
});
