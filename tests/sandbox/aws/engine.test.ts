import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const COMMAND = join(__dirname, "../../../bin/iot-kafka.js");
const NEEDED = [
    COMMAND,
    join(__dirname, "../../../dist/cli/main.js"),
    join(__dirname, "../../../dist/sandbox/aws/main.js"),
];

/** Raw resources of both stand-ins, with the founding page's own policy for the destination's role. */
const PROGRAM = `
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

const zones = aws.getAvailabilityZonesOutput({});
const vpc = new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
const subnets = [0, 1].map((index) => new aws.ec2.Subnet("net" + index, {
    vpcId: vpc.id, cidrBlock: "10.0." + index + ".0/24", availabilityZone: zones.names[index],
}));
const group = new aws.ec2.SecurityGroup("destination", { vpcId: vpc.id });
new aws.vpc.SecurityGroupEgressRule("brokers", {
    securityGroupId: group.id, ipProtocol: "tcp", fromPort: 9096, toPort: 9096, cidrIpv4: vpc.cidrBlock,
});
const role = new aws.iam.Role("network", {
    assumeRolePolicy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "iot.amazonaws.com" }, Action: "sts:AssumeRole" }],
    },
});
const policy = new aws.iam.RolePolicy("network", {
    role: role.name,
    policy: aws.iam.getPolicyDocumentOutput({ statements: [{
        actions: ["CreateNetworkInterface", "DescribeNetworkInterfaces", "CreateNetworkInterfacePermission",
            "DeleteNetworkInterface", "DescribeSubnets", "DescribeVpcs", "DescribeVpcAttribute",
            "DescribeSecurityGroups"].map((action) => "ec2:" + action),
        resources: ["*"],
    }] }).json,
});
const destination = new aws.iot.TopicRuleDestination("brokers", {
    vpcConfiguration: {
        vpcId: vpc.id, subnetIds: subnets.map(({ id }) => id), securityGroups: [group.id], roleArn: role.arn,
    },
}, { dependsOn: [policy] });
const password = new random.RandomPassword("password", { length: 24, special: false });
const secret = new aws.secretsmanager.Secret("credentials", { recoveryWindowInDays: 0 });
new aws.secretsmanager.SecretVersion("credentials", {
    secretId: secret.id,
    secretString: pulumi.jsonStringify({ username: "rule", password: password.result }),
});
exports.destination = destination.arn;
exports.password = password.result;
`;

describe("The stand-ins under the real engine", () => {
    let folder: string;
    before(function () {
        const missing = NEEDED.filter((file) => !existsSync(file));
        if (missing.length > 0) {
            console.error(`skipped: npm run build makes ${missing.join(", ")}`);
            this.skip();
        }
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-raw-"));
        writeFileSync(join(folder, "Pulumi.yaml"), "name: raw\nruntime: nodejs\nmain: index.js\n");
        writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "raw", main: "index.js" }));
        writeFileSync(join(folder, "index.js"), PROGRAM);
    });
    after(() => folder && rmSync(folder, { recursive: true, force: true }));

    it("deploy a raw program, see no change the second time, and leave nothing behind", function () {
        this.timeout(240_000);
        const first = sandbox("up", folder);
        assert.match(first, /\+ 12 created/);
        assert.match(first, /arn:aws:iot:us-east-1:\d{12}:ruledestination\/vpc\//);
        const second = sandbox("up", folder);
        assert.match(second, /12 unchanged/);
        assert.doesNotMatch(second, /\d (created|updated|replaced|deleted)/);
        assert.match(sandbox("destroy", folder), /- 12 deleted/);
    });
});

function sandbox(verb: string, folder: string): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, "sandbox", verb, folder], {
        encoding: "utf8",
    });
    assert.equal(status, 0, stdout + stderr);
    return stdout + stderr;
}
