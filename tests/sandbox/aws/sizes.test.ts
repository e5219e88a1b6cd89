import assert from "node:assert/strict";
import { AwsStandIn } from "../../../sandbox/aws/awsStandIn";
import { create } from "./harness";

const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const SECRET = "arn:aws:secretsmanager:us-east-1:602911837465:secret:AmazonMSK_orders-a1B2c3";
const LARGEST = 65_536;

describe("The stand-in for Secrets Manager", () => {
    const put = (value: object) => create(new AwsStandIn(), VERSION, "one", { secretId: SECRET, ...value });

    it("takes values of up to 65,536 bytes, as they are stored: base64 is longer, and letters may be two bytes", async () => {
        for (const value of [
            { secretBinary: Buffer.alloc(LARGEST, 7).toString("base64") },
            { secretString: "x".repeat(LARGEST) },
            { secretString: "ä".repeat(LARGEST / 2) },
        ]) {
            assert.match((await put(value)).id, /\|terraform-/);
        }
    });

    it("refuses one byte more", async () => {
        for (const value of [
            { secretBinary: Buffer.alloc(LARGEST + 1, 7).toString("base64") },
            { secretString: "x".repeat(LARGEST + 1) },
            { secretString: "ä".repeat(LARGEST / 2 + 1) },
        ]) {
            await assert.rejects(put(value), /ValidationException: The secret value is larger than 65536 bytes/);
        }
    });
});
