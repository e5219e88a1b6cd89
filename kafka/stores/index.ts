/**
 * Key stores and trust stores as Java's Kafka client takes them: made of PEM texts, the same bytes each time, and read.
 *
 * Both are written here in full rather than by a library: none writes the same bytes twice, none sets the attribute that
 * Java looks for, and a reader of files from outside must bound the work that a file can ask for. `node-forge`, the one
 * that reads most, knows no elliptic-curve keys and follows any nesting and any number of rounds.
 */

export type { ReadOptions } from "./reading";
export { readStore, readStoreText, type StoreResult } from "./readStore";
export {
    type KeyEntry,
    keysOf,
    type LooseEntry,
    type Store,
    type StoreEntry,
    type TrustedEntry,
    trustedOf,
} from "./store";
export type { KeyStoreArgs, TrustStoreArgs } from "./storeArgs";
export { StoreError, type StoreProblem, type StoreProblemCode } from "./storeError";
export { resultProblems, type StoreUse, storeProblems } from "./storeProblems";
export { type ClientFiles, clientFilesOf, trustAnchorsOf } from "./tlsFiles";
export { type JksKeyStoreArgs, writeJksKeyStore, writeJksTrustStore } from "./writeJks";
export { writePkcs12KeyStore, writePkcs12TrustStore } from "./writePkcs12";
export { type StoreFormat, writeKeyStore, writeTrustStore } from "./writeStore";
