import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AwsStandIn } from "../../../sandbox/aws/awsStandIn";
import { INVOKE_TOKENS } from "../../../sandbox/aws/invokes/invoke";
import type { Properties } from "../../../sandbox/provider/value";
import { create } from "./harness";
import { SAMPLES } from "./samples";

const SDK = join(__dirname, "../../../node_modules/@pulumi/aws");
const DOCUMENT = "aws:iam/getPolicyDocument:getPolicyDocument";

describe("Functions of the stand-in for AWS", () => {
    for (const token of INVOKE_TOKENS) {
        it(`answer ${token} as @pulumi/aws calls it`, () => {
            const [, path = "", name = ""] = token.split(":");
            const file = join(SDK, `${path.replace(/^index\//, "")}.js`);
            assert.ok(existsSync(file), file);
            assert.ok(readFileSync(file, "utf8").includes(`"${token}"`), `${name} is called by another token`);
        });
    }

    it("take the Region of the call before that of the provider", async () => {
        const standIn = new AwsStandIn();
        standIn.configure({ region: "eu-central-1" });
        assert.equal((await standIn.invoke("aws:index/getRegion:getRegion", {})).region, "eu-central-1");
        assert.equal(
            (await standIn.invoke("aws:index/getRegion:getRegion", { region: "cn-north-1" })).region,
            "cn-north-1",
        );
        const zones = await standIn.invoke("aws:index/getAvailabilityZones:getAvailabilityZones", {
            region: "ap-southeast-2",
        });
        assert.deepEqual(zones.names, ["ap-southeast-2a", "ap-southeast-2b", "ap-southeast-2c"]);
        assert.deepEqual(zones.zoneIds, ["apse2-az1", "apse2-az2", "apse2-az3"]);
    });

    it("tell the partition by the Region", async () => {
        const partitionIn = async (region: string) => {
            const standIn = new AwsStandIn({ region });
            return (await standIn.invoke("aws:index/getPartition:getPartition", {})) as Record<string, string>;
        };
        assert.equal((await partitionIn("us-east-1")).partition, "aws");
        assert.equal((await partitionIn("us-gov-east-1")).partition, "aws-us-gov");
        assert.equal((await partitionIn("cn-northwest-1")).dnsSuffix, "amazonaws.com.cn");
        assert.equal((await partitionIn("cn-northwest-1")).reverseDnsPrefix, "cn.com.amazonaws");
    });

    it("give one account number, which a test may choose and which documentation does not use", async () => {
        const token = "aws:index/getCallerIdentity:getCallerIdentity";
        const { accountId } = await new AwsStandIn().invoke(token, {});
        assert.match(String(accountId), /^\d{12}$/);
        assert.ok(!["123456789012", "111122223333", "444455556666", "000000000000"].includes(String(accountId)));
        assert.equal(
            (await new AwsStandIn({ accountNumber: "987654321098" }).invoke(token, {})).accountId,
            "987654321098",
        );
    });

    it("find a cluster's brokers, a key by its alias and a VPC's subnets", async () => {
        const standIn = new AwsStandIn();
        const cluster = await create(
            standIn,
            "aws:msk/cluster:Cluster",
            "one",
            SAMPLES["aws:msk/cluster:Cluster"] ?? {},
        );
        const brokers = await standIn.invoke("aws:msk/getBootstrapBrokers:getBootstrapBrokers", {
            clusterArn: cluster.id,
        });
        assert.match(
            String(brokers.bootstrapBrokersSaslScram),
            /^b-1\.orders\.\w{6}\.c2\.kafka\.us-east-1\.amazonaws\.com:9096,/,
        );
        assert.equal(brokers.bootstrapBrokersTls, "");
        const key = await create(standIn, "aws:kms/key:Key", "one", {});
        await create(standIn, "aws:kms/alias:Alias", "one", { name: "alias/orders", targetKeyId: key.id });
        const found = await standIn.invoke("aws:kms/getKey:getKey", { keyId: "alias/orders" });
        assert.equal(found.arn, key.state.arn);
        await assert.rejects(standIn.invoke("aws:kms/getKey:getKey", { keyId: "alias/none" }), /NotFoundException/);
        const inputs = { vpcId: "vpc-0a", cidrBlock: "10.0.0.0/24", tags: { tier: "private" } };
        const subnet = await create(standIn, "aws:ec2/subnet:Subnet", "one", inputs);
        const filters = [
            { name: "vpc-id", values: ["vpc-0a"] },
            { name: "tag:tier", values: ["private"] },
        ];
        assert.deepEqual((await standIn.invoke("aws:ec2/getSubnets:getSubnets", { filters })).ids, [subnet.id]);
        await assert.rejects(standIn.invoke("aws:ec2/getVpc:getVpc", { id: "vpc-0a" }), /no matching EC2 VPC found/);
    });

    it("take a VPC named by a well-formed id to exist outside of the stand-in", async () => {
        const id = "vpc-0a1b2c3d4e5f60718";
        const found = await new AwsStandIn().invoke("aws:ec2/getVpc:getVpc", { id });
        assert.equal(found.id, id);
        assert.match(String(found.cidrBlock), /^10\./);
    });

    it("are refused by name when the stand-in does not know them", async () => {
        await assert.rejects(
            new AwsStandIn().invoke("aws:ec2/getAmi:getAmi", {}),
            /stand-in for AWS does not know the function aws:ec2\/getAmi/,
        );
    });
});

