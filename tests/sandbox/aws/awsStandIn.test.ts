import assert from "node:assert/strict";
import { AwsStandIn } from "../../../sandbox/aws/awsStandIn";
import { type Properties, secret, UNKNOWN } from "../../../sandbox/provider/value";
import { create, diff, TRUST, update, urn } from "./harness";
import { SAMPLES } from "./samples";

const RULE = "aws:iot/topicRule:TopicRule";
const ROLE = "aws:iam/role:Role";
const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

describe("Names that the stand-in makes", () => {
    const standIn = new AwsStandIn();
    const check = (type: string, extra: object = {}) =>
        standIn.check({ urn: urn(type, "my-one"), olds: {}, news: {}, randomSeed: new Uint8Array([7]), ...extra })
            .inputs;

    it("join the logical name and seven digits: a hyphen, an underscore for rules, small letters for buckets", () => {
        assert.match(String(check(ROLE).name), /^my-one-[0-9a-f]{7}$/);
        assert.match(String(check(RULE).name), /^my-one_[0-9a-f]{7}$/);
        assert.match(String(check("aws:kms/alias:Alias").name), /^alias\/my-one-[0-9a-f]{7}$/);
        assert.match(
            String(check("aws:sqs/queue:Queue", { news: { fifoQueue: true } }).name),
            /^my-one-[0-9a-f]{7}\.fifo$/,
        );
        const bucket = { urn: urn("aws:s3/bucket:Bucket", "Orders") };
        assert.match(String(check("aws:s3/bucket:Bucket", bucket).bucket), /^orders-[0-9a-f]{7}$/);
    });

    it("are the same for the same seed, kept from the inputs before, and new for a replacement", () => {
        const first = check(ROLE);
        assert.equal(check(ROLE).name, first.name);
        assert.equal(check(ROLE, { olds: first, randomSeed: new Uint8Array([8]) }).name, first.name);
        assert.notEqual(check(ROLE, { randomSeed: new Uint8Array([8]) }).name, first.name);
    });

    it("are not made beside a name or prefix of the program's own", () => {
        assert.deepEqual(check(ROLE, { news: { name: "mine" } }), { name: "mine" });
        assert.deepEqual(check(ROLE, { news: { namePrefix: "mine-" } }), { namePrefix: "mine-" });
    });

    it("follow the engine's autonaming: a proposal is shaped, an enforced name taken as it is, none when disabled", () => {
        const propose = { autonaming: { mode: "propose", proposedName: "Team-x" } };
        assert.equal(check("aws:s3/bucket:Bucket", propose).bucket, "team-x");
        const enforce = { autonaming: { mode: "enforce", proposedName: "Team-x" } };
        assert.equal(check("aws:s3/bucket:Bucket", enforce).bucket, "Team-x");
        assert.equal(check(ROLE, { autonaming: { mode: "disable", proposedName: "" } }).name, undefined);
    });

    it("stay within the service's limit", () => {
        const long = { urn: urn(ROLE, "r".repeat(90)) };
        assert.equal(String(check(ROLE, long).name).length, 64);
    });
});

