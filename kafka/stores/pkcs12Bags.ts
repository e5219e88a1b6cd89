import type { Budget } from "./budget";
import { decrypt, requireJava, unsupported } from "./decrypt";
import {
    DerError,
    type DerValue,
    explicitIn,
    membersOf,
    membersOfSet,
    objectIdOf,
    octetsOf,
    readDer,
    textOf,
} from "./derValue";
import { OID } from "./objectIds";
import { missingStorePassword, wrongStorePassword } from "./reading";

/** A key or a certificate as it lies in a PKCS12 file. */
export interface Pkcs12Bag {
    readonly type: "key" | "shrouded key" | "certificate";
    /** PrivateKeyInfo, EncryptedPrivateKeyInfo, or the certificate. */
    readonly content: Buffer;
    readonly name: string | undefined;
    /** What ties a certificate to its key. */
    readonly keyId: Buffer | undefined;
    readonly isMarkedTrusted: boolean;
}

/** How deep bags may lie in bags; nobody makes such files. */
const DEEPEST = 8;

/** The bags of an AuthenticatedSafe (RFC 7292 section 4.1), in their order. */
export function bagsOf(safe: Buffer, password: string | undefined, isChecked: boolean, budget: Budget): Pkcs12Bag[] {
    return membersOf(readDer(safe)).flatMap((info) => {
        const [type, content] = membersOf(info);
        const id = objectIdOf(type);
        if (id === OID.data) return bagsIn(readDer(octetsOf(explicitIn(content))), 0);
        if (id !== OID.encryptedData) throw unsupported(id);
        if (password === undefined) throw missingStorePassword();
        const [, encrypted] = membersOf(explicitIn(content));
        const [, algorithm, data] = membersOf(encrypted);
        requireJava(algorithm!);
        const plain = decrypt(algorithm!, octetsOf(data, 0x80), password, budget);
        return decryptedBags(plain, isChecked);
    });
}

/** With a wrong password one in 256 decryptions ends as a right one would, and what comes out is noise. */
function decryptedBags(plain: Buffer | undefined, isChecked: boolean): Pkcs12Bag[] {
    try {
        if (plain) return bagsIn(readDer(plain), 0);
    } catch (error) {
        if (isChecked || !(error instanceof DerError)) throw error;
    }
    if (isChecked) throw new DerError("its certificates are encrypted with another password than it is signed with");
    throw wrongStorePassword();
}

/** SafeContents (section 4.2). */
function bagsIn(contents: DerValue, depth: number): Pkcs12Bag[] {
    if (depth > DEEPEST) throw new DerError("it is nested too deep");
    return membersOf(contents).flatMap((bag) => {
        const [type, wrapped, attributes] = membersOf(bag);
        const value = explicitIn(wrapped);
        const named = attributesOf(attributes);
        switch (objectIdOf(type)) {
            case OID.keyBag:
                return [{ type: "key" as const, content: value.whole, ...named }];
            case OID.shroudedKeyBag:
                return [{ type: "shrouded key" as const, content: value.whole, ...named }];
            case OID.certBag: {
                const [kind, content] = membersOf(value);
                if (objectIdOf(kind) !== OID.x509Certificate) return [];
                return [{ type: "certificate" as const, content: octetsOf(explicitIn(content)), ...named }];
            }
            case OID.safeContentsBag:
                return bagsIn(value, depth + 1);
            default:
                // Revocation lists and other secrets, of which a login makes no use.
                return [];
        }
    });
}

function attributesOf(attributes: DerValue | undefined): Pick<Pkcs12Bag, "name" | "keyId" | "isMarkedTrusted"> {
    let name: string | undefined;
    let keyId: Buffer | undefined;
    let isMarkedTrusted = false;
    for (const attribute of attributes ? membersOfSet(attributes) : []) {
        const [type, values] = membersOf(attribute);
        const [value] = membersOfSet(values);
        const id = objectIdOf(type);
        if (id === OID.friendlyName && value) name = textOf(value);
        if (id === OID.localKeyId) keyId = octetsOf(value);
        if (id === OID.trustedKeyUsage) isMarkedTrusted = true;
    }
    return { name, keyId, isMarkedTrusted };
}
