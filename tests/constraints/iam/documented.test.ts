import assert from "node:assert/strict";
import { KafkaCredentials, KafkaTopicRule, VpcDestination, type VpcDestinationArgs } from "../../../components";
import { CATALOGUE, Judge, type ResourceFacts, renderFinding, type StackFacts, UNKNOWN } from "../../../constraints";
import { getSecret } from "../../../constraints/examples/configurations";
import { FOUNDING_PROPERTIES, founding } from "../../../constraints/examples/foundingPage";
import { iotRole, rights, withInterfaceRole, withSecretRole, withTrust } from "../../../constraints/examples/roles";
import { kindOf } from "../../../constraints/facts/pulumiTypes";
import { NOT_KNOWN, type Ran, run } from "../../components/program";
import { CLUSTER, RULE, VPC } from "../../components/samples";

const judge = new Judge(CATALOGUE);

/** The founding page's policy of the role for network interfaces. */
const FOUNDING_INTERFACES = `{
    "Version": "2012-10-17",
    "Statement": [
    {
        "Effect": "Allow",
        "Action": [
            "ec2:CreateNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:CreateNetworkInterfacePermission",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
            "ec2:DescribeVpcAttribute",
            "ec2:DescribeSecurityGroups"
            ],
            "Resource": "*"
        }
    ]
}`;

/** The founding page's policy of the role for secrets. */
const FOUNDING_SECRETS = `{
    "Version": "2012-10-17",
    "Statement": [
    {
        "Effect": "Allow",
        "Action": [
            "secretsmanager:GetSecretValue",
            "secretsmanager:DescribeSecret"
            ],
            "Resource": [
                "arn:aws:secretsmanager:region:123456789012:secret:kafka_client_truststore-*",
                "arn:aws:secretsmanager:region:123456789012:secret:kafka_keytab-*"
            ]
        }
    ]
}`;

/** The tighter policy of the page on VPC destinations. */
const DESTINATION_PAGE = `{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": [
                "ec2:CreateNetworkInterface",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeVpcs",
                "ec2:DeleteNetworkInterface",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcAttribute",
                "ec2:DescribeSecurityGroups"
            ],
            "Resource": "*"
        },
        {
            "Effect": "Allow",
            "Action": "ec2:CreateNetworkInterfacePermission",
            "Resource": "*",
            "Condition": { "StringEquals": { "ec2:ResourceTag/VPCDestinationENI": "true" } }
        },
        {
            "Effect": "Allow",
            "Action": ["ec2:CreateTags"],
            "Resource": "*",
            "Condition": {
                "StringEquals": {
                    "ec2:CreateAction": "CreateNetworkInterface",
                    "aws:RequestTag/VPCDestinationENI": "true"
                }
            }
        }
    ]
}`;

/** The trust policy of the page on roles for rules. */
const ROLE_PAGE = `{
    "Version": "2012-10-17",
    "Statement": [
        { "Effect": "Allow", "Principal": { "Service": "iot.amazonaws.com" }, "Action": "sts:AssumeRole" }
    ]
}`;

/** The trust policy of the page on the confused deputy, with its placeholders. */
const DEPUTY_PAGE = `{
    "Version": "2012-10-17",
    "Statement": {
        "Effect": "Allow",
        "Principal": { "Service": "iot.amazonaws.com" },
        "Action": "sts:AssumeRole",
        "Condition": {
            "StringEquals": { "aws:SourceAccount": "123456789012" },
            "ArnLike": { "aws:SourceArn": "arn:aws:iot:region:123456789012:*" }
        }
    }
}`;

function mandatory(stack: StackFacts): string[] {
    return judge
        .judge(stack)
        .findings.filter(({ level }) => level === "mandatory")
        .map(renderFinding);
}

function advice(stack: StackFacts): string[] {
    const { findings } = judge.judge(stack);
    return findings.filter(({ level }) => level === "advisory").map(({ constraint }) => constraint);
}

