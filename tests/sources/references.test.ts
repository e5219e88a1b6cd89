import assert from "node:assert/strict";
import { readSource } from "../../sources";
import { findingsIn, fixture, readValue } from "./read";

const PLANT = fixture("cloudformation/plant.yaml");

/** What is said, by constraint, of the template of the plant after a change. */
function said(from: string | RegExp, to: string, constraint: string): string[] {
    const text = PLANT.replace(from, to);
    assert.notEqual(text, PLANT);
    const document = readSource({ file: "plant.yaml", text });
    return findingsIn([document])
        .filter((one) => one.constraint === constraint)
        .map(({ message }) => message);
}

describe("a reference in a template", () => {
    for (const [title, reference] of [
        ["Ref", "!Ref Cluster"],
        ["GetAtt", "!GetAtt Cluster.Arn"],
        ["Sub", '!Sub "${Cluster.Arn}"'],
        ["Join", "!Join ['', [!Ref Cluster]]"],
    ] as const) {
        it(`to a cluster in the place of the destination is found, by ${title}`, () => {
            const [message, ...more] = said(
                /DestinationArn: .*/,
                `DestinationArn: ${reference}`,
                "destination-arn-output",
            );
            assert.match(message!, /^The destination is the ARN of the Amazon MSK cluster Cluster, not/);
            assert.deepEqual(more, []);
        });
    }

    it("to the destination is right", () => {
        for (const reference of ["!Ref Destination", "!GetAtt Destination.Arn"])
            assert.deepEqual(
                findingsIn([
                    readSource({
                        file: "plant.yaml",
                        text: PLANT.replace(/DestinationArn: .*/, `DestinationArn: ${reference}`),
                    }),
                ]).filter(({ level }) => level === "mandatory"),
                [],
            );
    });

    it("to a cluster in the place of its brokers is found", () => {
        const [message] = said(
            /bootstrap\.servers: .*/,
            "bootstrap.servers: !GetAtt Cluster.Arn",
            "bootstrap-servers-output",
        );
        assert.match(message!, /^The brokers are the ARN of the cluster plant, which is no list of them/);
    });
});

describe("a secret of the template", () => {
    const secretRef = (text: string) =>
        text
            .replace("get_secret('AmazonMSK_plant'", "get_secret('${Secret}'")
            .replace(
                /- - "\$\{get_secret\('AmazonMSK_plant'/,
                '- - "${get_secret(\'"\n                    - !Ref Secret\n                    - "\'',
            );
    const judged = (text: string) =>
        findingsIn([readSource({ file: "plant.yaml", text })]).filter(({ level }) => level === "mandatory");

    it("that a template names by its reference is judged as by its name", () => {
        const text = secretRef(PLANT);
        assert.ok(text.includes("${Secret}") && text.includes("!Ref Secret"));
        assert.deepEqual(judged(text), []);
        const broken = text.replace("kms:Decrypt", "kms:Encrypt");
        assert.deepEqual(
            judged(broken).map(({ constraint }) => constraint),
            ["secret-role-decrypt"],
        );
        const closed = text.replace("secretsmanager:GetSecretValue", "secretsmanager:ListSecrets");
        assert.deepEqual(
            judged(closed).map(({ constraint, message }) => [
                constraint,
                /do not allow secretsmanager:GetSecretValue for "AmazonMSK_plant"/.test(message),
            ]),
            [["secret-role-actions", true]],
        );
    });

    it("whose name CloudFormation makes is joined by its reference", () => {
        const text = secretRef(PLANT).replace("      Name: AmazonMSK_plant\n", "");
        assert.deepEqual(
            judged(text).map(({ constraint }) => constraint),
            ["scram-secret-name"],
        );
    });

    it("that a policy of its own opens for the role needs no policy of the role", () => {
        const grant = `
  Grant:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      SecretId: !Ref Secret
      ResourcePolicy:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::209876543210:role/READER" }
            Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
            Resource: "*"
          - Effect: Allow
            Principal: { Service: kafka.amazonaws.com }
            Action: secretsmanager:GetSecretValue
            Resource: "*"
`;
        const closed = PLANT.replace("secretsmanager:GetSecretValue", "secretsmanager:ListSecrets").replace(
            "  SecretRole:\n    Type: AWS::IAM::Role\n    Properties:\n",
            (start) => `${start}      RoleName: reader\n`,
        );
        const constraints = (text: string) => judged(text).map(({ constraint }) => constraint);
        assert.deepEqual(
            constraints(closed.replace("Resources:\n", `Resources:${grant.replace("READER", "reader")}`)),
            [],
        );
        assert.deepEqual(constraints(closed.replace("Resources:\n", `Resources:${grant.replace("READER", "other")}`)), [
            "secret-role-actions",
        ]);
    });
});

