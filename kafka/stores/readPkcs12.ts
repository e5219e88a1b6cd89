import type { X509Certificate } from "node:crypto";
import { type Budget, roundsBudget } from "./budget";
import { decrypt, requireJava, unsupported } from "./decrypt";
import { DerError, explicitIn, membersOf, numberOf, objectIdOf, octetsOf, readDer } from "./derValue";
import { printable } from "./names";
import { OID } from "./objectIds";
import { certificateOf, keyOrNothing } from "./pem";
import { bagsOf, type Pkcs12Bag } from "./pkcs12Bags";
import { macFits } from "./pkcs12Mac";
import { type Open, openKey, type ReadOptions, truncated, unreadableKey, wrongStorePassword } from "./reading";
import type { KeyEntry, Store, StoreEntry } from "./store";

/**
 * Reads a PKCS12 file as Java does: what Java would not find is not found here either.
 *
 * @throws StoreError when it does not open, and DerError when it is ill-formed
 */
export function readPkcs12(bytes: Buffer, password: string | undefined, options: ReadOptions = {}): Store {
    const budget = roundsBudget();
    const [, info, macData] = membersOf(outermost(bytes));
    const [type, content] = membersOf(info);
    if (objectIdOf(type) !== OID.data) throw unsupported(objectIdOf(type));
    const safe = octetsOf(explicitIn(content));
    const isChecked = macData !== undefined && password !== undefined;
    if (isChecked && !macFits(macData, safe, password, budget)) throw wrongStorePassword();
    const entries = entriesOf(bagsOf(safe, password, isChecked, budget), (bag, alias) => ({
        ...openKey(alias, opener(bag, alias, budget), password, options),
        isPlain: bag.type === "key",
    }));
    const integrity = isChecked ? "checked" : macData ? "unchecked" : "none";
    return { format: "PKCS12", size: bytes.length, entries, integrity };
}

/** Only the outermost value tells whether the file was cut off; within it a wrong length is damage. */
function outermost(bytes: Buffer) {
    try {
        return readDer(bytes);
    } catch (error) {
        throw error instanceof DerError && error.isTruncated ? truncated(error.message) : error;
    }
}

interface Found {
    readonly certificate: X509Certificate;
    readonly alias: string;
    readonly keyId: Buffer | undefined;
}

/** What Java takes for the id of a key and its certificate in a file with one key and without ids. */
const ONLY_KEY = Buffer.from("01");

/** Keys with their chains, trusted certificates, and the rest, put together as Java's PKCS12 key store does it. */
function entriesOf(
    bags: readonly Pkcs12Bag[],
    opened: (bag: Pkcs12Bag, alias: string) => Pick<KeyEntry, "privateKey" | "hasOwnPassword" | "isPlain">,
): StoreEntry[] {
    const keys: { bag: Pkcs12Bag; alias: string; keyId: Buffer | undefined }[] = [];
    const trusted: StoreEntry[] = [];
    const others: Found[] = [];
    const bySubject = new Map<string, X509Certificate>();
    let unnamed = 0;
    for (const bag of bags) {
        // Java counts what it makes entries of, and takes capitals for small letters.
        const isEntry = bag.type !== "certificate" || bag.isMarkedTrusted;
        if (bag.name === undefined && isEntry) unnamed++;
        const alias = printable(bag.name?.toLowerCase() ?? (isEntry ? String(unnamed) : "without a name"));
        if (bag.type !== "certificate") {
            keys.push({ bag, alias, keyId: bag.keyId ?? (keys.length === 0 ? ONLY_KEY : undefined) });
            continue;
        }
        const certificate = certificateOf(bag.content, `The certificate "${alias}" in the store`);
        if (bag.isMarkedTrusted) trusted.push({ kind: "trusted", alias, certificate });
        else others.push({ certificate, alias, keyId: bag.keyId ?? (isFirst(bag, bags, keys) ? ONLY_KEY : undefined) });
        if (!bySubject.has(certificate.subject)) bySubject.set(certificate.subject, certificate);
    }
    const inChains = new Set<X509Certificate>();
    const keyEntries = keys.map(({ bag, alias, keyId }): KeyEntry => {
        const leaf = keyId && others.find((one) => one.keyId?.equals(keyId))?.certificate;
        const chain = chainAlongNames(leaf, bySubject);
        for (const certificate of chain) inChains.add(certificate);
        return { kind: "key", alias, chain, ...opened(bag, alias) };
    });
    const loose = others.filter(({ certificate }) => !inChains.has(certificate));
    return [
        ...keyEntries,
        ...trusted,
        ...loose.map(({ alias, certificate }) => ({ kind: "loose" as const, alias, certificate })),
    ];
}

/** The first certificate after the only key. */
function isFirst(bag: Pkcs12Bag, bags: readonly Pkcs12Bag[], keys: readonly unknown[]): boolean {
    return keys.length === 1 && bag === bags.find(({ type }) => type === "certificate");
}

/** From a certificate to the one that is called as its issuer, and so on. */
function chainAlongNames(leaf: X509Certificate | undefined, bySubject: ReadonlyMap<string, X509Certificate>) {
    const chain: X509Certificate[] = [];
    for (let next = leaf; next && !chain.includes(next); ) {
        chain.push(next);
        next = next.issuer === next.subject ? undefined : bySubject.get(next.issuer);
    }
    return chain;
}

function opener({ type, content }: Pkcs12Bag, alias: string, budget: Budget): Open {
    if (type === "key") return () => keyIn(content) ?? unreadable(alias);
    const [algorithm, data] = membersOf(readDer(content));
    const bytes = octetsOf(data);
    return (password) => {
        requireJava(algorithm!);
        const plain = decrypt(algorithm!, bytes, password, budget);
        if (!plain || !isPrivateKeyInfo(plain)) return undefined;
        return keyIn(plain) ?? unreadable(alias);
    };
}

function keyIn(plain: Buffer) {
    return keyOrNothing({ key: plain, format: "der", type: "pkcs8" });
}

function unreadable(alias: string): never {
    throw unreadableKey(alias);
}

/** True where bytes begin as a PrivateKeyInfo (RFC 5958) does, which noise does not. */
export function isPrivateKeyInfo(plain: Buffer): boolean {
    try {
        const [version, algorithm, key] = membersOf(readDer(plain));
        return numberOf(version) <= 1 && objectIdOf(membersOf(algorithm)[0]) !== "" && key?.tag === 0x04;
    } catch {
        return false;
    }
}
