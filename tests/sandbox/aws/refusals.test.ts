import assert from "node:assert/strict";
import { AwsStandIn } from "../../../sandbox/aws/awsStandIn";
import type { Properties } from "../../../sandbox/provider/value";
import { create, SCRAM_PROPERTIES, urn } from "./harness";
import { SAMPLES } from "./samples";

const RULE = "aws:iot/topicRule:TopicRule";
const ROLE = "aws:iam/role:Role";
const KEY = "aws:kms/key:Key";
const CLUSTER = "aws:msk/cluster:Cluster";
const SECRET_ARN = "arn:aws:secretsmanager:us-east-1:602911837465:secret";
const LOCKED =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:Decrypt","Resource":"*"}]}';

/** What is changed in the accepted sample, and what AWS answers. */
const REFUSALS: readonly [type: string, about: string, change: Properties, answer: RegExp][] = [
    [RULE, "a hyphen in its name", { name: "my-rule" }, /InvalidRequestException.*'my-rule' at 'ruleName'/],
    [RULE, "a name of 129 characters", { name: "r".repeat(129) }, /InvalidRequestException.*less than or equal to 128/],
    [
        RULE,
        "an SQL version that does not exist",
        { sqlVersion: "2020-01-01" },
        /InvalidRequestException.*awsIotSqlVersion/,
    ],
    [RULE, "SQL without SELECT", { sql: "FROM 'a/b'" }, /SqlParseException.*expected SELECT/],
    [RULE, "SQL with an open parenthesis", { sql: "SELECT abs(a FROM 'a'" }, /SqlParseException.*parenthesis/],
    [RULE, "SQL with an open string", { sql: "SELECT * FROM 'a" }, /SqlParseException.*string is not closed/],
    [RULE, "a topic filter without quotes", { sql: "SELECT * FROM a/b" }, /SqlParseException.*single quotes/],
    [RULE, "a missing input", { sql: undefined }, /Missing required argument.*"sql"/],
    [
        RULE,
        "more than ten actions",
        { sns: Array(10).fill({ targetArn: "a", roleArn: "b" }) },
        /10 actions at most, not 11/,
    ],
    [RULE, "acks of 2", kafka({ acks: "2" }), /InvalidRequestException.*acks is not valid/],
    [
        RULE,
        "a client property AWS IoT has not",
        kafka({ "linger.ms": "5" }),
        /InvalidRequestException.*linger\.ms is not supported/,
    ],
    [RULE, "SCRAM without a password", kafka({ "sasl.scram.password": "" }), /sasl\.scram\.password is required/],
    [RULE, "the same in its error action", { errorAction: { kafka: { topic: "t" } } }, /ARN of a VPC destination/],
    [
        ROLE,
        "a trust policy that is not JSON",
        { assumeRolePolicy: "{" },
        /MalformedPolicyDocument: Syntax errors in policy/,
    ],
    [
        ROLE,
        "a trust policy with a resource",
        trust({ Resource: "*" }),
        /MalformedPolicyDocument: Has prohibited field Resource/,
    ],
    [
        ROLE,
        "a service that is none",
        trust({ Principal: { Service: "iot" } }),
        /Invalid principal in policy: "SERVICE":"iot"/,
    ],
    [ROLE, "a session of ten minutes", { maxSessionDuration: 600 }, /ValidationError: MaxSessionDuration/],
    [
        "aws:iam/rolePolicy:RolePolicy",
        "an action without vendor",
        statement({ Action: "Publish" }),
        /must be prefaced by a vendor/,
    ],
    ["aws:iam/rolePolicy:RolePolicy", "no resource", statement({ Resource: undefined }), /must contain resources/],
    [
        "aws:iam/rolePolicy:RolePolicy",
        "a resource that is no ARN",
        statement({ Resource: "secret" }),
        /must be in ARN format or "\*"/,
    ],
    [
        "aws:iam/rolePolicy:RolePolicy",
        "a role given by its ARN",
        { role: "arn:aws:iam::602911837465:role/a" },
        /roleName/,
    ],
    [
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        "a policy name",
        { policyArn: "ReadOnly" },
        /InvalidInput: ARN ReadOnly/,
    ],
    [
        KEY,
        "a policy that locks its owner out",
        { policy: LOCKED },
        /will not allow you to update the key policy in the future/,
    ],
    [KEY, "three days until deletion", { deletionWindowInDays: 3 }, /ValidationException.*between 7 and 30/],
    ["aws:kms/alias:Alias", "a name without alias/", { name: "orders" }, /InvalidAliasNameException/],
    ["aws:ec2/vpc:Vpc", "a block with bits behind its prefix", { cidrBlock: "10.0.0.1/16" }, /InvalidParameterValue/],
    ["aws:ec2/vpc:Vpc", "a block that is too large", { cidrBlock: "10.0.0.0/8" }, /InvalidVpc\.Range/],
    ["aws:ec2/subnet:Subnet", "a zone of another Region", { availabilityZone: "eu-west-1a" }, /us-east-1a, us-east-1b/],
    ["aws:ec2/securityGroup:SecurityGroup", "a name that looks like an id", { name: "sg-orders" }, /format sg-\*/],
    [
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "two peers",
        { cidrIpv4: "10.0.0.0/8" },
        /InvalidParameterCombination/,
    ],
    [
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        "TCP without ports",
        { ipProtocol: "tcp" },
        /both from and to ports/,
    ],
    ["aws:ec2/natGateway:NatGateway", "no address", { allocationId: undefined }, /MissingParameter.*AllocationId/],
    [
        "aws:cloudwatch/logGroup:LogGroup",
        "a retention of 31 days",
        { retentionInDays: 31 },
        /InvalidParameterException/,
    ],
    ["aws:cloudwatch/metricAlarm:MetricAlarm", "a period of 45 seconds", { period: 45 }, /ValidationError: Period/],
    ["aws:cloudwatch/dashboard:Dashboard", "a body without widgets", { dashboardBody: "{}" }, /InvalidParameterInput/],
    [
        "aws:secretsmanager/secret:Secret",
        "a window of three days",
        { recoveryWindowInDays: 3 },
        /between 7 and 30 days/,
    ],
    [
        "aws:secretsmanager/secretVersion:SecretVersion",
        "both values",
        { secretBinary: "YQ==" },
        /either SecretString or SecretBinary/,
    ],
    ["aws:kinesis/stream:Stream", "no shards", { shardCount: undefined }, /InvalidArgumentException/],
    [
        "aws:kinesis/stream:Stream",
        "a space in its name",
        { name: "failed messages" },
        /ValidationException.*streamName/,
    ],
    ["aws:lambda/function:Function", "no code", { s3Bucket: undefined }, /InvalidParameterValueException/],
    ["aws:lambda/function:Function", "a name for a role", { role: "network" }, /ValidationException.*'role'/],
    [
        CLUSTER,
        "four brokers in three subnets",
        { numberOfBrokerNodes: 4 },
        /BadRequestException.*multiple of Availability Zones/,
    ],
    [
        CLUSTER,
        "an unknown instance type",
        nodes({ instanceType: "kafka.huge" }),
        /Unsupported InstanceType \[kafka\.huge\]/,
    ],
    [CLUSTER, "one subnet", nodes({ clientSubnets: ["subnet-0a"] }), /two or three client subnets/],
    [
        CLUSTER,
        "authentication in plain text",
        { encryptionInfo: { encryptionInTransit: { clientBroker: "PLAINTEXT" } } },
        /requires encryption/,
    ],
    [CLUSTER, "an underscore in its name", { clusterName: "my_cluster" }, /BadRequestException.*clusterName/],
    ["aws:msk/topic:Topic", "no partition", { partitionCount: 0 }, /BadRequestException.*must be 1 or more/],
    [
        "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation",
        "a secret's name",
        { secretArn: `${SECRET_ARN}:orders-a1B2c3` },
        /UnprocessedScramSecret.*begin with AmazonMSK_/,
    ],
    ["aws:sqs/queue:Queue", "a dot in its name", { name: "a.b" }, /InvalidParameterValue/],
    ["aws:s3/bucket:Bucket", "capitals in its name", { bucket: "Orders" }, /InvalidBucketName/],
    [
        "aws:lambda/permission:Permission",
        "an action of another service",
        { action: "iot:Publish" },
        /ValidationException/,
    ],
    [
        "aws:kms/keyPolicy:KeyPolicy",
        "a policy that locks its owner out",
        { policy: LOCKED },
        /update the key policy in the future/,
    ],
    ["aws:sqs/queuePolicy:QueuePolicy", "a policy that is not JSON", { policy: "{" }, /InvalidAttributeValue/],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", "a service that cannot be", { serviceName: "secrets" }, /InvalidServiceName/],
    ["aws:route53/record:Record", "no time to live", { ttl: undefined }, /InvalidChangeBatch.*TTL/],
];

