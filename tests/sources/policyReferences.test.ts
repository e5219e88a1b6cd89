import assert from "node:assert/strict";
import { CATALOGUE, Judge } from "../../constraints";
import { readSource, type SourceDocument, stackOfSources } from "../../sources";
import { fixture, readValue } from "./read";

const judge = new Judge(CATALOGUE);
const RIGHTS = /^(secret-role-|error-action-role|interface-role-)/;

/** What is found about the rights of roles, and what is left open. */
function rightsIn(document: SourceDocument): { found: string[]; open: string[] } {
    const { findings, undetermined } = judge.judge(stackOfSources([document]));
    return {
        found: findings
            .filter(({ constraint, level }) => level === "mandatory" && RIGHTS.test(constraint))
            .map(({ constraint }) => constraint),
        open: undetermined.filter(({ constraint }) => RIGHTS.test(constraint)).map(({ constraint }) => constraint),
    };
}

const PLANT = fixture("cloudformation/plant.yaml");
const OTHERS = `
  OtherSecret: { Type: "AWS::SecretsManager::Secret", Properties: { Name: AmazonMSK_other, KmsKeyId: !GetAtt OtherKey.Arn } }
  OtherKey: { Type: "AWS::KMS::Key", Properties: {} }
  OtherLog: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: /iot/other } }
`;

/** The template of the plant, with a secret, a key and a log group beside it, after changes. */
function template(...changes: readonly (readonly [string, string])[]) {
    const whole = PLANT.replace("Resources:\n", `Resources:${OTHERS}`);
    const text = changes.reduce((one, [from, to]) => {
        assert.ok(one.includes(from), from);
        return one.replace(from, to);
    }, whole);
    return rightsIn(readSource({ file: "plant.yaml", text }));
}

const SECRET = "                Resource: !Ref Secret\n";
const KEY = "                Resource: !GetAtt SecretKey.Arn\n";
const LOG = "                Resource: !GetAtt ErrorLog.Arn\n";
const to = (resource: string) => `                Resource: ${resource}\n`;

describe("the resource of a statement in a template", () => {
    it("that is the secret, the key or the log group which is needed leaves nothing open", () => {
        assert.deepEqual(template(), { found: [], open: [] });
        for (const secret of ["!GetAtt Secret.Id", '!Sub "${Secret}"', "[!Ref OtherSecret, !Ref Secret]"])
            assert.deepEqual(template([SECRET, to(secret)]), { found: [], open: [] }, secret);
    });

    it("that is another secret does not open the one that is read", () => {
        for (const secret of ["!Ref OtherSecret", "[!Ref OtherSecret]", "!GetAtt OtherKey.Arn", "!Ref Cluster"])
            assert.deepEqual(template([SECRET, to(secret)]).found, ["secret-role-secrets"], secret);
    });

    it("that is another key does not decrypt the secret", () => {
        assert.deepEqual(template([KEY, to("!GetAtt OtherKey.Arn")]).found, ["secret-role-decrypt"]);
        assert.deepEqual(template([KEY, to("[!GetAtt OtherKey.Arn, !Ref OtherSecret]")]).found, [
            "secret-role-decrypt",
        ]);
    });

    it("that is another log group does not take the errors", () => {
        assert.deepEqual(template([LOG, to("!GetAtt OtherLog.Arn")]), { found: ["error-action-role"], open: [] });
    });

    it("that is left out of what is allowed is not allowed", () => {
        const not = (secret: string) => template([SECRET, to(secret).replace("Resource", "NotResource")]);
        assert.deepEqual(not("!Ref Secret").found, ["secret-role-secrets"]);
        assert.deepEqual(not("!Ref OtherSecret"), { found: [], open: [] });
    });

    it("that is denied is denied", () => {
        const deny = (secret: string) =>
            template([
                SECRET,
                `${SECRET}              - { Effect: Deny, Action: "secretsmanager:*", Resource: ${secret} }\n`,
            ]);
        assert.deepEqual(deny("!Ref Secret").found, ["secret-role-actions"]);
        assert.deepEqual(deny("!Ref OtherSecret"), { found: [], open: [] });
    });

    it("that is made of more than one reference, or of none, is left open", () => {
        for (const secret of [
            '!Sub "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:AmazonMSK_plant-*"',
            '!Sub "${OtherSecret}*"',
            "!ImportValue secret",
            "!If [HasAlarm, !Ref Secret, !Ref OtherSecret]",
        ])
            assert.deepEqual(template([SECRET, to(secret)]), { found: [], open: ["secret-role-actions"] }, secret);
    });
});