describe("The generic engine of the stand-in", () => {
    it("passes a document given as an object on as text", () => {
        const news = { assumeRolePolicy: JSON.parse(TRUST) as Properties };
        const { inputs } = new AwsStandIn().check({
            urn: urn(ROLE, "a"),
            olds: {},
            news,
            randomSeed: new Uint8Array(),
        });
        assert.equal(inputs.assumeRolePolicy, TRUST);
    });

    it("replaces what cannot change in place, and deletes first when the name would be taken", async () => {
        const standIn = new AwsStandIn();
        const automatic = await create(standIn, ROLE, "a", { assumeRolePolicy: TRUST });
        const moved = diff(standIn, automatic, { assumeRolePolicy: TRUST, path: "/iot/" });
        assert.deepEqual(moved, { differences: [change("path", true)], deleteBeforeReplace: false });
        const named = await create(standIn, ROLE, "b", { name: "b", assumeRolePolicy: TRUST });
        assert.equal(
            diff(standIn, named, { name: "b", assumeRolePolicy: TRUST, path: "/iot/" }).deleteBeforeReplace,
            true,
        );
        const renamed = diff(standIn, named, { name: "c", assumeRolePolicy: TRUST });
        assert.deepEqual(renamed, { differences: [change("name", true)], deleteBeforeReplace: false });
    });

    it("shows the exact place of a change and keeps outputs over an update", async () => {
        const standIn = new AwsStandIn();
        const rule = await create(standIn, RULE, "one", SAMPLES[RULE] ?? {});
        const kafkas = SAMPLES[RULE]?.kafkas as readonly { clientProperties: Properties }[];
        const changed = [{ ...kafkas[0], clientProperties: { ...kafkas[0]?.clientProperties, acks: "1" } }];
        const news = { ...SAMPLES[RULE], kafkas: changed };
        const path = "kafkas[0].clientProperties.acks";
        assert.deepEqual(diff(standIn, rule, news).differences, [{ path, kind: "add", replaces: false }]);
        const after = await update(standIn, rule, { ...news, tags: { team: "data" } });
        assert.equal(after.state.arn, rule.state.arn);
        assert.deepEqual(after.state.tagsAll, { team: "data" });
        assert.deepEqual(diff(standIn, after, { ...news, tags: { team: "data" } }).differences, []);
    });

    it("takes an unknown for a change, and for a replacement where the input replaces", async () => {
        const standIn = new AwsStandIn();
        const type = "aws:iot/topicRuleDestination:TopicRuleDestination";
        const made = await create(standIn, type, "one", SAMPLES[type] ?? {});
        const vpcConfiguration = { ...(SAMPLES[type]?.vpcConfiguration as Properties), roleArn: UNKNOWN };
        const { differences } = diff(standIn, made, { vpcConfiguration });
        assert.deepEqual(differences, [change("vpcConfiguration.roleArn", true)]);
    });

    it("treats an absent input like its default and like an empty one", async () => {
        const standIn = new AwsStandIn();
        const made = await create(standIn, GROUP, "one", { name: "a/b", retentionInDays: 0, tags: {} });
        const news = { name: "a/b", logGroupClass: "STANDARD", kmsKeyId: "" };
        assert.deepEqual(diff(standIn, made, news).differences, []);
    });

    it("gives every resource its Region and the provider's default tags, and sees when either changes", async () => {
        const standIn = new AwsStandIn();
        standIn.configure({ region: "us-gov-west-1", defaultTags: '{"tags":{"team":"data","stage":"dev"}}' });
        const made = await create(standIn, GROUP, "one", { name: "a", tags: { stage: "test" } });
        assert.equal(made.state.arn, "arn:aws-us-gov:logs:us-gov-west-1:602911837465:log-group:a");
        assert.deepEqual(made.state.tagsAll, { team: "data", stage: "test" });
        const same = { name: "a", tags: { stage: "test" } };
        assert.deepEqual(diff(standIn, made, same).differences, []);
        standIn.configure({ region: "eu-west-1", defaultTags: '{"tags":{"team":"data"}}' });
        assert.deepEqual(diff(standIn, made, same).differences, [change("region", true)]);
        standIn.configure({ region: "us-gov-west-1", defaultTags: '{"tags":{"team":"ops"}}' });
        assert.deepEqual(diff(standIn, made, same).differences, [change("tagsAll.team", false)]);
    });

    it("leaves what only AWS knows unknown at preview and keeps it when the resource exists", async () => {
        const standIn = new AwsStandIn();
        const request = { urn: urn(RULE, "one"), inputs: SAMPLES[RULE] ?? {}, preview: true };
        const planned = await standIn.create(request);
        assert.equal(planned.state.arn, UNKNOWN);
        assert.equal(planned.state.name, "orders");
        const made = await create(standIn, RULE, "one", SAMPLES[RULE] ?? {});
        const updated = await standIn.update({ ...request, id: made.id, olds: made.state });
        assert.equal(updated.arn, made.state.arn);
    });

    it("marks secret values in the state, and understands them marked", async () => {
        const inputs = { ...SAMPLES[VERSION], secretString: secret("hidden") };
        const made = await new AwsStandIn().create({ urn: urn(VERSION, "one"), inputs, preview: false });
        assert.deepEqual(made.state.secretString, secret("hidden"));
    });

    it("previews a type that it does not know, and names the type and itself when it is to create one", async () => {
        const type = "aws:dynamodb/table:Table";
        const request = { urn: urn(`my:component:Pipeline$${type}`, "one"), inputs: { hashKey: "id" } };
        const planned = await new AwsStandIn().create({ ...request, preview: true });
        assert.deepEqual(planned.state, { hashKey: "id" });
        const message = /^Error: The stand-in for AWS does not know aws:dynamodb\/table:Table: it can be previewed/;
        await assert.rejects(new AwsStandIn().create({ ...request, preview: false }), message);
    });
});

function change(path: string, replaces: boolean): { path: string; kind: "update"; replaces: boolean } {
    return { path, kind: "update", replaces };
}
