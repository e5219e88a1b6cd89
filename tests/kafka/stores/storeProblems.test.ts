import assert from "node:assert/strict";
import { TRUST_STORE_LIMIT as OF_THE_CONSTRAINT } from "../../../constraints/kafka-action/truststoreLimit";
import {
    readStore,
    type Store,
    type StoreUse,
    storeProblems,
    writeJksKeyStore,
    writeJksTrustStore,
    writePkcs12KeyStore,
    writePkcs12TrustStore,
} from "../../../kafka/stores";
import { JKS_MAGIC, jksDigest } from "../../../kafka/stores/jksFormat";
import { SECRET_LIMIT, TRUST_STORE_LIMIT, TRUST_STORE_NEAR } from "../../../kafka/stores/sizeProblems";
import { ecKey, type Issued, issue, rsaKey, SERVER_AUTH } from "./issue";
import { CLIENT, CONTENT, MIDDLE, NOW, PASSWORD, ROOT, SMALL, STRANGER, storeIn } from "./samples";

/** `error key-mismatch`, … of a store that opens. */
function problemsIn(bytes: Buffer, property: StoreUse["property"], use: Partial<StoreUse> = {}, keyPassword?: string) {
    const store = storeIn(readStore(bytes, PASSWORD, { keyPassword }));
    return listed(store, { property, now: NOW, ...use });
}

function listed(store: Store, use: StoreUse): string[] {
    return storeProblems(store, use).map(({ level, code }) => `${level} ${code}`);
}

function keyStoreOf(leaf: Issued, chainPem: string | undefined = MIDDLE.pem + ROOT.pem): Buffer {
    return writeJksKeyStore({ ...CONTENT, certificatePem: leaf.pem, privateKeyPem: leaf.keyPem, chainPem });
}

const onKeyStore = (bytes: Buffer, use: Partial<StoreUse> = {}) => problemsIn(bytes, "ssl.keystore", use);
const onTrustStore = (bytes: Buffer, use: Partial<StoreUse> = {}) => problemsIn(bytes, "ssl.truststore", use);
const trustStoreOf = (...authorities: Issued[]) =>
    writeJksTrustStore({ caPem: authorities.map(({ pem }) => pem).join(""), password: PASSWORD });
const day = (text: string) => new Date(text);

