import assert from "node:assert/strict";
import { CreationIncomplete } from "../../../sandbox/provider/provider";
import { create, type Deployed, diff, urn, withAccountFile } from "./harness";
import { SAMPLES } from "./samples";

const DESTINATION = "aws:iot/topicRuleDestination:TopicRuleDestination";
const SECRET = "aws:secretsmanager/secret:Secret";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const ASSOCIATION = "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation";

describe("What passes by itself at the stand-in", () => {
    let account: ReturnType<typeof withAccountFile>;
    beforeEach(() => {
        account = withAccountFile();
    });
    afterEach(() => account.remove());

    const unseen = (times?: number) =>
        JSON.stringify({
            operation: "create",
            match: DESTINATION,
            error: "InvalidRequestException: AWS IoT is unable to assume the role (sts:AssumeRole)",
            ...(times === undefined ? {} : { times }),
        });
    const vpcConfiguration = {
        vpcId: "vpc-0123456789abcdef0",
        subnetIds: ["subnet-0b"],
        roleArn: "arn:aws:iam::602911837465:role/from-elsewhere",
    };

    it("is a role that is not visible yet: a destination waits for it", async () => {
        const standIn = account.standIn({ faults: unseen(2), patience: 2000 });
        const made = await create(standIn, DESTINATION, "one", { vpcConfiguration });
        assert.match(made.id, /ruledestination/);
    });

    it("is not a role that stays away, nor any other refusal", async () => {
        await assert.rejects(
            create(account.standIn({ faults: unseen() }), DESTINATION, "one", { vpcConfiguration }),
            /InvalidRequestException: .*sts:AssumeRole/,
        );
        const other = JSON.stringify({ operation: "create", match: DESTINATION, error: "Throttling: x", times: 1 });
        const standIn = account.standIn({ faults: other, patience: 2000 });
        await assert.rejects(create(standIn, DESTINATION, "two", { vpcConfiguration }), /Throttling: x/);
    });

    it("is not a destination that a failure left behind broken: the next update replaces it", async () => {
        const after = { operation: "create", match: DESTINATION, error: "ERROR: no address is free", after: true };
        const standIn = account.standIn({ faults: JSON.stringify({ ...after, times: 1 }) });
        const inputs = { vpcConfiguration };
        const error = await create(standIn, DESTINATION, "one", inputs).then(
            () => assert.fail("it was made"),
            (reason: unknown) => reason,
        );
        assert.ok(error instanceof CreationIncomplete);
        const broken: Deployed = { urn: urn(DESTINATION, "one"), id: error.id, inputs, state: error.state };
        assert.deepEqual(
            diff(account.standIn(), broken, inputs).differences.map(({ path, replaces }) => [path, replaces]),
            [["vpcConfiguration", true]],
        );
    });
});

describe("The association of a secret at the stand-in", () => {
    it("leaves a secret unprocessed that has no value yet", async () => {
        const account = withAccountFile();
        const standIn = account.standIn();
        const secret = await create(standIn, SECRET, "one", SAMPLES[SECRET]!);
        const inputs = { ...SAMPLES[ASSOCIATION]!, secretArn: secret.id };
        await assert.rejects(create(standIn, ASSOCIATION, "one", inputs), /UnprocessedScramSecret.*has no value yet/);
        await create(standIn, VERSION, "one", { secretId: "AmazonMSK_orders", secretString: "{}" });
        await create(standIn, ASSOCIATION, "one", inputs);
        account.remove();
    });
});

describe("A secret that is looked up at the stand-in", () => {
    const GET = "aws:secretsmanager/getSecret:getSecret";

    it("is the one that was made", async () => {
        const account = withAccountFile();
        const standIn = account.standIn();
        const made = await create(standIn, SECRET, "one", SAMPLES[SECRET]!);
        for (const asked of [{ name: "AmazonMSK_orders" }, { arn: made.id }]) {
            const found = await standIn.invoke(GET, asked);
            assert.deepEqual(
                [found.arn, found.name, found.kmsKeyId],
                [made.id, "AmazonMSK_orders", made.state.kmsKeyId],
            );
        }
        account.remove();
    });

    it("exists outside of it otherwise, with the same ARN whenever it is asked for", async () => {
        const account = withAccountFile();
        const first = await account.standIn().invoke(GET, { name: "AmazonMSK_plant" });
        assert.match(String(first.arn), /^arn:aws:secretsmanager:us-east-1:\d{12}:secret:AmazonMSK_plant-\w{6}$/);
        assert.match(String(first.kmsKeyId), /^arn:aws:kms:us-east-1:\d{12}:key\//);
        assert.deepEqual(await account.standIn().invoke(GET, { name: "AmazonMSK_plant" }), first);
        assert.equal((await account.standIn().invoke(GET, { arn: first.arn! })).name, "AmazonMSK_plant");
        account.remove();
    });
});