describe("a reference in a Terraform plan", () => {
    /** The plan of the plant with references changed, and secrets beside it where `more` has them. */
    function plan(change: (kafka: Record<string, { references?: string[] }>, plan: Plan) => void) {
        const document = JSON.parse(fixture("terraform/plant.plan.json")) as Plan;
        const written = document.configuration.root_module.resources;
        const rule = written.find(({ type }) => type === "aws_iot_topic_rule")!;
        change((rule.expressions.kafka as Record<string, { references?: string[] }>[])[0]!, document);
        return findingsIn([readValue(document)]).filter(({ level }) => level === "mandatory");
    }
    const cluster = (attribute: string) => [`aws_msk_cluster.plant.${attribute}`, "aws_msk_cluster.plant"];
    const ids = (found: readonly { constraint: string }[]) => found.map(({ constraint }) => constraint);

    it("to a cluster in the place of the destination is found", () => {
        const [found, ...more] = plan((kafka) => {
            kafka.destination_arn = { references: cluster("arn") };
        });
        assert.equal(found!.constraint, "destination-arn-output");
        assert.match(
            found!.message,
            /^The destination is the ARN of the Amazon MSK cluster aws_msk_cluster\.plant, not/,
        );
        assert.equal(found!.spelled, "kafka[0].destination_arn");
        assert.deepEqual(more, []);
    });

    it("to the bootstrap list of another protocol is found, also through a data source", () => {
        const role = ["aws_iam_role.secrets.arn", "aws_iam_role.secrets"];
        for (const attribute of ["bootstrap_brokers_tls", "bootstrap_brokers", "bootstrap_brokers_sasl_iam"]) {
            const [found, ...more] = plan((kafka) => {
                kafka.client_properties = { references: [...cluster(attribute), ...role] };
            });
            assert.equal(found!.constraint, "bootstrap-servers-output", attribute);
            assert.match(found!.message, /^The brokers are bootstrapBrokers\w* of plant/);
            assert.deepEqual(more, []);
        }
        const right = plan((kafka) => {
            kafka.client_properties = { references: cluster("bootstrap_brokers_sasl_scram") };
        });
        assert.deepEqual(right, []);
    });

    it("to a secret joins it to the rights of the role", () => {
        const withSecret = (actions: string[]) =>
            plan((kafka, document) => {
                const secret = { address: "aws_secretsmanager_secret.own", mode: "managed", name: "own" };
                const type = "aws_secretsmanager_secret";
                const values = { name: "AmazonMSK_own" };
                const key = { references: ["aws_kms_key.secrets.arn", "aws_kms_key.secrets"] };
                const unknown = { arn: true, kms_key_id: true };
                document.resource_changes.push({ address: secret.address, change: { after_unknown: unknown } });
                document.planned_values.root_module.resources.push({ ...secret, type, values });
                document.configuration.root_module.resources.push({
                    ...secret,
                    type,
                    expressions: { kms_key_id: key },
                });
                const statement = { Effect: "Allow", Action: actions, Resource: "*" };
                for (const one of document.planned_values.root_module.resources)
                    if (one.type === "aws_iam_role_policy" && one.address.includes("secret"))
                        one.values.policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
                for (const { address, change } of document.resource_changes)
                    if (address === "aws_iam_role_policy.secrets") change.after_unknown.policy = false;
                kafka.client_properties!.references!.push(`${secret.address}.arn`, secret.address);
            });
        const reading = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret", "kms:Decrypt"];
        assert.deepEqual(ids(withSecret(reading)), ["scram-secret-associated"]);
        const [found] = withSecret(["kms:Decrypt"]).filter(({ constraint }) => constraint === "secret-role-actions");
        assert.match(found!.message, /do not allow secretsmanager:GetSecretValue and .* for "AmazonMSK_own"/);
        assert.ok(ids(withSecret(reading.slice(0, 2))).includes("secret-role-decrypt"));
    });
});

