import assert from "node:assert/strict";
import fc from "fast-check";
import { isUnknown, UNKNOWN } from "../../../constraints/core/known";
import { repeatedNames } from "../../../constraints/facts/jsonKeys";
import { type PolicyDocument, readPolicy } from "../../../constraints/facts/policyDocument";

const STATEMENT = { Effect: "Allow", Action: "ec2:*", Resource: "*" };

function read(value: unknown, use: "identity" | "trust" | "resource" = "identity"): PolicyDocument {
    const document = readPolicy(value, use);
    assert.ok(document !== undefined && !isUnknown(document));
    return document;
}

const problems = (value: unknown, use?: "identity" | "trust" | "resource") =>
    read(value, use).problems.map(({ found }) => found);

describe("a policy document", () => {
    it("says the same as text and as an object", () => {
        const object = {
            Version: "2012-10-17",
            Statement: [
                STATEMENT,
                { ...STATEMENT, Condition: { StringEquals: { "aws:RequestedRegion": ["us-east-1"] } } },
            ],
        };
        const [text, own] = [read(JSON.stringify(object)), read(object)];
        assert.ok(!isUnknown(text.statements) && !isUnknown(own.statements));
        const bare = (statements: PolicyDocument["statements"]) =>
            JSON.stringify(statements, (name, value) => (name === "path" ? undefined : value));
        assert.equal(bare(text.statements), bare(own.statements));
        assert.deepEqual(own.statements[1]!.path, ["Statement", 1]);
        assert.deepEqual(text.statements[1]!.path, []);
    });

    it("takes a single statement, single texts and names in any case", () => {
        const document = read({ statement: { effect: "Allow", ACTION: "ec2:*", resource: "*" } });
        assert.deepEqual(document.problems, []);
        assert.ok(!isUnknown(document.statements));
        assert.deepEqual(document.statements[0]!.actions, { excluding: false, values: ["ec2:*"] });
        assert.deepEqual(document.statements[0]!.path, ["statement"]);
    });

    it("is unknown as a whole or in its leaves", () => {
        assert.equal(readPolicy(UNKNOWN, "identity"), UNKNOWN);
        assert.equal(readPolicy(undefined, "identity"), undefined);
        for (const hidden of [
            { Statement: UNKNOWN },
            { Statement: [UNKNOWN] },
            { Statement: [{ ...STATEMENT, Effect: UNKNOWN }] },
            { Statement: [{ ...STATEMENT, Action: [UNKNOWN], Resource: UNKNOWN, Condition: UNKNOWN }] },
        ]) {
            assert.deepEqual(problems(hidden), []);
        }
    });

    it("has problems that name elements, never what stands in them", () => {
        assert.deepEqual(problems("{"), ["is no valid JSON at character 2"]);
        assert.deepEqual(problems('"{}"'), ["is JSON in JSON: a quoted text where an object belongs"]);
        assert.deepEqual(problems("[]"), ["is no JSON object"]);
        assert.deepEqual(problems(7), ["is no JSON object"]);
        assert.deepEqual(problems({}), ["has no Statement"]);
        assert.deepEqual(problems({ Statement: [] }), ["has an empty list of statements"]);
        assert.deepEqual(problems({ Statement: [STATEMENT, { ...STATEMENT, Effect: "Permit" }] }), [
            "has an Effect that is neither Allow nor Deny in statement 2",
        ]);
        assert.deepEqual(problems({ Statement: { ...STATEMENT, NotAction: "s3:*" } }), [
            "has both Action and NotAction",
        ]);
        assert.deepEqual(problems({ Statement: { ...STATEMENT, Action: [] } }), ["has an empty Action"]);
        assert.deepEqual(problems({ Statement: { ...STATEMENT, Action: 7 } }), [
            "has something that is no text in its Action",
        ]);
        assert.deepEqual(problems({ Statement: { Effect: "Allow", Action: "ec2:*" } }), [
            "has neither Resource nor NotResource",
        ]);
        assert.deepEqual(problems({ Statement: STATEMENT }, "trust"), [
            "has an Action that is none of STS",
            "has Resource, which a trust policy does not take",
            "has no Principal",
        ]);
        assert.deepEqual(
            problems(
                { Statement: { Effect: "Allow", Action: "sts:AssumeRole", Principal: "iot.amazonaws.com" } },
                "trust",
            ),
            ["has a Principal that is neither * nor an object by kind"],
        );
        assert.deepEqual(problems({ Statement: { ...STATEMENT, Principal: { AWS: "*" } } }, "resource"), []);
    });

    it("says nothing about rights in a statement that is malformed", () => {
        const { statements } = read({ Statement: [{ ...STATEMENT, Effect: "Permit" }] });
        assert.ok(!isUnknown(statements));
        assert.equal(statements[0]!.effect, UNKNOWN);
    });

    it("tells where a principal and a condition stand", () => {
        const { statements } = read(
            {
                Statement: [
                    {
                        Effect: "Allow",
                        Action: "sts:AssumeRole",
                        Principal: { Service: ["iot.amazonaws.com", UNKNOWN], AWS: "209876543210" },
                        Condition: { ArnLike: { "aws:SourceArn": UNKNOWN } },
                    },
                ],
            },
            "trust",
        );
        assert.ok(!isUnknown(statements));
        const [{ principals, conditions }] = statements as [(typeof statements)[0]];
        assert.ok(principals !== undefined && !isUnknown(principals) && !isUnknown(conditions));
        assert.deepEqual(
            principals.map(({ type, value }) => [type, value]),
            [
                ["Service", "iot.amazonaws.com"],
                ["Service", UNKNOWN],
                ["AWS", "209876543210"],
            ],
        );
        assert.deepEqual(conditions[0]!.path, ["Statement", 0, "Condition", "ArnLike", "aws:SourceArn"]);
    });

    it("is read whatever it is, and however deeply it nests", () => {
        fc.assert(
            fc.property(fc.anything(), fc.constantFrom("identity", "trust", "resource"), (value, use) => {
                readPolicy(value, use as "identity");
                readPolicy(
                    { Statement: [value, { ...STATEMENT, Condition: value, Principal: value }] },
                    use as "trust",
                );
            }),
        );
        for (const text of ["[".repeat(200_000), `{"a":${'{"a":'.repeat(50_000)}1${"}".repeat(50_001)}`]) {
            readPolicy(text, "identity");
        }
    });
});

describe("names that stand twice in a JSON object", () => {
    it("are found at every depth, and only within one object", () => {
        assert.deepEqual(repeatedNames('{"a":1,"b":{"a":[{"c":1},{"c":2}]}}'), []);
        assert.deepEqual(repeatedNames('{"a":1,"b":{"c":1,"c":[]},"a":"}{\\""}'), ["c", "a"]);
        assert.deepEqual(repeatedNames('{"a":"b","\\u0061":["a","a"]}'), ["a"]);
    });

    it("are none in what JSON.stringify writes", () => {
        fc.assert(fc.property(fc.jsonValue(), (value) => assert.deepEqual(repeatedNames(JSON.stringify(value)), [])));
    });

    it("are found in a long text in time", () => {
        const names = repeatedNames(`[${'{"a":"\\\\"},'.repeat(100_000)}1]`);
        assert.deepEqual(names, []);
    });
});
