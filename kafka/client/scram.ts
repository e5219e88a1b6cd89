import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { KafkaFailure } from "./failure";

const derive = promisify(pbkdf2);

/** Java's client takes no fewer rounds; more than the most would only keep a machine busy. */
const FEWEST_ROUNDS = 4096;
const MOST_ROUNDS = 1_000_000;

/**
 * SCRAM-SHA-512 (RFC 5802, RFC 7677), as Kafka does it: without channel binding, the password as its UTF-8 bytes. The broker
 * has to prove that it knows the password too.
 *
 * @throws KafkaFailure
 */
export async function logInWithScram(
    { username, password }: { readonly username: string; readonly password: string },
    exchange: (token: Buffer) => Promise<Buffer>,
    nonce = randomBytes(18).toString("base64"),
): Promise<void> {
    const clientFirst = `n=${username.replace(/=/g, "=3D").replace(/,/g, "=2C")},r=${nonce}`;
    const serverFirst = (await exchange(Buffer.from(`n,,${clientFirst}`))).toString("utf8");
    const offer = attributesOf(serverFirst);
    const salt = Buffer.from(offer.s ?? "", "base64");
    const rounds = Number(offer.i);
    const isOffer =
        offer.r?.startsWith(nonce) &&
        offer.r !== nonce &&
        salt.length > 0 &&
        rounds >= FEWEST_ROUNDS &&
        rounds <= MOST_ROUNDS;
    if (!isOffer) throw notAuthentic("its offer is of no form that SCRAM has");
    const salted = await derive(password, salt, rounds, 64, "sha512");
    const withoutProof = `c=biws,r=${offer.r}`;
    const whole = [clientFirst, serverFirst, withoutProof].join(",");
    const clientKey = hmac(salted, "Client Key");
    const signature = hmac(createHash("sha512").update(clientKey).digest(), whole);
    const proof = clientKey.map((byte, index) => byte ^ signature[index]!);
    const answer = await exchange(Buffer.from(`${withoutProof},p=${Buffer.from(proof).toString("base64")}`));
    const found = Buffer.from(attributesOf(answer.toString("utf8")).v ?? "", "base64");
    const expected = hmac(hmac(salted, "Server Key"), whole);
    if (found.length !== expected.length || !timingSafeEqual(found, expected)) {
        throw notAuthentic("it does not know the password");
    }
}

function attributesOf(message: string): Readonly<Record<string, string | undefined>> {
    return Object.fromEntries(message.split(",").map((part) => [part.slice(0, 1), part.slice(2)]));
}

function hmac(key: Buffer, text: string): Buffer {
    return createHmac("sha512", key).update(text).digest();
}

function notAuthentic(why: string): KafkaFailure {
    return new KafkaFailure({
        step: "sasl",
        code: "broker-not-authentic",
        cause: `The broker could not prove by SCRAM-SHA-512 who it is: ${why}.`,
        fix: "See whether the address is that of your broker, and whether nothing stands between.",
    });
}
