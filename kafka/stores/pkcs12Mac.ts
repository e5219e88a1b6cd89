import { createHmac, timingSafeEqual } from "node:crypto";
import type { Budget } from "./budget";
import { unsupported } from "./decrypt";
import { type DerValue, membersOf, numberOf, objectIdOf, octetsOf } from "./derValue";
import { DIGESTS } from "./objectIds";
import { derivePkcs12, PURPOSE, pkcs12Password } from "./pkcs12Kdf";

const DIGEST_LENGTHS: Readonly<Record<string, number>> = { sha1: 20, sha224: 28, sha256: 32, sha384: 48, sha512: 64 };

/** True where the MAC of a PKCS12 file was made with this password over these bytes (RFC 7292 section 5.1). */
export function macFits(macData: DerValue, safe: Buffer, password: string, budget: Budget): boolean {
    const [info, saltOf, iterationsOf] = membersOf(macData);
    const [algorithm, expectedOf] = membersOf(info);
    const expected = octetsOf(expectedOf);
    const id = objectIdOf(membersOf(algorithm)[0]);
    const digest = DIGESTS[id];
    if (!digest) throw unsupported(id);
    const salt = octetsOf(saltOf);
    const iterations = iterationsOf ? numberOf(iterationsOf) : 1;
    // An empty password is none at all to Java, and a zero alone to OpenSSL.
    const forms = password === "" ? [pkcs12Password(""), Buffer.alloc(0)] : [pkcs12Password(password)];
    return forms.some((form) => {
        budget(iterations);
        const length = DIGEST_LENGTHS[digest]!;
        const key = derivePkcs12({ digest, purpose: PURPOSE.mac, password: form, salt, iterations, length });
        return areEqual(createHmac(digest, key).update(safe).digest(), expected);
    });
}

function areEqual(one: Buffer, other: Buffer): boolean {
    return one.length === other.length && timingSafeEqual(one, other);
}
