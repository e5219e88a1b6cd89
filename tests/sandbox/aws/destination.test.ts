import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { AwsStandIn } from "../../../sandbox/aws/awsStandIn";
import { CreationIncomplete } from "../../../sandbox/provider/provider";
import type { Properties } from "../../../sandbox/provider/value";
import { create, type Deployed, destroy, diff, NETWORK_POLICY, TRUST, update, withAccountFile } from "./harness";

const DESTINATION = "aws:iot/topicRuleDestination:TopicRuleDestination";
const POLICY = "aws:iam/rolePolicy:RolePolicy";
const READ_ONLY = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "ec2:Describe*", Resource: "*" }],
});

describe("A VPC destination of the stand-in", () => {
    let account: ReturnType<typeof withAccountFile>;
    beforeEach(() => {
        account = withAccountFile();
    });
    afterEach(() => account.remove());

    it("becomes ENABLED when its role trusts AWS IoT and allows the eight EC2 actions", async () => {
        const standIn = account.standIn();
        const { destination } = await network(standIn);
        assert.match(destination.id, /^arn:aws:iot:us-east-1:602911837465:ruledestination\/vpc\/[0-9a-f-]{36}$/);
        assert.equal(destination.state.arn, destination.id);
        assert.equal(status(account.accountFile, destination.id), "ENABLED");
    });

    it("is DISABLED when it is created with enabled false", async () => {
        const { destination } = await network(account.standIn(), { enabled: false });
        assert.equal(status(account.accountFile, destination.id), "DISABLED");
    });

    it("ends in ERROR, with the missing actions as reason, when the role's policy lacks some", async () => {
        const error = await incomplete(network(account.standIn(), {}, { policy: READ_ONLY }));
        assert.match(error.message, /unexpected state 'ERROR'/);
        assert.match(
            error.message,
            /Missing permission .*ec2:CreateNetworkInterface, ec2:CreateNetworkInterfacePermission/,
        );
        assert.doesNotMatch(error.message, /ec2:DescribeSubnets/);
        assert.equal(status(account.accountFile, error.id), "ERROR");
    });

    it("ends in ERROR when the role has no policy at all, or does not trust AWS IoT", async () => {
        const standIn = account.standIn();
        const role = await create(standIn, "aws:iam/role:Role", "bare", { name: "bare", assumeRolePolicy: TRUST });
        const bare = await incomplete(create(standIn, DESTINATION, "bare", destinationInputs(role)));
        assert.match(bare.message, /Missing permission/);
        const trust = TRUST.replace("iot.amazonaws.com", "lambda.amazonaws.com");
        const stranger = await incomplete(network(account.standIn(), {}, { trust, name: "stranger" }));
        assert.match(stranger.message, /sts:AssumeRole.*does not name iot\.amazonaws\.com/);
    });

    it("waits for a policy that is made side by side with it", async () => {
        const standIn = account.standIn({ patience: 2000 });
        const role = await create(standIn, "aws:iam/role:Role", "late", { name: "late", assumeRolePolicy: TRUST });
        const [destination] = await Promise.all([
            create(standIn, DESTINATION, "late", destinationInputs(role)),
            new Promise((resolve) => setTimeout(resolve, 80)).then(() =>
                create(standIn, POLICY, "late", { role: "late", policy: NETWORK_POLICY }),
            ),
        ]);
        assert.equal(status(account.accountFile, destination.id), "ENABLED");
    });

    it("stays in the state when it is broken, and is replaced by the next update", async () => {
        const standIn = account.standIn();
        const role = await create(standIn, "aws:iam/role:Role", "bare", { name: "bare", assumeRolePolicy: TRUST });
        const inputs = destinationInputs(role);
        const error = await incomplete(create(standIn, DESTINATION, "bare", inputs));
        const broken: Deployed = { urn: urnOf("bare"), id: error.id, inputs, state: error.state };
        const expected = [{ path: "vpcConfiguration", kind: "update", replaces: true }];
        assert.deepEqual(diff(standIn, broken, inputs).differences, expected);
    });

    it("changes enabled in place and replaces itself for everything in vpcConfiguration", async () => {
        const standIn = account.standIn();
        const { destination } = await network(standIn);
        const { inputs } = destination;
        assert.deepEqual(diff(standIn, destination, { ...inputs, enabled: false }).differences, [
            { path: "enabled", kind: "update", replaces: false },
        ]);
        await update(standIn, destination, { ...inputs, enabled: false });
        assert.equal(status(account.accountFile, destination.id), "DISABLED");
        const vpcConfiguration = inputs.vpcConfiguration as Properties;
        for (const change of [
            { vpcId: "vpc-0f" },
            { subnetIds: ["subnet-0a"] },
            { securityGroups: [] },
            { roleArn: "x" },
        ]) {
            const news = { vpcConfiguration: { ...vpcConfiguration, ...change } };
            const { differences } = diff(standIn, destination, news);
            assert.ok(differences.length > 0 && differences.every((one) => one.replaces), JSON.stringify(change));
        }
    });

    it("is refused beyond the quota of five, and where a subnet lies in another VPC or in use1-az3", async () => {
        const standIn = account.standIn();
        const { role } = await network(standIn);
        for (const name of ["two", "three", "four", "five"]) {
            await create(standIn, DESTINATION, name, destinationInputs(role));
        }
        await assert.rejects(create(standIn, DESTINATION, "six", destinationInputs(role)), /^Refusal: LimitExceeded/);
        const elsewhere = withAccountFile();
        const other = elsewhere.standIn();
        const subnet = { vpcId: "vpc-0e", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" };
        const stray = await create(other, "aws:ec2/subnet:Subnet", "stray", subnet);
        const strayInputs = destinationInputs(role, { subnetIds: [stray.id] });
        assert.match(
            (await incomplete(create(other, DESTINATION, "stray", strayInputs))).message,
            /does not belong to the VPC/,
        );
        const far = { vpcId: "vpc-0d", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1e" };
        const farSubnet = await create(other, "aws:ec2/subnet:Subnet", "far", far);
        const farInputs = destinationInputs(role, { vpcId: "vpc-0d", subnetIds: [farSubnet.id] });
        assert.match(
            (await incomplete(create(other, DESTINATION, "far", farInputs))).message,
            /use1-az3 is not supported/,
        );
        elsewhere.remove();
    });
});

describe("The deletion of a VPC destination of the stand-in", () => {
    let account: ReturnType<typeof withAccountFile>;
    beforeEach(() => {
        account = withAccountFile();
    });
    afterEach(() => account.remove());

    it("succeeds before its role's policy, and then everything else can go, run after run", async () => {
        const { destination, policy, role, group, subnet } = await network(account.standIn());
        await destroy(account.standIn(), destination);
        await destroy(account.standIn(), policy);
        await destroy(account.standIn(), role);
        await destroy(account.standIn(), group);
        await destroy(account.standIn(), subnet);
        assert.deepEqual(JSON.parse(readFileSync(account.accountFile, "utf8")).resources, []);
    });

    it("hangs in DELETING after its role's policy, and its interfaces block the group and the subnet", async () => {
        const { destination, policy, role, group, subnet } = await network(account.standIn());
        await destroy(account.standIn(), policy);
        await assert.rejects(
            destroy(account.standIn(), destination),
            /last state: 'DELETING'.*no longer allows ec2:DescribeNetworkInterfaces, ec2:DeleteNetworkInterface.*depend on them/s,
        );
        assert.equal(status(account.accountFile, destination.id), "DELETING");
        await assert.rejects(
            destroy(account.standIn(), group),
            /DependencyViolation: resource sg-\w+ has a dependent object/,
        );
        await assert.rejects(destroy(account.standIn(), subnet), /DependencyViolation: The subnet .* has dependencies/);

        const again = await create(account.standIn(), POLICY, "network", { role: role.id, policy: NETWORK_POLICY });
        await destroy(account.standIn(), destination);
        await destroy(account.standIn(), group);
        await destroy(account.standIn(), subnet);
        await destroy(account.standIn(), again);
    });

    it("hangs as well when the role itself is gone", async () => {
        const { destination, policy, role } = await network(account.standIn());
        await destroy(account.standIn(), policy);
        await destroy(account.standIn(), role);
        await assert.rejects(destroy(account.standIn(), destination), /'DELETING'.*no longer exists/s);
    });

    it("hangs when the policy is deleted at the same time, as without an edge between the two", async () => {
        const { destination, policy } = await network(account.standIn());
        const standIn = account.standIn();
        const outcomes = await Promise.allSettled([destroy(standIn, destination), destroy(standIn, policy)]);
        assert.deepEqual(
            outcomes.map(({ status }) => status),
            ["rejected", "fulfilled"],
        );
    });

    it("is not hindered by a role that the account has never seen", async () => {
        const standIn = account.standIn();
        const role = { state: { arn: "arn:aws:iam::602911837465:role/from-elsewhere" } } as unknown as Deployed;
        const destination = await create(standIn, DESTINATION, "foreign", destinationInputs(role));
        await destroy(account.standIn(), destination);
    });
});

interface Network {
    readonly role: Deployed;
    readonly policy: Deployed;
    readonly group: Deployed;
    readonly subnet: Deployed;
    readonly destination: Deployed;
}

/** All that a destination needs, made in the order in which a program makes it. */
async function network(
    standIn: AwsStandIn,
    extra: Properties = {},
    { policy = NETWORK_POLICY, trust = TRUST, name = "network" } = {},
): Promise<Network> {
    const vpcId = "vpc-0123456789abcdef0";
    const role = await create(standIn, "aws:iam/role:Role", name, { name, assumeRolePolicy: trust });
    const rolePolicy = await create(standIn, POLICY, name, { role: role.id, policy });
    const group = await create(standIn, "aws:ec2/securityGroup:SecurityGroup", name, { vpcId });
    const block = `10.0.${name.length}.0/24`;
    const subnet = await create(standIn, "aws:ec2/subnet:Subnet", name, { vpcId, cidrBlock: block });
    const inputs = destinationInputs(role, { subnetIds: [subnet.id], securityGroups: [group.id] });
    const destination = await create(standIn, DESTINATION, name, { ...inputs, ...extra });
    return { role, policy: rolePolicy, group, subnet, destination };
}

function destinationInputs(role: Deployed, vpc: Properties = {}): Properties {
    const subnetIds = ["subnet-0b", "subnet-0c"];
    const roleArn = role.state.arn;
    return {
        vpcConfiguration: { vpcId: "vpc-0123456789abcdef0", subnetIds, securityGroups: ["sg-0b"], roleArn, ...vpc },
    };
}

function urnOf(name: string): string {
    return `urn:pulumi:dev::project::${DESTINATION}::${name}`;
}

function status(file: string, id: string): unknown {
    const { resources } = JSON.parse(readFileSync(file, "utf8")) as { resources: { id: string; facts: Properties }[] };
    return resources.find((one) => one.id === id)?.facts.status;
}

async function incomplete(creation: Promise<unknown>): Promise<CreationIncomplete> {
    const error = await creation.then(
        () => assert.fail("the creation should have been left incomplete"),
        (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof CreationIncomplete, String(error));
    return error;
}
