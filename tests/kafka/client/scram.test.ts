import assert from "node:assert/strict";
import { createHash, createHmac, pbkdf2Sync } from "node:crypto";
import { KafkaFailure } from "../../../kafka/client/failure";
import { logInWithScram } from "../../../kafka/client/scram";

const NONCE = "fyko+d2lbbFgONRv9qkxdawL";
const USER = { username: "us=er,1", password: 'pa"ss wörd' };

/** The broker's side of RFC 5802, which knows the password and checks the proof. */
function broker({
    password = USER.password,
    rounds = 4096,
    nonce = `${NONCE}3rfcNHYJY1ZVvWVs7j`,
    salt = Buffer.alloc(16, 5),
} = {}) {
    const seen: string[] = [];
    const hmac = (key: Buffer, text: string) => createHmac("sha512", key).update(text).digest();
    const exchange = async (token: Buffer): Promise<Buffer> => {
        seen.push(token.toString());
        const first = `r=${nonce},s=${salt.toString("base64")},i=${rounds}`;
        if (seen.length === 1) return Buffer.from(first);
        const salted = pbkdf2Sync(password, salt, rounds, 64, "sha512");
        const [withoutProof, proof] = seen[1]!.split(",p=") as [string, string];
        const whole = `${seen[0]!.slice(3)},${first},${withoutProof}`;
        const storedKey = createHash("sha512").update(hmac(salted, "Client Key")).digest();
        const signature = hmac(storedKey, whole);
        const key = Buffer.from(proof, "base64").map((byte, index) => byte ^ signature[index]!);
        const isKnown = createHash("sha512").update(key).digest().equals(storedKey);
        const answer = isKnown ? `v=${hmac(hmac(salted, "Server Key"), whole).toString("base64")}` : "e=invalid-proof";
        return Buffer.from(answer);
    };
    return { exchange, seen };
}

describe("SCRAM-SHA-512", () => {
    it("proves the password to a broker that knows it, and has it proved", async () => {
        const { exchange, seen } = broker();
        await logInWithScram(USER, exchange, NONCE);
        assert.equal(seen[0], `n,,n=us=3Der=2C1,r=${NONCE}`);
        assert.match(seen[1]!, /^c=biws,r=fyko\+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=/);
        assert.ok(!seen.join().includes(USER.password));
    });

    for (const [what, options] of [
        ["does not know the password", { password: "other" }],
        ["answers with another nonce", { nonce: "somethingElse" }],
        ["adds nothing to the nonce", { nonce: NONCE }],
        ["wants too few rounds", { rounds: 4095 }],
        ["wants so many rounds that a machine stands still", { rounds: 2_000_000_000 }],
        ["has no salt", { salt: Buffer.alloc(0) }],
    ] as const) {
        it(`refuses a broker that ${what}`, async () => {
            await assert.rejects(
                logInWithScram(USER, broker(options).exchange, NONCE),
                (error) => error instanceof KafkaFailure && error.failure.code === "broker-not-authentic",
            );
        });
    }
});
