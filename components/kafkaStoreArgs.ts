import type { Input } from "@pulumi/pulumi";
import type { JavaStoreFormat } from "./javaStores";
import type { OneOf } from "./oneOf";

/** A text in a secret that exists. */
export interface ExistingText {
    /** Name or complete ARN of a secret that exists, in the Region of everything else. */
    existingSecretId: Input<string>;
    /** The member to take, where the secret holds a JSON object. @default the whole text */
    key?: Input<string>;
}

/** A password that is put into a secret and marked as one wherever it goes, or one in a secret that exists. */
export type StoredText = Input<string> | ExistingText;

/** A Java key store that is made of PEM, as `javaKeyStore` makes one. Its key gets the password of the store. */
export interface KeyStoreOfPem {
    /** The client's certificate in PEM; its authorities may follow it, in any order. */
    certificatePem: Input<string>;
    /** Its private key in PEM: PKCS#8 (`privateKeyPemPkcs8` of @pulumi/tls), PKCS#1 or SEC1. */
    privateKeyPem: Input<string>;
    /** What the key is encrypted with. @default it is not */
    privateKeyPassphrase?: Input<string>;
    /** Authorities between the certificate and its root in PEM, in any order. @default none */
    chainPem?: Input<string>;
    /** Opens the store and the key in it. In PKCS12 of ASCII only. @default 32 letters and digits, made once */
    password?: Input<string>;
    /** Written plainly. `JKS` is for Java older than 8u301 and 11.0.12. @default "PKCS12" */
    format?: JavaStoreFormat;
}

/** A Java key store that exists as a file. */
export interface KeyStoreFile {
    /** The file in base64, encoded once, at most 65,536 bytes: PKCS12 or JKS. Marked as a secret wherever it goes. */
    base64: Input<string>;
    /** Opens the store: a text is put into a secret, unless it is in one that exists. */
    password: StoredText;
    /** Opens the key, where it has a password of its own. @default that of the store */
    keyPassword?: StoredText;
}

/** A key store that is put into a secret. */
export type MadeKeyStore = OneOf<KeyStoreOfPem | KeyStoreFile>;

/** How a trust store is kept: as a file, or as its base64 text. */
interface Kept {
    /** As `get_secret` calls it. Written plainly: it decides what is made. @default "SecretBinary" */
    secretType?: "SecretBinary" | "SecretString";
}

/** A Java trust store that is made of PEM, as `javaTrustStore` makes one. */
export interface TrustStoreOfPem extends Kept {
    /** The certificates of the authorities that signed the brokers' certificates, in PEM. */
    caPem: Input<string>;
    /** Opens the store. @default it needs none */
    password?: Input<string>;
    /** Written plainly. `JKS` is for Java older than 8u301 and 11.0.12. @default "PKCS12" */
    format?: JavaStoreFormat;
}

/** A Java trust store that exists as a file. */
export interface TrustStoreFileContent extends Kept {
    /** The file in base64, encoded once, at most 65 KB: PKCS12 or JKS. */
    base64: Input<string>;
    /** Opens the store, where it has a password. @default none */
    password?: StoredText;
}

/** A trust store in a secret that exists. */
export interface ExistingTrustStore extends Kept {
    /** Name or complete ARN of the secret, in the Region of everything else. */
    existingSecretId: Input<string>;
    /** The member to take, where the secret holds a JSON object: with `secretType: "SecretString"` only. @default the whole text */
    key?: Input<string>;
    /** Opens the store, where it has a password. @default none */
    password?: StoredText;
}

/** The authorities of the brokers: put into a secret, or in one that exists. */
export type TrustStoreSource = OneOf<TrustStoreOfPem | TrustStoreFileContent | ExistingTrustStore>;
