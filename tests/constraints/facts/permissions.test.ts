import assert from "node:assert/strict";
import fc from "fast-check";
import { isUnknown, UNKNOWN } from "../../../constraints/core/known";
import { contextOf, type Decision, decide, type Policies } from "../../../constraints/facts/permissions";
import { type PolicyStatement, readPolicy } from "../../../constraints/facts/policyDocument";
import { nameOfArn, type RequestedResource } from "../../../constraints/facts/requestedResource";
import { ANY_CHARACTER } from "../../../constraints/facts/wildcards";

const SECRET = "arn:aws:secretsmanager:us-east-1:209876543210:secret:AmazonMSK_plant";
const RESOURCE = nameOfArn(`${SECRET}-${ANY_CHARACTER.repeat(6)}`)!;
const ACTION = "secretsmanager:GetSecretValue";

function policies(...statements: unknown[]): Policies {
    const document = readPolicy({ Version: "2012-10-17", Statement: statements }, "identity");
    assert.ok(document !== undefined && !isUnknown(document) && !isUnknown(document.statements));
    assert.deepEqual(document.problems, []);
    return { statements: document.statements, isComplete: true };
}

function ask(policy: Policies, resource: RequestedResource = RESOURCE, boundary?: Policies): Decision {
    return decide(
        { action: ACTION, resource, context: contextOf({ "aws:SecureTransport": "true" }) },
        policy,
        boundary,
    );
}

const allow = (more: object = {}) => ({ Effect: "Allow", Action: ACTION, Resource: "*", ...more });
const deny = (more: object = {}) => ({ ...allow(more), Effect: "Deny" });

describe("what IAM answers a role", () => {
    it("is a denial where nothing allows, and says why", () => {
        assert.deepEqual(ask({ statements: [], isComplete: true }), { answer: "denied", because: "action" });
        assert.equal(ask(policies(allow({ Action: "ec2:*" }))).because, "action");
        assert.equal(ask(policies(allow({ Resource: SECRET }))).because, "resource");
        assert.equal(
            ask(policies(allow({ Condition: { Bool: { "aws:SecureTransport": "false" } } }))).because,
            "condition",
        );
        assert.equal(ask(policies(deny())).because, "deny");
        assert.equal(ask(policies(allow()), RESOURCE, policies(allow({ Action: "ec2:*" }))).because, "boundary");
    });

    it("takes wildcards, NotAction and NotResource", () => {
        for (const given of [
            allow(),
            allow({ Action: "SECRETSMANAGER:get*" }),
            allow({ Action: ["ec2:*", "secretsmanager:GetSecret?alue"] }),
            { Effect: "Allow", NotAction: "iam:*", Resource: [`${SECRET}-*`] },
            { Effect: "Allow", Action: "*", NotResource: "arn:aws:s3:::*" },
            allow({ Resource: "arn:aws:secretsmanager:*" }),
            allow({ Resource: `arn:*:secretsmanager:*:*:secret:AmazonMSK_*` }),
        ]) {
            assert.equal(ask(policies(given)).answer, "allowed", JSON.stringify(given));
        }
        for (const given of [
            { Effect: "Allow", NotAction: "secretsmanager:*", Resource: "*" },
            { Effect: "Allow", Action: "*", NotResource: `${SECRET}-*` },
            allow({ Resource: "arn:aws:secretsmanager:us-west-2:*:secret:*" }),
            allow({ Resource: "arn:aws-cn:secretsmanager:*:*:secret:*" }),
        ]) {
            assert.equal(ask(policies(given)).answer, "denied", JSON.stringify(given));
        }
    });

    it("is open where a literal ARN may be the one of the secret", () => {
        assert.equal(ask(policies(allow({ Resource: `${SECRET}-a1B2c3` }))).answer, "undetermined");
        assert.equal(ask(policies(allow({ Resource: `${SECRET}-a1B2c` }))).answer, "denied");
    });

    it("is open where parts of the resource are not known, and decided by the known ones", () => {
        const anywhere = { ...RESOURCE, region: UNKNOWN, account: UNKNOWN } as const;
        assert.equal(ask(policies(allow({ Resource: `${SECRET}-*` })), anywhere).answer, "undetermined");
        assert.equal(
            ask(policies(allow({ Resource: "arn:aws:secretsmanager:*:*:secret:*" })), anywhere).answer,
            "allowed",
        );
        assert.equal(ask(policies(allow({ Resource: "arn:aws:s3:::*" })), anywhere).answer, "denied");
        const page = SECRET.replace("us-east-1:209876543210", "region:123456789012");
        assert.equal(ask(policies(allow({ Resource: `${page}-*` }))).answer, "undetermined");
    });

    it("needs a Resource of * for an action on nothing in particular", () => {
        assert.equal(ask(policies(allow()), "*").answer, "allowed");
        assert.equal(ask(policies(allow({ Resource: "arn:aws:secretsmanager:*:*:*" })), "*").because, "resource");
    });

    it("is open where a policy is not known, except for what a Deny decides", () => {
        const some = { ...policies(allow()), isComplete: false };
        assert.equal(ask(some).answer, "undetermined");
        assert.equal(ask({ statements: [], isComplete: false }).answer, "undetermined");
        assert.equal(ask({ ...policies(allow(), deny()), isComplete: false }).because, "deny");
        assert.equal(ask(policies(allow()), RESOURCE, some).answer, "undetermined");
    });

    it("is open where an unknown condition decides", () => {
        const Condition = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
        assert.equal(ask(policies(allow({ Condition }))).answer, "undetermined");
        assert.equal(ask(policies(allow(), deny({ Condition }))).answer, "undetermined");
        assert.equal(ask(policies(allow({ Condition }), allow())).answer, "allowed");
    });
});

