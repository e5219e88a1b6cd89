import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { AwsStandIn } from "../../../sandbox/aws/awsStandIn";
import { CreationIncomplete } from "../../../sandbox/provider/provider";
import type { Properties } from "../../../sandbox/provider/value";
import { create, destroy, TRUST, withAccountFile } from "./harness";
import { SAMPLES } from "./samples";

const RULE = "aws:iot/topicRule:TopicRule";
const ROLE = "aws:iam/role:Role";
const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const SECRET = "aws:secretsmanager/secret:Secret";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

describe("The account's file", () => {
    let account: ReturnType<typeof withAccountFile>;
    beforeEach(() => {
        account = withAccountFile();
    });
    afterEach(() => account.remove());

    it("remembers from run to run, never holds a secret, and is empty when everything is deleted", async () => {
        const made = [
            await create(account.standIn(), RULE, "rule", { ...SAMPLES[RULE], kafkas: [], sns: [] }),
            await create(account.standIn(), VERSION, "version", { ...SAMPLES[VERSION], secretString: "canary-77" }),
        ];
        await assert.rejects(
            create(account.standIn(), RULE, "again", { ...SAMPLES[RULE], kafkas: [] }),
            /AlreadyExists/,
        );
        assert.doesNotMatch(readFileSync(account.accountFile, "utf8"), /canary-77/);
        for (const one of made) {
            await destroy(account.standIn(), one);
        }
        assert.deepEqual(JSON.parse(readFileSync(account.accountFile, "utf8")).resources, []);
    });

    it("keeps every resource when many are created at once by two providers", async () => {
        const standIns = [account.standIn(), account.standIn()];
        const names = Array.from({ length: 40 }, (_, index) => `group${index}`);
        await Promise.all(names.map((name, index) => create(standIns[index % 2] as AwsStandIn, GROUP, name, { name })));
        const { resources } = JSON.parse(readFileSync(account.accountFile, "utf8")) as { resources: { id: string }[] };
        assert.deepEqual(resources.map(({ id }) => id).sort(), [...names].sort());
    });

    it("says what to do when it cannot be read", async () => {
        writeFileSync(account.accountFile, "{ half");
        await assert.rejects(
            create(account.standIn(), GROUP, "one", {}),
            /account\.json, cannot be read .* Delete it to start empty/,
        );
    });

    it("lets a read say that a resource is gone, and return the state of one that is not", async () => {
        const one = await create(account.standIn(), GROUP, "one", { name: "one" });
        const request = { id: one.id, urn: one.urn, olds: one.state, inputs: one.inputs };
        const found = await account.standIn().read(request);
        assert.deepEqual(found?.state, one.state);
        await destroy(account.standIn(), one);
        assert.equal(await account.standIn().read(request), undefined);
        await assert.rejects(
            account.standIn().read({ ...request, olds: {}, inputs: {} }),
            /knows only what it made itself/,
        );
    });

    it("holds a role while it has policies, and a policy while it is attached", async () => {
        const role = await create(account.standIn(), ROLE, "r", { name: "r", assumeRolePolicy: TRUST });
        const policy = await create(
            account.standIn(),
            "aws:iam/policy:Policy",
            "p",
            SAMPLES["aws:iam/policy:Policy"] ?? {},
        );
        const attached = { role: "r", policyArn: policy.id };
        const attachment = await create(
            account.standIn(),
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            "a",
            attached,
        );
        await assert.rejects(destroy(account.standIn(), role), /DeleteConflict: .*detach all policies first/);
        await assert.rejects(destroy(account.standIn(), policy), /DeleteConflict: Cannot delete a policy attached/);
        await destroy(account.standIn(), attachment);
        await destroy(account.standIn(), policy);
        await destroy(account.standIn(), role);
    });

    it("holds a VPC while something lies in it, and a gateway while addresses are mapped through it", async () => {
        const make = (type: string, inputs: Properties) => create(account.standIn(), type, "n", inputs);
        const vpc = await make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
        const gateway = await make("aws:ec2/internetGateway:InternetGateway", { vpcId: vpc.id });
        const subnet = await make("aws:ec2/subnet:Subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
        const address = await make("aws:ec2/eip:Eip", {});
        const nat = await make("aws:ec2/natGateway:NatGateway", { subnetId: subnet.id, allocationId: address.id });
        assert.equal(nat.state.publicIp, address.state.publicIp);
        for (const held of [vpc, gateway, subnet]) {
            await assert.rejects(destroy(account.standIn(), held), /DependencyViolation/);
        }
        await assert.rejects(destroy(account.standIn(), address), /InvalidIPAddress\.InUse/);
        for (const one of [nat, address, subnet, gateway, vpc]) {
            await destroy(account.standIn(), one);
        }
    });

    it("waits while a thing in use is being deleted side by side", async () => {
        const standIn = account.standIn({ patience: 2000 });
        const vpc = await create(standIn, "aws:ec2/vpc:Vpc", "v", { cidrBlock: "10.0.0.0/16" });
        const subnet = await create(standIn, "aws:ec2/subnet:Subnet", "s", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
        const later = new Promise((resolve) => setTimeout(resolve, 60)).then(() => destroy(standIn, subnet));
        await Promise.all([destroy(standIn, vpc), later]);
    });

    it("keeps the name of a deleted secret for its recovery window, and not when that is 0", async () => {
        const kept = await create(account.standIn(), SECRET, "kept", { name: "kept" });
        await destroy(account.standIn(), kept);
        await assert.rejects(
            create(account.standIn(), SECRET, "kept", { name: "kept" }),
            /already scheduled for deletion/,
        );
        const gone = { name: "gone", recoveryWindowInDays: 0 };
        await destroy(account.standIn(), await create(account.standIn(), SECRET, "gone", gone));
        await create(account.standIn(), SECRET, "gone", gone);
    });

    it("has no part in deletions when there is none: what is not remembered may still exist", async () => {
        const standIn = new AwsStandIn({ patience: 20 });
        const vpc = await create(standIn, "aws:ec2/vpc:Vpc", "v", { cidrBlock: "10.0.0.0/16" });
        await create(standIn, "aws:ec2/subnet:Subnet", "s", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
        await destroy(standIn, vpc);
    });
});

describe("A fault that is ordered", () => {
    it("strikes as often as told, across runs, by type or by URN, with AWS's name", async () => {
        const faults = [{ operation: "create", match: GROUP, times: 1, error: "ThrottlingException: Rate exceeded" }];
        const account = withAccountFile({ faults: JSON.stringify(faults) });
        const throttled = /ThrottlingException: Rate exceeded/;
        await assert.rejects(create(account.standIn(), GROUP, "one", { name: "one" }), throttled);
        const one = await create(account.standIn(), GROUP, "one", { name: "one" });
        account.remove();
        const always = { operation: "delete", match: "*::on*", error: "ServiceUnavailable: try later" };
        const standIn = new AwsStandIn({ faults: JSON.stringify(always) });
        await assert.rejects(destroy(standIn, one), /ServiceUnavailable: try later/);
        await assert.rejects(destroy(standIn, one), /ServiceUnavailable: try later/);
    });

    it("can leave a resource made but broken, and can strike functions", async () => {
        const faults = [
            {
                operation: "create",
                match: "aws:msk/*",
                after: true,
                error: "FAILED: the cluster did not become ACTIVE",
            },
            {
                operation: "invoke",
                match: "aws:index/getCallerIdentity:*",
                error: "ExpiredToken: the token is expired",
            },
        ];
        const standIn = new AwsStandIn({ faults: JSON.stringify(faults) });
        const type = "aws:msk/cluster:Cluster";
        await assert.rejects(create(standIn, type, "one", SAMPLES[type] ?? {}), (error: unknown) => {
            assert.ok(error instanceof CreationIncomplete);
            assert.match(error.id, /^arn:aws:kafka:us-east-1/);
            return true;
        });
        await assert.rejects(standIn.invoke("aws:index/getCallerIdentity:getCallerIdentity", {}), /ExpiredToken/);
    });
});
