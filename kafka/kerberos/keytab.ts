/** A keytab that was read. */
export interface Keytab {
    readonly entries: readonly KeytabEntry[];
}

export interface KeytabEntry {
    /** `client@REALM` or `service/host@REALM`. */
    readonly principal: string;
    /** The version of the key. */
    readonly version: number;
    /** The number of the encryption type: 17 to 20 are AES. */
    readonly encryption: number;
    /** A secret. */
    readonly key: Buffer;
}

/** A keytab, or what is wrong with it; neither text shows anything of a key. */
export type KeytabResult =
    | { readonly ok: true; readonly keytab: Keytab }
    | { readonly ok: false; readonly cause: string; readonly fix: string };

const WHOLE =
    "Export it again with ktutil, kadmin ktadd or ktpass, and store the bytes of the file with --secret-binary fileb://…";

/** Reads the base64 text in which get_secret gives a SecretBinary. Never throws. */
export function readKeytabText(base64: string): KeytabResult {
    const joined = base64.replace(/\s/g, "");
    if (joined.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(joined)) {
        return problem(
            "The keytab is not base64 text: it may be the name of a file, or cut off.",
            "Read it from a secret by get_secret with 'SecretBinary', which gives the bytes of the file in base64.",
        );
    }
    return readKeytab(Buffer.from(joined, "base64"));
}

/** Reads a keytab of the form 5.2, which all tools of today write. Never throws. */
export function readKeytab(bytes: Buffer): KeytabResult {
    if (bytes.length === 0) return problem("The keytab is empty.", WHOLE);
    if (bytes.readUInt8(0) !== 5 || bytes.length < 2 || bytes.readUInt8(1) !== 2) return otherFile(bytes);
    const entries: KeytabEntry[] = [];
    for (let offset = 2; offset + 4 <= bytes.length; ) {
        const size = bytes.readInt32BE(offset);
        offset += 4;
        if (size === 0) break;
        // An entry that was deleted leaves a hole, which tells its size as a negative number.
        if (offset + Math.abs(size) > bytes.length) return damaged(bytes, "The keytab is cut off within an entry.");
        const entry = size > 0 ? entryIn(bytes.subarray(offset, offset + size)) : undefined;
        if (size > 0 && !entry) return damaged(bytes, "An entry of the keytab cannot be read: the file is damaged.");
        if (entry) entries.push(entry);
        offset += Math.abs(size);
    }
    if (entries.length === 0) return problem("The keytab holds no key.", WHOLE);
    return { ok: true, keytab: { entries } };
}

function entryIn(bytes: Buffer): KeytabEntry | undefined {
    let offset = 0;
    const number = (size: 1 | 2 | 4): number => {
        const value = bytes.readUIntBE(offset, size);
        offset += size;
        return value;
    };
    const counted = (): Buffer => {
        const size = number(2);
        if (offset + size > bytes.length) throw new RangeError("cut off");
        offset += size;
        return bytes.subarray(offset - size, offset);
    };
    try {
        const count = number(2);
        const realm = counted().toString("utf8");
        const names: string[] = [];
        for (let index = 0; index < count; index++) names.push(counted().toString("utf8"));
        // The type of the name and the time at which it was written.
        offset += 8;
        const shortVersion = number(1);
        const encryption = number(2);
        const key = counted();
        const version = bytes.length - offset >= 4 ? number(4) || shortVersion : shortVersion;
        return { principal: `${names.join("/")}@${realm}`, version, encryption, key };
    } catch (thrown) {
        if (thrown instanceof RangeError) return undefined;
        throw thrown;
    }
}

/** Reading bytes as text puts one character in the place of all that are none. */
function damaged(bytes: Buffer, cause: string): KeytabResult {
    if (!bytes.includes(Buffer.from("\ufffd"))) return problem(cause, WHOLE);
    return problem(
        "The keytab was read as text at some point, which replaced its bytes by others: they are lost.",
        'Read the file as bytes, in Node by readFileSync(path).toString("base64"), without "utf8".',
    );
}

function otherFile(bytes: Buffer): KeytabResult {
    const text = bytes.subarray(0, 64).toString("latin1");
    if (text.startsWith("BQI")) {
        return problem(
            "What was decoded from base64 is base64 again: the keytab was encoded twice.",
            "Encode the file once: secretBinary of Pulumi, like --secret-binary fileb://…, takes the bytes of the file.",
        );
    }
    if (bytes.readUInt8(0) === 0x30 || bytes.subarray(0, 4).toString("hex") === "feedfeed") {
        return problem("The file is a key store, and no keytab.", "Give the keytab as sasl.kerberos.keytab.");
    }
    if (bytes.readUInt8(0) === 5) {
        return problem("The keytab is of an old form that is written by no tool of today.", WHOLE);
    }
    return problem("The file is no keytab: it does not begin as one does.", WHOLE);
}

function problem(cause: string, fix: string): KeytabResult {
    return { ok: false, cause, fix };
}