const texts = fc.constantFrom("*", ACTION, "secretsmanager:*", "ec2:*", "SecretsManager:Get*", "s3:Get?", UNKNOWN);
const resources = fc.constantFrom(
    "*",
    `${SECRET}-*`,
    `${SECRET}-a1B2c3`,
    SECRET,
    "arn:aws:s3:::*",
    "${aws:username}",
    UNKNOWN,
);
const conditions = fc.constantFrom(
    undefined,
    { Bool: { "aws:SecureTransport": "true" } },
    { Bool: { "aws:SecureTransport": "false" } },
    { StringEquals: { "aws:PrincipalOrgID": "o" } },
);

function statements(effect: fc.Arbitrary<string>): fc.Arbitrary<PolicyStatement[]> {
    const one = fc
        .tuple(
            effect,
            fc.boolean(),
            fc.array(texts, { minLength: 1, maxLength: 2 }),
            fc.boolean(),
            fc.array(resources, { minLength: 1, maxLength: 2 }),
            conditions,
        )
        .map(([Effect, noAction, actions, noResource, on, Condition]) => ({
            Effect,
            [noAction ? "NotAction" : "Action"]: actions,
            [noResource ? "NotResource" : "Resource"]: on,
            Condition,
        }));
    return fc.array(one, { minLength: 1, maxLength: 4 }).map((list) => [...policies(...list).statements]);
}

const any = statements(fc.constantFrom("Allow", "Deny"));
const allows = statements(fc.constant("Allow"));
const denies = statements(fc.constant("Deny"));
const ORDER = { denied: 0, undetermined: 1, allowed: 2 } as const;
const rank = (given: PolicyStatement[], isComplete = true) => ORDER[ask({ statements: given, isComplete }).answer];

describe("the answers of IAM", () => {
    it("never take away by an Allow", () => {
        fc.assert(fc.property(any, allows, (own, more) => assert.ok(rank([...own, ...more]) >= rank(own))));
    });

    it("never give by a Deny", () => {
        fc.assert(fc.property(any, denies, (own, more) => assert.ok(rank([...own, ...more]) <= rank(own))));
    });

    it("do not depend on the order of statements", () => {
        fc.assert(fc.property(any, (own) => assert.equal(rank(own), rank([...own].reverse()))));
    });

    it("never allow more within a boundary than without it", () => {
        fc.assert(
            fc.property(any, any, (own, limit) => {
                const policy = { statements: own, isComplete: true };
                const within = ask(policy, RESOURCE, { statements: limit, isComplete: true });
                assert.ok(ORDER[within.answer] <= ORDER[ask(policy).answer]);
            }),
        );
    });

    it("decide where a policy is not known only what a Deny decides whatever it says", () => {
        fc.assert(
            fc.property(any, any, (known, hidden) => {
                const answer = ask({ statements: known, isComplete: false });
                if (answer.answer === "undetermined") return;
                assert.equal(answer.because, "deny");
                assert.equal(rank([...known, ...hidden]), ORDER.denied);
            }),
        );
    });
});
