import { IOT_KAFKA_PIPELINE, KAFKA_CREDENTIALS } from "../constraints/components";
import { ARGUMENT_FORM } from "../constraints/components/formProblems";
import type { Finding } from "../constraints/core/finding";
import { type Facts, isUnknown, member } from "../constraints/core/known";
import { type Path, valueAt } from "../constraints/core/path";
import { KAFKA_ACTION_PARAMETERS } from "../constraints/core/source";
import { readKeytabText } from "../kafka/kerberos/keytab";
import { keytabFailure } from "../kafka/kerberos/principalKeys";
import {
    readStore,
    readStoreText,
    resultProblems,
    StoreError,
    type StoreFormat,
    type StoreProblem,
    type StoreResult,
    type StoreUse,
    writeKeyStore,
    writeTrustStore,
} from "../kafka/stores";

/** Where the credentials stand in the arguments of a component. */
const CREDENTIALS: Readonly<Record<string, Path>> = {
    [KAFKA_CREDENTIALS]: [],
    [IOT_KAFKA_PIPELINE]: ["kafka", "credentials"],
};

/** What is wrong with one content, said of an argument. */
interface ContentProblem {
    readonly path: Path;
    readonly code: string;
    readonly cause: string;
    readonly fix: string;
}

/**
 * What is wrong with the files that credentials put into secrets, read as Java would: key stores, trust stores and
 * keytabs of which all that they hang on is known. One that is made with a password or a seed that is made too is tried
 * with others, which changes nothing of what may be wrong with the rest. Files are read once, however often it is asked.
 */
export function contentCheck(type: string, id: string): (args: Facts) => Finding[] {
    const at = Object.hasOwn(CREDENTIALS, type) ? CREDENTIALS[type] : undefined;
    const read = new Map<string, readonly ContentProblem[]>();
    if (at === undefined) return () => [];
    return (args) => {
        const credentials = valueAt(args, at);
        const problems = CHECKS.flatMap(({ name, check, needs }) => {
            const given = member(credentials, name);
            const others = needs.map((one) => member(credentials, one));
            if (typeof given !== "object" || given === null) return [];
            const key = `${name} ${JSON.stringify([given, ...others], (_, value) => (isUnknown(value) ? 0 : value))}`;
            const found = read.get(key) ?? check(given as Facts, others);
            read.set(key, found);
            return found;
        });
        return problems.map((problem) => findingOf(id, at, problem));
    };
}

const CHECKS: readonly {
    readonly name: string;
    /** Arguments beside it that it is judged with. */
    readonly needs: readonly string[];
    check(given: Facts, others: readonly unknown[]): readonly ContentProblem[];
}[] = [
    { name: "keyStore", needs: [], check: (given) => keyStoreContent(given) },
    { name: "trustStore", needs: [], check: (given) => trustStoreContent(given) },
    { name: "keytab", needs: ["principal", "realm"], check: keytabContent },
];

function keyStoreContent(given: Facts): readonly ContentProblem[] {
    const { base64, keyPassword, certificatePem, privateKeyPem, privateKeyPassphrase, chainPem, format } = given;
    const password = given.password;
    if (typeof base64 === "string") {
        if (typeof password !== "string" || !isTextOrAbsent(keyPassword)) return [];
        const result = readStoreText(base64, password, {
            keyPassword: keyPassword as string | undefined,
            withKeys: true,
        });
        return refused(["keyStore", "base64"], { property: "ssl.keystore", password }, result);
    }
    const texts = { certificatePem, privateKeyPem, privateKeyPassphrase, chainPem, password };
    if (typeof certificatePem !== "string" || typeof privateKeyPem !== "string") return [];
    if (!Object.values(texts).every(isTextOrAbsent)) return [];
    const known = { ...texts, password: (password ?? MADE) as string, seed: Buffer.alloc(32) };
    const content = known as Parameters<typeof writeKeyStore>[1];
    const use: StoreUse = { property: "ssl.keystore", password: known.password };
    return made(["keyStore"], use, () => writeKeyStore(formatOf(format), content));
}

function trustStoreContent(given: Facts): readonly ContentProblem[] {
    const { base64, caPem, password, format } = given;
    if (!isTextOrAbsent(password)) return [];
    const use: StoreUse = { property: "ssl.truststore", password: password as string | undefined };
    if (typeof base64 === "string")
        return refused(["trustStore", "base64"], use, readStoreText(base64, use.password, { withKeys: false }));
    if (typeof caPem !== "string") return [];
    const content = { caPem, password: use.password };
    return made(["trustStore"], use, () => writeTrustStore(formatOf(format), content));
}

/** A keytab that cannot be read is another finding. */
function keytabContent({ base64 }: Facts, [principal, realm]: readonly unknown[]): readonly ContentProblem[] {
    if (typeof base64 !== "string" || typeof principal !== "string" || typeof realm !== "string") return [];
    const read = readKeytabText(base64);
    if (!read.ok) return [];
    const own = principal.endsWith(`@${realm}`) ? principal.slice(0, -realm.length - 1) : principal;
    const failure = keytabFailure({ keytab: read.keytab, principal: own, realm });
    if (failure?.code !== "keytab-no-principal") return [];
    const fix = "Correct principal and realm, where capitals count, or give the keytab of that principal.";
    return [{ path: ["principal"], code: failure.code, cause: failure.cause, fix }];
}

/** In the place of a password that is made. */
const MADE = "0".repeat(32);

function made(path: Path, use: StoreUse, write: () => Buffer): readonly ContentProblem[] {
    try {
        return refused(path, use, readStore(write(), use.password));
    } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        return [placed(path, error.problem)];
    }
}

function refused(path: Path, use: StoreUse, result: StoreResult): readonly ContentProblem[] {
    return resultProblems(result, use)
        .filter(({ level }) => level === "error")
        .map((problem) => placed(path, problem));
}

function placed(path: Path, { code, cause, fix }: StoreProblem): ContentProblem {
    return { path, code, cause, fix };
}

/** One that is none is another finding. */
function formatOf(format: unknown): StoreFormat {
    return format === "JKS" ? "JKS" : "PKCS12";
}

function isTextOrAbsent(value: unknown): boolean {
    return value === undefined || typeof value === "string";
}

function findingOf(id: string, at: Path, { path, code, cause, fix }: ContentProblem): Finding {
    return {
        constraint: ARGUMENT_FORM,
        requirements: [],
        level: "mandatory",
        severity: "high",
        resource: id,
        path: [...at, ...path],
        message: `${code}: ${cause}`,
        fix,
        url: KAFKA_ACTION_PARAMETERS.url,
    };
}