describe("problems of a key store", () => {
    it("are none where the chain is whole and everything valid", () => {
        assert.deepEqual(onKeyStore(writePkcs12KeyStore(CONTENT)), []);
        assert.deepEqual(onKeyStore(writeJksKeyStore(CONTENT), { password: PASSWORD }), []);
    });

    it("are dates of any certificate in the chain", () => {
        const leaf = (from: string, until: string) => issue("a", { by: MIDDLE, from: day(from), until: day(until) });
        assert.deepEqual(onKeyStore(keyStoreOf(leaf("2025-01-01", "2026-05-31"))), ["error certificate-expired"]);
        assert.deepEqual(onKeyStore(keyStoreOf(leaf("2026-06-02", "2027-06-02"))), ["error certificate-not-yet-valid"]);
        assert.deepEqual(onKeyStore(keyStoreOf(leaf("2025-01-01", "2026-06-30"))), ["advice certificate-expires-soon"]);
        assert.deepEqual(onKeyStore(keyStoreOf(leaf("2025-01-01", "2026-07-02"))), []);
        assert.deepEqual(onKeyStore(keyStoreOf(leaf("2026-05-31", "2026-06-07"))), []);
        const old = issue("old authority", { ca: true, by: ROOT, until: day("2026-01-01") });
        const below = issue("a", { by: old });
        assert.deepEqual(onKeyStore(keyStoreOf(below, old.pem + ROOT.pem)), ["error certificate-expired"]);
    });

    it("are a chain that ends too early, and advice only: brokers may trust the last issuer", () => {
        assert.deepEqual(onKeyStore(keyStoreOf(SMALL, undefined)), []);
        assert.deepEqual(onKeyStore(keyStoreOf(SMALL, MIDDLE.pem)), ["advice chain-incomplete"]);
        assert.deepEqual(onKeyStore(keyStoreOf(SMALL, "")), ["advice chain-incomplete"]);
    });

    it("are a chain in the wrong order, and a certificate of another key", () => {
        const bytes = writeJksKeyStore(CONTENT);
        const reordered = withEntries(bytes, [CLIENT, ROOT, MIDDLE]);
        assert.deepEqual(onKeyStore(reordered), ["error chain-order"]);
        assert.deepEqual(onKeyStore(withEntries(bytes, [SMALL, MIDDLE, ROOT])), ["error key-mismatch"]);
        const impostor = issue(MIDDLE.name, { ca: true, by: ROOT });
        assert.deepEqual(onKeyStore(withEntries(bytes, [CLIENT, impostor, ROOT])), ["error chain-order"]);
        assert.deepEqual(onKeyStore(withEntries(bytes, [])), ["error key-without-certificate"]);
    });

    it("are a certificate for servers", () => {
        const server = issue("server", { by: MIDDLE, usages: [SERVER_AUTH] });
        assert.deepEqual(onKeyStore(keyStoreOf(server)), ["error certificate-not-for-clients"]);
        assert.deepEqual(onKeyStore(keyStoreOf(issue("any", { by: MIDDLE, usages: [] }))), []);
    });

    it("are weak keys and signatures", () => {
        const withKey = (key: Issued["key"]) => onKeyStore(keyStoreOf(issue("a", { by: MIDDLE, key })));
        assert.deepEqual(withKey(rsaKey(1024)), ["advice key-weak"]);
        assert.deepEqual(withKey(rsaKey(512)), ["error key-weak"]);
        assert.deepEqual(withKey(ecKey("secp256k1")), ["advice key-weak"]);
        assert.deepEqual(withKey(ecKey("P-384")), []);
        const old = issue("a", { by: MIDDLE, digest: "sha1" });
        assert.deepEqual(onKeyStore(keyStoreOf(old)), ["advice certificate-weak"]);
    });

    it("are a trust store in its place, and more keys than one", () => {
        assert.deepEqual(onKeyStore(trustStoreOf(ROOT)), ["error key-missing"]);
        const store = storeIn(readStore(writeJksKeyStore(CONTENT), PASSWORD));
        const other = storeIn(readStore(writeJksKeyStore({ ...CONTENT, alias: "other" }), PASSWORD));
        const both = { ...store, entries: [...store.entries, ...other.entries] };
        assert.deepEqual(listed(both, { property: "ssl.keystore", now: NOW }), ["advice keys-several"]);
        const twice = { ...store, entries: [...store.entries, ...store.entries] };
        assert.deepEqual(listed(twice, { property: "ssl.keystore", now: NOW }), [
            "error store-entry-twice",
            "advice keys-several",
        ]);
    });

    it("are a PKCS12 key with a password of its own, and one without encryption", () => {
        const store = storeIn(readStore(writePkcs12KeyStore(CONTENT), PASSWORD));
        const changed = (change: object) => ({
            ...store,
            entries: store.entries.map((entry) => ({ ...entry, ...change })),
        });
        const use = { property: "ssl.keystore", now: NOW } as const;
        assert.deepEqual(listed(changed({ hasOwnPassword: true }), use), ["advice key-password-differs"]);
        assert.deepEqual(listed(changed({ isPlain: true }), use), ["error key-plain"]);
    });

    it("are passwords that Kafka or Java change", () => {
        const store = storeIn(readStore(writePkcs12KeyStore(CONTENT), PASSWORD));
        const codes = (password: string) => listed(store, { property: "ssl.keystore", now: NOW, password });
        assert.deepEqual(codes(`${PASSWORD}\n`), ["error store-password-white-space"]);
        assert.deepEqual(codes("grün"), ["error store-password-not-ascii"]);
        assert.deepEqual(codes(""), ["error store-password-missing"]);
    });
});

