import assert from "node:assert/strict";
import { CATALOGUE, Judge, type StackFacts, UNKNOWN } from "../../../constraints";
import { besidesCluster, cluster } from "../../../constraints/examples/clusters";
import { getSecret, PLAIN, SCRAM, withProperties } from "../../../constraints/examples/configurations";
import { scramUser } from "../../../constraints/examples/scramSecrets";
import { secret, secretVersion, withSecrets } from "../../../constraints/examples/secrets";

const judge = new Judge(CATALOGUE);

function mandatory(stack: StackFacts) {
    return judge.judge(stack).findings.filter(({ level }) => level === "mandatory");
}

function ids(stack: StackFacts): string[] {
    return mandatory(stack).map(({ constraint }) => constraint);
}

describe("one mistake about a login", () => {
    it("that is a wrong key of a secret of Amazon MSK in the stack is one finding, of the key", () => {
        const user = getSecret("AmazonMSK_plant", "SecretString", "user");
        const version = secretVersion({ secretString: '{"username":"plant","password":"not-a-real-one"}' });
        const stack = withSecrets([secret("AmazonMSK_plant"), version], { "sasl.scram.username": user });
        assert.deepEqual(ids(stack), ["scram-secret-key"]);
    });

    it("that is a secret without the member username is one finding, of the secret", () => {
        const { resources } = scramUser({ version: { secretString: '{"user":"plant","password":"not-a-real-one"}' } });
        assert.deepEqual(ids(withSecrets([...resources])), ["scram-secret-shape"]);
    });

    it("that is the mechanism of other credentials is one finding, which names both ways out", () => {
        const { "sasl.mechanism": mechanism } = PLAIN;
        const brokers = "kafka.plant.example:9096";
        const found = mandatory(withProperties({ "sasl.mechanism": mechanism, "bootstrap.servers": brokers }, SCRAM));
        assert.equal(found.length, 1);
        assert.match(found[0]!.message, /sasl\.plain\.username and sasl\.plain\.password are missing/);
        assert.match(found[0]!.fix, /or write sasl\.mechanism "SCRAM-SHA-512", whose properties are given/);
        assert.ok(["KAFKA-PLAIN-01", "KAFKA-PLAIN-02"].every((row) => found[0]!.requirements.includes(row)));
    });

    it("that is a mechanism which Amazon MSK does not have is one finding, of the mechanism", () => {
        const { "sasl.mechanism": mechanism } = PLAIN;
        assert.deepEqual(ids(withProperties({ "sasl.mechanism": mechanism }, SCRAM)), ["sasl-mechanism-msk"]);
    });

    it("that is a secret which no cluster can take is one finding, of its name", () => {
        const [username, password] = ["username", "password"].map((key) => getSecret("plant", "SecretString", key));
        const properties = { "sasl.scram.username": username, "sasl.scram.password": password };
        const found = ids(besidesCluster([cluster()], { properties }));
        assert.deepEqual(
            found.filter((id) => id.startsWith("scram-secret")),
            ["scram-secret-prefix"],
        );
    });

    it("is none where the properties are not known, as those of a trust store", () => {
        const stack = besidesCluster([cluster()]);
        const rule = stack.resources.find(({ kind }) => kind === "topicRule")!;
        const [kafka] = rule.values.kafkas as object[];
        const values = { ...rule.values, kafkas: [{ ...kafka, clientProperties: UNKNOWN }] };
        const resources = stack.resources.map((one) => (one === rule ? { ...rule, values } : one));
        const { findings } = judge.judge({ ...stack, resources });
        assert.ok(!findings.some(({ constraint }) => constraint === "truststore-msk"));
    });
});
