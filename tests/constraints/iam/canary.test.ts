import assert from "node:assert/strict";
import { Judge, renderFinding } from "../../../constraints";
import { allow, EIGHT } from "../../../constraints/examples/roles";
import { IAM_CONSTRAINTS } from "../../../constraints/iam";
import { stacksWith } from "./samples";

const CANARY = "c4n4ry-0f-4-s3cr3t";

const judge = new Judge(IAM_CONSTRAINTS);

/** Documents with the canary in every place where a text may stand, well-formed and broken. */
function documentsWith(canary: string): unknown[] {
    const arn = `arn:aws:iot:us-east-1:209876543210:${canary}`;
    const statements: Record<string, unknown>[] = [
        { Sid: canary },
        { Effect: canary },
        { Effect: "Deny" },
        { Action: canary },
        { Action: `ec2:${canary}` },
        { Action: [`kafka-cluster:${canary}`, "ec2:*"] },
        { NotAction: [`ec2:${canary}`], Action: undefined },
        { Resource: canary },
        { Resource: `arn:aws:secretsmanager:us-east-1:209876543210:secret:${canary}` },
        { Principal: canary },
        { Principal: { Service: canary } },
        { Principal: { Service: `${canary}.amazonaws.com` } },
        { Principal: { AWS: ["*", canary] } },
        { Principal: { [canary]: canary } },
        { Condition: canary },
        { Condition: { [canary]: { [canary]: canary } } },
        { Condition: { StringEquals: { "sts:ExternalId": canary } } },
        { Condition: { StringEquals: { "aws:SourceAccount": canary, "aws:SourceArn": arn } } },
        { Condition: { ArnLike: { "aws:SourceArn": canary } } },
        { Condition: { StringEquals: { "aws:SourceArn": `${arn}*` } } },
        { Condition: { ArnLike: { "aws:SourceArn": `arn:aws:${canary}:${canary}:${canary}:*` } } },
        { Condition: { ArnLike: { "aws:SourceArn": `arn:aws:iot:${canary}:${canary}:*` } } },
        { [canary]: canary },
    ];
    const forms = ["identity", "trust"].flatMap((use) =>
        statements.map((changes) => {
            const base: Record<string, unknown> =
                use === "identity"
                    ? { Effect: "Allow", Action: EIGHT, Resource: "*" }
                    : { Effect: "Allow", Principal: { Service: "iot.amazonaws.com" }, Action: "sts:AssumeRole" };
            return { Version: "2012-10-17", Statement: [{ ...base, ...changes }] };
        }),
    );
    const texts = forms.map((form) => JSON.stringify(form));
    return [
        ...forms,
        ...texts,
        canary,
        `{"${canary}"`,
        `{"Statement": ${canary}}`,
        JSON.stringify(canary),
        `{"${canary}":1,"${canary}":2}`,
        { Version: canary, Statement: allow(EIGHT) },
    ];
}

describe("messages about policy documents", () => {
    it("print nothing that stands in a document", () => {
        let findings = 0;
        for (const document of documentsWith(CANARY)) {
            for (const stack of stacksWith(document)) {
                const judgement = judge.judge(stack);
                findings += judgement.findings.length;
                const said = [
                    ...judgement.findings.map(renderFinding),
                    ...judgement.undetermined.map(({ reason }) => reason),
                ];
                for (const text of said) assert.ok(!text.includes(CANARY), text);
            }
        }
        assert.ok(findings > 500, String(findings));
    });
});
