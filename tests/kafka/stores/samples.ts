import { createHash } from "node:crypto";
import { readStore, type Store, StoreError, type StoreProblemCode, type StoreResult } from "../../../kafka/stores";
import { issue, rsaKey } from "./issue";

/** A root, an authority below it, and a client below that; and an authority of another family. */
export const ROOT = issue("plant root", { ca: true });
export const MIDDLE = issue("plant authority", { ca: true, by: ROOT });
export const CLIENT = issue("client", { by: MIDDLE, key: rsaKey() });
export const SMALL = issue("small client", { by: MIDDLE });
export const STRANGER = issue("stranger", { ca: true });

export const PASSWORD = "correct horse 1";
export const SEED = createHash("sha256").update("as random.RandomBytes gives it").digest();
export const NOW = new Date("2026-06-01");

export const CONTENT = {
    certificatePem: CLIENT.pem,
    privateKeyPem: CLIENT.keyPem,
    chainPem: MIDDLE.pem + ROOT.pem,
    password: PASSWORD,
    seed: SEED,
};

export function storeIn(result: StoreResult): Store {
    if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.cause}`);
    return result.store;
}

/** The code of why bytes are not read, or "ok". */
export function verdictOf(bytes: Uint8Array, password?: string, keyPassword?: string): StoreProblemCode | "ok" {
    const result = readStore(bytes, password, { keyPassword });
    return result.ok ? "ok" : result.problem.code;
}

/** The code of the error that something throws. */
export function refusedBy(make: () => unknown): StoreProblemCode | undefined {
    try {
        make();
    } catch (error) {
        if (error instanceof StoreError) return error.problem.code;
        throw error;
    }
    return undefined;
}

/** `key client: client <- plant authority`, `trusted ca-1: plant root`, … */
export function summary({ entries }: Store): string[] {
    const name = (certificate: { subject: string }) => certificate.subject.replace("CN=", "");
    return entries.map((entry) =>
        entry.kind === "key"
            ? `key ${entry.alias}: ${entry.chain.map(name).join(" <- ")}`
            : `${entry.kind} ${entry.alias}: ${name(entry.certificate)}`,
    );
}