describe("The stand-in refuses as AWS does, at create and not before:", () => {
    for (const [type, about, change, answer] of REFUSALS) {
        it(`${type.split(":").pop()} with ${about}`, async () => {
            const standIn = new AwsStandIn();
            const inputs = { ...SAMPLES[type], ...change };
            const checked = standIn.check({
                urn: urn(type, "one"),
                olds: {},
                news: inputs,
                randomSeed: new Uint8Array(),
            });
            assert.deepEqual(checked.failures, []);
            await standIn.create({ urn: urn(type, "one"), inputs: checked.inputs, preview: true });
            await assert.rejects(create(standIn, type, "one", inputs), (error: Error) => {
                assert.match(error.message, answer);
                assert.match(error.message, /stand-in for AWS, not by AWS/);
                return true;
            });
        });
    }
});

describe("The stand-in's account", () => {
    const TWICE: readonly [type: string, answer: RegExp][] = [
        [RULE, /ResourceAlreadyExistsException/],
        ["aws:secretsmanager/secret:Secret", /ResourceExistsException/],
        [CLUSTER, /ConflictException/],
        ["aws:msk/configuration:Configuration", /ConflictException/],
        ["aws:msk/topic:Topic", /TopicExistsException/],
        ["aws:ec2/route:Route", /RouteAlreadyExists/],
        ["aws:ec2/subnet:Subnet", /InvalidSubnet\.Conflict/],
        ["aws:ec2/routeTableAssociation:RouteTableAssociation", /Resource\.AlreadyAssociated/],
        ["aws:ec2/natGateway:NatGateway", /Resource\.AlreadyAssociated/],
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", /InvalidPermission\.Duplicate/],
        ["aws:route53/record:Record", /already exists/],
        ["aws:kinesis/stream:Stream", /ResourceInUseException/],
        ["aws:lambda/function:Function", /ResourceConflictException/],
    ];
    for (const [type, answer] of TWICE) {
        it(`has no room for a second ${type.split(":").pop()} of the same name or place`, async () => {
            const standIn = new AwsStandIn();
            await create(standIn, type, "one", SAMPLES[type] ?? {});
            await assert.rejects(create(standIn, type, "two", SAMPLES[type] ?? {}), answer);
        });
    }

    it("has room for the same name in another Region", async () => {
        const standIn = new AwsStandIn();
        const inputs = SAMPLES["aws:msk/configuration:Configuration"] ?? {};
        await create(standIn, "aws:msk/configuration:Configuration", "one", inputs);
        const other = await create(standIn, "aws:msk/configuration:Configuration", "two", {
            ...inputs,
            region: "cn-north-1",
        });
        assert.match(other.id, /^arn:aws-cn:kafka:cn-north-1:602911837465:configuration\/orders\//);
    });

    it("leaves a SCRAM secret unprocessed when it has no key of its own or the cluster no SCRAM", async () => {
        const standIn = new AwsStandIn();
        const secret = await create(standIn, "aws:secretsmanager/secret:Secret", "one", { name: "AmazonMSK_plain" });
        const inputs = SAMPLES["aws:msk/scramSecretAssociation:ScramSecretAssociation"] ?? {};
        const type = "aws:msk/scramSecretAssociation:ScramSecretAssociation";
        await assert.rejects(create(standIn, type, "one", { ...inputs, secretArnLists: [secret.id] }), /InvalidKmsKey/);
        const cluster = await create(standIn, CLUSTER, "one", {
            ...SAMPLES[CLUSTER],
            clientAuthentication: { tls: {} },
        });
        await assert.rejects(create(standIn, type, "one", { ...inputs, clusterArn: cluster.id }), /SASL\/SCRAM/);
    });

    it("never repeats a secret value in a refusal", async () => {
        const canary = "canary-5b1f";
        const properties = Object.keys(SCRAM_PROPERTIES).filter((name) => name !== "bootstrap.servers");
        for (const name of [...properties, "acks", "ssl.keystore", "made.up"]) {
            const inputs = { ...SAMPLES[RULE], ...kafka({ [name]: canary, "security.protocol": canary }) };
            await assert.rejects(create(new AwsStandIn(), RULE, "one", inputs), (error: Error) => {
                assert.doesNotMatch(error.message, new RegExp(canary));
                return true;
            });
        }
    });
});

function kafka(properties: Properties): Properties {
    const kafkas = SAMPLES[RULE]?.kafkas as readonly Properties[];
    return { kafkas: [{ ...kafkas[0], clientProperties: { ...SCRAM_PROPERTIES, ...properties } }] };
}

function trust(change: Properties): Properties {
    const policy = JSON.parse(String(SAMPLES[ROLE]?.assumeRolePolicy)) as { Statement: Properties[] };
    return { assumeRolePolicy: JSON.stringify({ ...policy, Statement: [{ ...policy.Statement[0], ...change }] }) };
}

function statement(change: Properties): Properties {
    const base = { Effect: "Allow", Action: "iot:Publish", Resource: "*" };
    return { policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ ...base, ...change }] }) };
}

function nodes(change: Properties): Properties {
    return { brokerNodeGroupInfo: { ...(SAMPLES[CLUSTER]?.brokerNodeGroupInfo as Properties), ...change } };
}
