import assert from "node:assert/strict";
import { mandatoryIn, readFixture } from "./read";

const MISTAKES = [
    "acks-value",
    "bootstrap-servers-format",
    "client-property-known",
    "compression-type",
    "destination-arn",
    "headers-count",
    "partition-literal",
    "rule-name",
    "sasl-mechanism",
    "scram-password-secret",
    "security-protocol",
    "sql-syntax",
    "sql-version",
    "topic-name",
];

describe("the rule with fourteen mistakes", () => {
    for (const name of [
        "cloudformation/fourteen-mistakes.json",
        "cloudformation/fourteen-mistakes.yaml",
        "payload/fourteen-mistakes-cli-input.json",
        "payload/fourteen-mistakes-get-topic-rule.json",
        "pulumi/fourteen-mistakes.export.json",
        "pulumi/fourteen-mistakes.preview.json",
    ]) {
        it(`has fourteen in ${name}`, () => assert.deepEqual(mandatoryIn(readFixture(name)), MISTAKES));
    }

    it("has thirteen as a bare payload, which has no name", () => {
        const found = mandatoryIn(readFixture("payload/fourteen-mistakes.json"));
        assert.deepEqual(found, without("rule-name"));
    });

    it("has thirteen in a Terraform plan, where an empty list equals an absent one", () => {
        const found = mandatoryIn(readFixture("terraform/fourteen-mistakes.plan.json"));
        assert.deepEqual(found, without("headers-count"));
    });
});

function without(constraint: string): string[] {
    return MISTAKES.filter((one) => one !== constraint);
}