describe("problems of a trust store", () => {
    it("are none where it holds the authority of the brokers", () => {
        for (const password of [undefined, PASSWORD]) {
            const store = storeIn(readStore(writePkcs12TrustStore({ caPem: ROOT.pem, password }), password));
            assert.deepEqual(listed(store, { property: "ssl.truststore", now: NOW, password }), []);
        }
    });

    it("are nothing that Java trusts: a key store, certificates without its mark, nothing at all", () => {
        assert.deepEqual(onTrustStore(writePkcs12KeyStore(CONTENT)), ["error trust-is-key-store"]);
        const store = storeIn(readStore(trustStoreOf(ROOT, STRANGER), PASSWORD));
        const use = { property: "ssl.truststore", now: NOW } as const;
        const loose = store.entries.map((entry) => ({ ...entry, kind: "loose" }) as Store["entries"][number]);
        assert.deepEqual(listed({ ...store, entries: loose }, use), ["error trust-unmarked"]);
        assert.deepEqual(listed({ ...store, entries: [store.entries[0]!, loose[1]!] }, use), ["advice trust-unmarked"]);
        assert.deepEqual(listed({ ...store, entries: [] }, use), ["error trust-missing"]);
    });

    it("are a private key among the authorities", () => {
        const trust = storeIn(readStore(trustStoreOf(ROOT), PASSWORD));
        const keys = storeIn(readStore(writeJksKeyStore(CONTENT), PASSWORD));
        const both = { ...trust, entries: [...trust.entries, ...keys.entries] };
        assert.deepEqual(listed(both, { property: "ssl.truststore", now: NOW }), ["advice trust-with-key"]);
    });

    it("are an expired authority, and a certificate that is none: Java takes both as they are", () => {
        const old = issue("old", { ca: true, until: day("2026-01-01") });
        assert.deepEqual(onTrustStore(trustStoreOf(old)), ["advice certificate-expired"]);
        assert.deepEqual(onTrustStore(trustStoreOf(SMALL)), ["advice trust-not-authority"]);
        assert.deepEqual(onTrustStore(trustStoreOf(issue("a", { ca: true, digest: "sha1" }))), []);
    });
});

describe("the size of a store", () => {
    /** A store of exactly so many bytes. */
    const exactly = (size: number, write: (padding: number) => Buffer): Buffer => {
        let padding = size - write(1000).length + 1000;
        for (let turn = 0; turn < 8; turn++) padding += size - write(padding).length;
        assert.equal(write(padding).length, size);
        return write(padding);
    };
    // Signatures of RSA always have the same length.
    const key = rsaKey();
    const trust = (padding: number) => trustStoreOf(issue("a", { ca: true, key, padding }));
    const keys = (padding: number) => keyStoreOf(issue("a", { key, padding }), "");
    const bytesOf = (length: number) => (length / 4) * 3;

    it("may be 65 KB of base64 for a trust store, and not a byte more", () => {
        assert.equal(TRUST_STORE_LIMIT, OF_THE_CONSTRAINT);
        const limit = bytesOf(TRUST_STORE_LIMIT);
        assert.deepEqual(onTrustStore(exactly(bytesOf(TRUST_STORE_NEAR), trust)), []);
        assert.deepEqual(onTrustStore(exactly(bytesOf(TRUST_STORE_NEAR) + 1, trust)), ["advice store-size-near"]);
        assert.deepEqual(onTrustStore(exactly(limit, trust)), ["advice store-size-near"]);
        assert.deepEqual(onTrustStore(exactly(limit + 1, trust)), ["error store-size"]);
    });

    it("may be what a secret holds for a key store, and not a byte more", () => {
        assert.deepEqual(onKeyStore(exactly(SECRET_LIMIT, keys)), []);
        assert.deepEqual(onKeyStore(exactly(SECRET_LIMIT + 1, keys)), ["error store-size"]);
    });
});

/** A JKS key store with other certificates in the place of its own. */
function withEntries(bytes: Buffer, certificates: readonly Issued[]): Buffer {
    assert.equal(bytes.readUInt32BE(), JKS_MAGIC);
    const chainAt = 12 + 4 + 2 + "client".length + 8;
    const keyEnd = chainAt + 4 + bytes.readUInt32BE(chainAt);
    const number = (value: number) => Buffer.from(value.toString(16).padStart(8, "0"), "hex");
    const chain = certificates.map(({ pem }) => {
        const der = Buffer.from(pem.split("\n").slice(1, -2).join(""), "base64");
        return Buffer.concat([Buffer.from("\0\u0005X.509"), number(der.length), der]);
    });
    const body = Buffer.concat([bytes.subarray(0, keyEnd), number(chain.length), ...chain]);
    return Buffer.concat([body, jksDigest(PASSWORD, body)]);
}
