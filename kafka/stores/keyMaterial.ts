import type { X509Certificate } from "node:crypto";
import { chainOf } from "./chain";
import { readCertificates, readPrivateKey } from "./pem";

/** What a key store is made of, as PEM texts. */
export interface KeyStoreContent {
    /** The client's certificate; its authorities may follow it, in any order. */
    readonly certificatePem: string;
    /** Its private key: PKCS#8, PKCS#1 or SEC1. */
    readonly privateKeyPem: string;
    /** What the key is encrypted with. @default it is not */
    readonly privateKeyPassphrase?: string | undefined;
    /** Authorities between the certificate and its root, in any order; the root may be among them. @default none */
    readonly chainPem?: string | undefined;
}

/** A key with its certificates, as stores hold them. */
export interface KeyMaterial {
    /** PKCS#8 in DER, the same bytes whatever form the key was given in. */
    readonly key: Buffer;
    /** The key's certificate first, each signed by the next. */
    readonly chain: readonly X509Certificate[];
}

/** @throws StoreError when the texts do not hold a key and its chain */
export function readKeyMaterial(content: KeyStoreContent): KeyMaterial {
    const { certificatePem, privateKeyPem, privateKeyPassphrase, chainPem } = content;
    const key = readPrivateKey(privateKeyPem, "privateKeyPem", privateKeyPassphrase);
    const given = [
        ...readCertificates(certificatePem, "certificatePem"),
        ...(chainPem === undefined || chainPem.trim() === "" ? [] : readCertificates(chainPem, "chainPem")),
    ];
    const once = new Map(given.map((certificate) => [certificate.fingerprint256, certificate]));
    return { key: key.export({ type: "pkcs8", format: "der" }), chain: chainOf(key, [...once.values()]) };
}