describe("the policies that AWS documents", () => {
    const stacks: Readonly<Record<string, StackFacts>> = {
        "the founding page's interfaces": withInterfaceRole(FOUNDING_INTERFACES),
        "the founding page's interfaces as an object": withInterfaceRole(JSON.parse(FOUNDING_INTERFACES)),
        "the destination page's interfaces": withInterfaceRole(DESTINATION_PAGE),
        "the page on roles for rules": withTrust(ROLE_PAGE),
        "the page on the confused deputy": withTrust(DEPUTY_PAGE),
        "the founding page's secrets, beside the rule of the founding page":
            withFoundingRole("kafka-get-secret-role-name"),
        "the founding page's secrets, as somebody copies them": withSecretRole(FOUNDING_SECRETS, [], {
            // Amazon MSK would ask for a secret with its prefix.
            "bootstrap.servers": "kafka.plant.example:9096",
            "ssl.truststore": getSecret("kafka_client_truststore", "SecretBinary"),
            "sasl.scram.username": getSecret("kafka_keytab", "SecretString", "username"),
            "sasl.scram.password": getSecret("kafka_keytab", "SecretString", "password"),
        }),
    };
    for (const [title, stack] of Object.entries(stacks)) {
        it(`have no mandatory finding: ${title}`, () => {
            assert.deepEqual(mandatory(stack), []);
        });
    }

    it("have advice on the tag and on the confused deputy where the pages differ", () => {
        assert.ok(advice(withInterfaceRole(FOUNDING_INTERFACES)).includes("interface-role-create-tags"));
        assert.ok(!advice(withInterfaceRole(DESTINATION_PAGE)).includes("interface-role-create-tags"));
        assert.ok(advice(withTrust(ROLE_PAGE)).includes("role-trust-source"));
        assert.ok(!advice(withTrust(DEPUTY_PAGE)).includes("role-trust-source"));
    });

    it("cover the secrets of the founding page, and no third one", () => {
        const third = { "ssl.truststore.password": getSecret("kafka_password", "SecretString") };
        const roles = [iotRole("kafka-get-secret-role-name"), rights("kafka-get-secret-role-name", FOUNDING_SECRETS)];
        const properties = {
            ...FOUNDING_PROPERTIES,
            "ssl.truststore.password": String(third["ssl.truststore.password"]).replace(
                /arn:aws:iam::\d+:role\/[\w-]+/,
                "arn:aws:iam::123456789012:role/kafka-get-secret-role-name",
            ),
        };
        const { resources, ...stack } = founding({ properties });
        assert.match(mandatory({ ...stack, resources: [...roles, ...resources] }).join("\n"), /"kafka_password"/);
    });
});

function withFoundingRole(name: string): StackFacts {
    const { resources, ...stack } = founding();
    const role = { ...iotRole(name), values: { name, assumeRolePolicy: ROLE_PAGE } };
    return { ...stack, resources: [role, rights(name, FOUNDING_SECRETS), ...resources] };
}

/** What a program registers, as a pack sees it: with the edges of its properties. */
function stackOfProgram({ resources }: Ran<unknown>, preview: boolean): StackFacts {
    const facts = resources.flatMap((one): ResourceFacts[] => {
        const kind = kindOf(one.type);
        if (kind === undefined) return [];
        return [
            {
                kind,
                id: one.name,
                name: one.name,
                values: {
                    arn: preview ? UNKNOWN : `arn:aws:made:us-east-1:209876543210:${one.type}/${one.name}`,
                    ...(plain(one.inputs) as ResourceFacts["values"]),
                },
                references: one.propertyDependencies,
                dependencies: one.dependencies,
            },
        ];
    });
    return { region: "us-east-1", account: UNKNOWN, resources: facts };
}

function plain(value: unknown): unknown {
    if (value === NOT_KNOWN) return UNKNOWN;
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    if (Object.hasOwn(value, "secret")) return plain((value as { secret: unknown }).secret);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

describe("the policies of our components", () => {
    const INTERFACES: Readonly<Record<string, VpcDestinationArgs>> = {
        narrow: { ...VPC, brokerPort: 9096 },
        "as documented": { ...VPC, brokerPort: 9096, interfacePermissions: "documented" },
    };
    for (const preview of [true, false]) {
        for (const [form, args] of Object.entries(INTERFACES)) {
            it(`let a destination make its interfaces, ${form}, ${preview ? "at preview" : "at update"}`, async () => {
                const stack = stackOfProgram(await run(() => new VpcDestination("plant", args), { preview }), preview);
                const roles = judge.judge(stack);
                assert.deepEqual(ofRoles(roles.findings), form === "narrow" ? [] : ["interface-role-create-tags"]);
                assert.ok(stack.resources.some(({ kind }) => kind === "role"));
                assert.deepEqual(
                    ofRoles(roles.undetermined.filter(({ constraint }) => constraint.startsWith("inter"))),
                    [],
                );
            });
        }

        it(`let a rule read its credentials and log its errors, ${preview ? "at preview" : "at update"}`, async () => {
            const program = () => {
                const credentials = new KafkaCredentials("plant", { mode: "SCRAM-SHA-512", clusterArn: CLUSTER });
                return new KafkaTopicRule("telemetry", { ...RULE, authentication: credentials.authentication });
            };
            const ran = await run(program, { preview });
            assert.deepEqual(ran.errors, []);
            const stack = stackOfProgram(ran, preview);
            const { findings, undetermined } = judge.judge(stack);
            assert.deepEqual(ofRoles(findings), []);
            // What kms:Decrypt is allowed on is known when the key is made.
            const open = new Set(ofRoles(undetermined));
            assert.equal(open.has("secret-role-decrypt"), preview);
            assert.equal(open.has("error-action-role"), false);
        });
    }
});

function ofRoles(answers: readonly { readonly constraint: string }[]): string[] {
    const own = new Set(["iotRole", "policyText", "encryptionKey"]);
    return answers
        .map(({ constraint }) => CATALOGUE.find(({ id }) => id === constraint)!)
        .filter(({ subject }) => own.has(subject))
        .map(({ id }) => id);
}
