import assert from "node:assert/strict";
import fc from "fast-check";
import { Judge, type ResourceFacts, UNKNOWN } from "../../../constraints";
import { withErrorFunction } from "../../../constraints/examples/functions";
import {
    allow,
    ERROR_ROLE,
    NARROW,
    policy,
    trust,
    withErrorRole,
    withInterfacePolicies,
} from "../../../constraints/examples/roles";
import { IAM_CONSTRAINTS } from "../../../constraints/iam";
import { stacksWith } from "./samples";

const judge = new Judge(IAM_CONSTRAINTS);

describe("constraints of roles", () => {
    const values = fc.anything({ withNullPrototype: false });
    const hidden = fc.oneof(
        values,
        fc.constant(UNKNOWN),
        fc.constantFrom(NARROW, trust(), "{}", "arn:aws:iam::aws:policy/X"),
    );

    it("answer whatever roles, policies and permissions hold", () => {
        fc.assert(
            fc.property(
                hidden,
                hidden,
                hidden,
                fc.constantFrom(
                    "rolePolicy",
                    "rolePolicyAttachment",
                    "policyAttachment",
                    "rolePolicyAttachmentsExclusive",
                    "policy",
                ),
                (one, two, three, kind) => {
                    const given: ResourceFacts = {
                        kind: kind as ResourceFacts["kind"],
                        id: "given",
                        values: { role: one, roles: two, policy: three, policyArn: one, arn: two, name: three },
                        references: { role: ["iot-kafka-interfaces"], roles: ["iot-kafka-interfaces"] },
                    };
                    judge.judge(
                        withInterfacePolicies([given], {
                            assumeRolePolicy: one,
                            inlinePolicies: two,
                            managedPolicyArns: three,
                            permissionsBoundary: one,
                            name: two,
                            arn: three,
                        }),
                    );
                    judge.judge(
                        withErrorFunction({
                            principal: one,
                            action: two,
                            sourceArn: three,
                            sourceAccount: one,
                            function: two,
                        }),
                    );
                    judge.judge(
                        withErrorRole(
                            { s3: one, sqs: two, cloudwatchLogs: { logGroupName: three, roleArn: ERROR_ROLE } },
                            one,
                        ),
                    );
                },
            ),
            { numRuns: 300 },
        );
    });

    it("answer a document of the largest size in time", () => {
        const many = Array.from({ length: 3000 }, (_, index) => `ec2:*${"a*".repeat(50)}${index}`);
        for (const document of [
            policy(allow(many, { Resource: many.map((one) => `arn:aws:ec2:*:*:${one}`) })),
            policy(
                ...many
                    .slice(0, 1000)
                    .map((one) =>
                        allow(one, { Condition: { StringLike: { "aws:RequestedRegion": "*a".repeat(200) } } }),
                    ),
            ),
            `${"[".repeat(100_000)}`,
            "*".repeat(130_000),
        ]) {
            for (const stack of stacksWith(document)) {
                assert.doesNotThrow(() => judge.judge(stack));
            }
        }
    }).timeout(120_000);
});
