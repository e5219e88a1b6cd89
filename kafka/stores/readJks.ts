import type { X509Certificate } from "node:crypto";
import { unsupported } from "./decrypt";
import { membersOf, objectIdOf, octetsOf, readDer } from "./derValue";
import { DIGEST_LENGTH, jksDigest, jksKeyCheck, jksMix, KEY_ENTRY, TRUSTED_ENTRY } from "./jksFormat";
import { printable } from "./names";
import { OID } from "./objectIds";
import { certificateOf, keyOrNothing } from "./pem";
import { damaged, type Open, openKey, type ReadOptions, truncated, unreadableKey, wrongStorePassword } from "./reading";
import type { Store } from "./store";

/** An entry whose key and certificates are still bytes. */
interface RawEntry {
    readonly alias: string;
    readonly sealedKey: Buffer | undefined;
    readonly certificates: readonly Buffer[];
}

/**
 * Reads a JKS file. Without a password the file is not checked, and keys stay closed.
 *
 * @throws StoreError when it does not open or is cut off, and DerError when a key in it is ill-formed
 */
export function readJks(bytes: Buffer, password: string | undefined, options: ReadOptions = {}): Store {
    const { entries, length } = rawEntries(bytes);
    const digest = bytes.subarray(length, length + DIGEST_LENGTH);
    if (digest.length < DIGEST_LENGTH) throw truncated("the digest at its end is missing");
    if (password !== undefined && !jksDigest(password, bytes.subarray(0, length)).equals(digest)) {
        throw wrongStorePassword();
    }
    return {
        format: "JKS",
        size: bytes.length,
        integrity: password === undefined ? "unchecked" : "checked",
        entries: entries.map(({ alias, sealedKey, certificates }) => {
            const read = certificates.map((one) => certificateOf(one, `A certificate of "${alias}" in the store`));
            if (!sealedKey) return { kind: "trusted", alias, certificate: read[0] as X509Certificate };
            const opened = openKey(alias, opener(sealedKey, alias), password, options);
            return { kind: "key", alias, chain: read, isPlain: false, ...opened };
        }),
    };
}

/** A file's entries, and where they end. Lengths and counts in it are only believed as far as there are bytes. */
function rawEntries(bytes: Buffer): { entries: RawEntry[]; length: number } {
    let offset = 4;
    const take = (length: number) => {
        if (offset + length > bytes.length) {
            throw truncated(`it has ${bytes.length} bytes, and goes on to ${offset + length} at least`);
        }
        offset += length;
        return bytes.subarray(offset - length, offset);
    };
    const number = () => take(4).readUInt32BE();
    const text = () => take(take(2).readUInt16BE()).toString("utf8");
    const version = number();
    if (version !== 1 && version !== 2) throw damaged(`its version is ${version}, which is neither 1 nor 2`);
    const certificate = () => {
        const type = version === 1 ? "X.509" : text();
        const content = take(number());
        if (type !== "X.509") throw damaged("it holds a certificate of a kind that is not X.509");
        return content;
    };
    const count = number();
    const entries: RawEntry[] = [];
    while (entries.length < count) {
        const kind = number();
        const alias = printable(text());
        take(8); // When it was made.
        if (kind === TRUSTED_ENTRY) {
            entries.push({ alias, sealedKey: undefined, certificates: [certificate()] });
        } else if (kind === KEY_ENTRY) {
            const sealedKey = take(number());
            const length = number();
            const certificates: Buffer[] = [];
            while (certificates.length < length) certificates.push(certificate());
            entries.push({ alias, sealedKey, certificates });
        } else {
            throw damaged(`an entry is of the kind ${kind}, which is neither a key nor a certificate`);
        }
    }
    return { entries, length: offset };
}

/** EncryptedPrivateKeyInfo, whose data are a salt, the mixed key, and a digest of the key. */
function opener(sealedKey: Buffer, alias: string): Open {
    const [algorithm, data] = membersOf(readDer(sealedKey));
    const [id] = membersOf(algorithm);
    if (objectIdOf(id) !== OID.jksKeyProtector) throw unsupported(objectIdOf(id));
    const bytes = octetsOf(data);
    if (bytes.length < 2 * DIGEST_LENGTH) throw damaged(`the key "${alias}" is too short`);
    const salt = bytes.subarray(0, DIGEST_LENGTH);
    const check = bytes.subarray(-DIGEST_LENGTH);
    return (password) => {
        const key = jksMix(password, salt, bytes.subarray(DIGEST_LENGTH, -DIGEST_LENGTH));
        if (!jksKeyCheck(password, key).equals(check)) return undefined;
        const opened = keyOrNothing({ key, format: "der", type: "pkcs8" });
        if (!opened) throw unreadableKey(alias);
        return opened;
    };
}
