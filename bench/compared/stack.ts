import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { FOURTEEN_MISTAKES } from "../../tests/policies/engine/mistakes";
import { DESTINATION_PROPS } from "../../tests/policies/sample";

/** Resources that have nothing to do with Kafka, each with a mistake that general packs look for. */
export const OTHER_MISTAKES = [
    "bucket-public",
    "bucket-unencrypted",
    "volume-unencrypted",
    "instance-public",
    "database-public",
    "database-unencrypted",
    "listener-http",
    "key-not-rotated",
    "group-open",
    "function-without-tracing",
] as const;

/** A program with the rule of fourteen mistakes, its destination, and ten mistakes elsewhere. */
export function writeStack(parent: string): string {
    const folder = join(parent, "stack");
    mkdirSync(folder);
    symlinkSync(resolve(__dirname, "../../node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "Pulumi.yaml"), "name: plant\nruntime: nodejs\nmain: index.js\n");
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "plant", version: "1.0.0", main: "index.js" }));
    writeFileSync(
        join(folder, "props.json"),
        JSON.stringify({ rule: FOURTEEN_MISTAKES, destination: DESTINATION_PROPS }),
    );
    writeFileSync(join(folder, "index.js"), PROGRAM);
    return folder;
}

const PROGRAM = `
const aws = require("@pulumi/aws");
const { rule, destination } = require("./props.json");

new aws.iot.TopicRuleDestination("destination", destination);
new aws.iot.TopicRule("mistaken", rule);

new aws.s3.Bucket("bucket-public", { acl: "public-read" });
new aws.s3.Bucket("bucket-unencrypted", {});
new aws.ebs.Volume("volume-unencrypted", { availabilityZone: "us-east-1a", size: 8, encrypted: false });
const image = { ami: "ami-0a1b2c3d4e5f60718", instanceType: "t3.micro" };
new aws.ec2.Instance("instance-public", { ...image, associatePublicIpAddress: true });
const engine = { engine: "postgres", instanceClass: "db.t3.micro", allocatedStorage: 20, skipFinalSnapshot: true };
new aws.rds.Instance("database-public", { ...engine, publiclyAccessible: true, storageEncrypted: true });
new aws.rds.Instance("database-unencrypted", { ...engine, storageEncrypted: false });
const balancer = "arn:aws:elasticloadbalancing:us-east-1:209876543210:loadbalancer/app/plant/50dc6c495c0c9188";
const pages = balancer.replace("loadbalancer/app", "targetgroup");
new aws.lb.Listener("listener-http", {
    loadBalancerArn: balancer,
    port: 80,
    protocol: "HTTP",
    defaultActions: [{ type: "forward", targetGroupArn: pages }],
});
new aws.kms.Key("key-not-rotated", { enableKeyRotation: false });
const everybody = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
new aws.ec2.SecurityGroup("group-open", { ingress: [everybody] });
new aws.lambda.Function("function-without-tracing", {
    role: "arn:aws:iam::209876543210:role/function",
    runtime: "nodejs20.x",
    handler: "index.handler",
    s3Bucket: "plant-code",
    s3Key: "function.zip",
});
`;