describe("getPolicyDocument of the stand-in", () => {
    it("writes members in the provider's order, sets from Z to A, and a single value without a list", async () => {
        const statements = [
            {
                sid: "One",
                actions: ["ec2:DescribeSubnets", "ec2:DescribeVpcs"],
                resources: ["*"],
                conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["1", "2"] }],
            },
            {
                effect: "Deny",
                notActions: ["iam:*"],
                principals: [{ type: "Service", identifiers: ["iot.amazonaws.com"] }],
            },
        ];
        assert.deepEqual(await render({ statements }), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "One",
                    Effect: "Allow",
                    Action: ["ec2:DescribeVpcs", "ec2:DescribeSubnets"],
                    Resource: "*",
                    Condition: { StringEquals: { "aws:SourceAccount": ["1", "2"] } },
                },
                { Effect: "Deny", NotAction: "iam:*", Principal: { Service: "iot.amazonaws.com" } },
            ],
        });
    });

    it("turns &{…} into IAM's variables and any principal into *", async () => {
        const resources = ["arn:aws:iot:*:*:client/&{iot:ClientId}"];
        const statements = [{ actions: ["iot:Connect"], resources, principals: [{ type: "*", identifiers: ["*"] }] }];
        const { Statement } = await render({ statements });
        const expected = { Resource: "arn:aws:iot:*:*:client/${iot:ClientId}", Principal: "*" };
        assert.deepEqual(Statement, [{ Effect: "Allow", Action: "iot:Connect", ...expected }]);
    });

    it("starts from sources, lets overrides win by Sid, and refuses a Sid used twice", async () => {
        const source = (sid: string, action: string) =>
            JSON.stringify({ Statement: [{ Sid: sid, Effect: "Allow", Action: action, Resource: "*" }] });
        const { Statement } = await render({
            sourcePolicyDocuments: [source("a", "s3:Get"), source("b", "s3:Put")],
            overridePolicyDocuments: [source("b", "s3:List")],
        });
        assert.deepEqual(
            (Statement as Properties[]).map(({ Action }) => Action),
            ["s3:Get", "s3:List"],
        );
        const twice = { sourcePolicyDocuments: [source("a", "s3:Get"), source("a", "s3:Put")] };
        await assert.rejects(render(twice), /DuplicateStatement.*\(a\)/);
    });
});

async function render(inputs: Properties): Promise<Properties> {
    const { json, minifiedJson } = await new AwsStandIn().invoke(DOCUMENT, inputs);
    assert.deepEqual(JSON.parse(String(minifiedJson)), JSON.parse(String(json)));
    return JSON.parse(String(json)) as Properties;
}
