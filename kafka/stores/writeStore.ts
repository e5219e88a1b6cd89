import type { KeyStoreArgs, TrustStoreArgs } from "./storeArgs";
import { writeJksKeyStore, writeJksTrustStore } from "./writeJks";
import { writePkcs12KeyStore, writePkcs12TrustStore } from "./writePkcs12";

/** The two formats that Java opens without being told which it is. */
export type StoreFormat = "PKCS12" | "JKS";

/** A key store in a format. @throws StoreError for what makes none */
export function writeKeyStore(format: StoreFormat, args: KeyStoreArgs): Buffer {
    return format === "JKS" ? writeJksKeyStore(args) : writePkcs12KeyStore(args);
}

/** A trust store in a format. One of JKS has no use for a seed. @throws StoreError for what makes none */
export function writeTrustStore(format: StoreFormat, args: TrustStoreArgs): Buffer {
    return format === "JKS" ? writeJksTrustStore(args) : writePkcs12TrustStore(args);
}