/** What these tests change of a plan. */
interface Plan {
    readonly configuration: { root_module: { resources: Written[] } };
    readonly resource_changes: { address: string; change: { after_unknown: Record<string, unknown> } }[];
    readonly planned_values: { root_module: { resources: Planned[] } };
}
interface Written {
    readonly address: string;
    readonly type: string;
    readonly expressions: Record<string, unknown>;
}
interface Planned {
    readonly address: string;
    readonly type: string;
    readonly values: Record<string, unknown>;
}

describe("an entry of the list of actions", () => {
    const messages = (actions: unknown[]) =>
        findingsIn([readValue({ sql: "SELECT * FROM 'a'", awsIotSqlVersion: "2016-03-23", actions })])
            .filter(({ constraint }) => constraint === "rule-action-kind")
            .map(({ message, spelled }) => `${spelled}: ${message}`);

    it("that holds two actions, or none, is said to", () => {
        const kafka = { topic: "a" };
        const [two, none, ...more] = messages([{ kafka }, { kafka, sqs: { queueUrl: "a" } }, {}]);
        assert.match(two!, /^actions\[1\]: An entry of the list of actions holds 2 actions: "kafka" and "sqs"/);
        assert.match(none!, /^actions\[2\]: An entry of the list of actions is empty/);
        assert.deepEqual(more, []);
    });
});

describe("a payload", () => {
    it("that reads a user of Amazon MSK from a secret without the prefix is told so", () => {
        const secret = (key: string) =>
            `\${get_secret('plant', 'SecretString', '${key}', 'arn:aws:iam::209876543210:role/r')}`;
        const clientProperties = {
            "bootstrap.servers": "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096",
            "security.protocol": "SASL_SSL",
            "sasl.mechanism": "SCRAM-SHA-512",
            "sasl.scram.username": secret("username"),
            "sasl.scram.password": secret("password"),
        };
        const [finding] = findingsIn([
            readValue({ sql: "SELECT * FROM 'a'", actions: [{ kafka: { topic: "a", clientProperties } }] }),
        ]).filter(({ constraint }) => constraint === "scram-secret-prefix");
        assert.match(finding!.message, /^The name of the secret, "plant", does not start with AmazonMSK_\./);
    });
});

describe("a SQL version", () => {
    it("that is not written is said to be missing, and what AWS IoT takes then", () => {
        const rule = { sql: "SELECT * FROM 'a'", actions: [{ kafka: { topic: "a" } }] };
        const [finding] = findingsIn([readValue(rule)]).filter((one) => one.constraint === "sql-version-recommended");
        assert.match(
            finding!.message,
            /^The SQL version .*is missing: AWS IoT then reads the rule by the old one, 2015-10-08/,
        );
        const [written] = findingsIn([readValue({ ...rule, awsIotSqlVersion: "2015-10-08" })]).filter(
            (one) => one.constraint === "sql-version-recommended",
        );
        assert.match(written!.message, /^The SQL version is 2015-10-08/);
    });
});