/** The plan of the plant, whose role reads the secret by a document of a data source with these statements. */
function plan(
    statements: readonly Record<string, unknown>[],
    written: readonly Record<string, { references: readonly string[] }>[],
    more: Record<string, unknown> = {},
) {
    const document = JSON.parse(fixture("terraform/plant.plan.json")) as Plan;
    const data = { address: "data.aws_iam_policy_document.reading", type: "aws_iam_policy_document", mode: "data" };
    const unknown = statements.map((statement) =>
        Object.fromEntries(
            Object.entries(statement).map(([name, value]) => [name, (value as unknown[]).map((one) => one === null)]),
        ),
    );
    const after = { statement: statements.map((one) => ({ effect: null, ...one })), ...more };
    document.resource_changes.push({
        ...data,
        change: { after, after_unknown: { json: true, id: true, statement: unknown } },
    });
    const { resources } = document.configuration.root_module;
    resources.push({ ...data, expressions: { statement: written } });
    const policy = resources.find(({ address }) => address === "aws_iam_role_policy.secrets")!;
    policy.expressions.policy = { references: [`${data.address}.json`, data.address] };
    for (const [name, type] of [
        ["secrets", "aws_kms_key"],
        ["other", "aws_kms_key"],
        ["other", "aws_secretsmanager_secret"],
    ] as const) {
        const address = `${type}.${name}`;
        if (document.planned_values.root_module.resources.some((one) => one.address === address)) continue;
        document.planned_values.root_module.resources.push({ address, type, name, mode: "managed", values: {} });
        resources.push({ address, type, expressions: {} });
    }
    const rule = resources.find(({ type }) => type === "aws_iot_topic_rule")!;
    const [kafka] = rule.expressions.kafka as { client_properties?: { references: string[] } }[];
    kafka!.client_properties!.references.push("aws_secretsmanager_secret.plant.arn", "aws_secretsmanager_secret.plant");
    return rightsIn(readValue(document));
}

interface Plan {
    readonly configuration: { root_module: { resources: Written[] } };
    readonly resource_changes: unknown[];
    readonly planned_values: { root_module: { resources: Record<string, unknown>[] } };
}
interface Written {
    readonly address: string;
    readonly type: string;
    readonly expressions: Record<string, unknown>;
}

const READING = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"];
const refer = (...addresses: string[]) => ({
    resources: { references: addresses.flatMap((one) => [`${one}.arn`, one]) },
});

describe("the resource of a statement in a plan", () => {
    const ofSecret = { actions: READING, resources: [null] };
    const ofKey = { actions: ["kms:Decrypt"], resources: [null] };

    it("that is the secret and the key which are needed gives the rights, by a data source that is not read yet", () => {
        const right = [refer("aws_secretsmanager_secret.plant"), refer("aws_kms_key.secrets")];
        assert.deepEqual(plan([ofSecret, ofKey], right).found, []);
        const both = { actions: [...READING, "kms:*"], resources: [null, null] };
        assert.deepEqual(plan([both], [refer("aws_kms_key.secrets", "aws_secretsmanager_secret.plant")]).found, []);
    });

    it("that is another secret, or another key, gives none", () => {
        const secret = plan(
            [ofSecret, ofKey],
            [refer("aws_secretsmanager_secret.other"), refer("aws_kms_key.secrets")],
        );
        assert.deepEqual(secret.found, ["secret-role-secrets"]);
        const key = plan([ofSecret, ofKey], [refer("aws_secretsmanager_secret.plant"), refer("aws_kms_key.other")]);
        assert.deepEqual(key.found, ["secret-role-decrypt"]);
    });

    it("is looked for with the actions that are allowed", () => {
        const lacking = { actions: READING.slice(1), resources: [null] };
        const found = plan([lacking, ofKey], [refer("aws_secretsmanager_secret.plant"), refer("aws_kms_key.secrets")]);
        assert.deepEqual(found.found, ["secret-role-actions"]);
    });

    it("that is made of several references, of a local value, or merged from elsewhere is left open", () => {
        const key = refer("aws_kms_key.secrets");
        const found = (statement: Record<string, unknown>, written: typeof key, more?: Record<string, unknown>) =>
            plan([statement, ofKey], [written, key], more).found;
        assert.deepEqual(found(ofSecret, refer("aws_secretsmanager_secret.other", "aws_kms_key.secrets")), []);
        const local = { resources: { references: ["local.secret", "aws_secretsmanager_secret.other.arn"] } };
        assert.deepEqual(found({ actions: READING, resources: [null, null] }, local), []);
        const merged = { source_policy_documents: ["{}"] };
        assert.deepEqual(found(ofSecret, refer("aws_secretsmanager_secret.other"), merged), []);
    });
});
