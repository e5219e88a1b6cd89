import assert from "node:assert/strict";
import { CATALOGUE, Judge, type ResourceFacts, UNKNOWN } from "../../../constraints";
import { getSecret } from "../../../constraints/examples/configurations";
import { secret, secretVersion, withSecrets } from "../../../constraints/examples/secrets";

const joins = new Judge(
    CATALOGUE.filter(({ id }) => /^get-secret-(json-key|current-version|stored-type|known)$/.test(id)),
);
const PASSWORD = "not-a-real-one-at-all";
const GOOD = JSON.stringify({ username: "plant", password: PASSWORD });
const ARN = "arn:aws:secretsmanager:us-east-1:209876543210:secret:AmazonMSK_plant-a1b2c3";

function found(resources: ResourceFacts[], secretId = "AmazonMSK_plant"): string[] {
    const changes = {
        "sasl.scram.username": getSecret(secretId, "SecretString", "username"),
        "sasl.scram.password": getSecret(secretId, "SecretString", "password"),
    };
    return [...new Set(joins.judge(withSecrets(resources, changes)).findings.map(({ constraint }) => constraint))];
}

describe("a get_secret call and the secret that it reads", () => {
    it("are joined by name, by ARN, and by the name within an ARN", () => {
        const bad = secretVersion({ secretString: "{}" });
        assert.deepEqual(found([secret("AmazonMSK_plant"), bad]), ["get-secret-json-key"]);
        assert.deepEqual(found([secret("AmazonMSK_plant", "secret", { arn: ARN }), bad], ARN), ["get-secret-json-key"]);
        assert.deepEqual(found([secret("AmazonMSK_plant"), bad], ARN), ["get-secret-json-key"]);
        assert.deepEqual(found([secret("AmazonMSK_plant"), bad], ARN.slice(0, -7)), ["get-secret-json-key"]);
    });

    it("are not joined where the name only starts alike, or is in another Region", () => {
        const bad = secretVersion({ secretString: "{}" });
        assert.deepEqual(found([secret("AmazonMSK_pla"), bad]), ["get-secret-known"]);
        const elsewhere = secret("AmazonMSK_plant", "secret", { region: "eu-west-1" });
        assert.deepEqual(found([elsewhere, bad]), ["get-secret-known"]);
    });

    it("are joined with the version that names the secret by its ARN, too", () => {
        const version: ResourceFacts = {
            kind: "secretVersion",
            id: "v",
            values: { secretId: ARN, secretString: "[]" },
        };
        assert.deepEqual(found([secret("AmazonMSK_plant", "secret", { arn: ARN }), version]), ["get-secret-json-key"]);
    });

    it("agree when the secret holds what is read", () => {
        assert.deepEqual(found([secret("AmazonMSK_plant"), secretVersion({ secretString: GOOD })]), []);
        assert.deepEqual(found([secret("AmazonMSK_plant"), secretVersion({ secretString: UNKNOWN })]), []);
    });

    it("heed the current version alone", () => {
        const old = secretVersion({ secretString: "{}", versionStages: ["AWSPREVIOUS"] }, "secret", "old");
        assert.deepEqual(found([secret("AmazonMSK_plant"), old, secretVersion({ secretString: GOOD })]), []);
        assert.deepEqual(found([secret("AmazonMSK_plant"), old]), ["get-secret-current-version"]);
    });

    it("are never shown with what the secret holds", () => {
        for (const secretString of [PASSWORD, JSON.stringify([PASSWORD]), JSON.stringify({ [PASSWORD]: PASSWORD })]) {
            const { findings } = joins.judge(withSecrets([secret("AmazonMSK_plant"), secretVersion({ secretString })]));
            assert.notEqual(findings.length, 0);
            assert.doesNotMatch(JSON.stringify(findings), new RegExp(PASSWORD));
        }
    });

    it("are told apart by what the secret was stored as", () => {
        const file = secretVersion({ secretBinary: Buffer.from(GOOD).toString("base64") });
        assert.deepEqual(found([secret("AmazonMSK_plant"), file]), ["get-secret-stored-type"]);
        assert.deepEqual(found([secret("AmazonMSK_plant"), secretVersion({ secretStringWo: UNKNOWN })]), []);
    });
});
