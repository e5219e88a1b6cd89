import { all, type Input, log, type Output, output, RunError, secret } from "@pulumi/pulumi";
import {
    readStore,
    readStoreText,
    resultProblems,
    StoreError,
    type StoreProblem,
    type StoreResult,
    type StoreUse,
    writeKeyStore,
    writeTrustStore,
} from "../kafka/stores";

/** The two formats that Java opens without being told which it is. */
export type JavaStoreFormat = "PKCS12" | "JKS";

/** What a key store is made of. */
export interface JavaKeyStoreArgs {
    /** The client's certificate in PEM; its authorities may follow it, in any order. */
    certificatePem: Input<string>;
    /** Its private key in PEM: PKCS#8 (`privateKeyPemPkcs8` of @pulumi/tls), PKCS#1 or SEC1. */
    privateKeyPem: Input<string>;
    /** What the key is encrypted with. @default it is not */
    privateKeyPassphrase?: Input<string | undefined> | undefined;
    /** Authorities between the certificate and its root in PEM, in any order. @default none */
    chainPem?: Input<string | undefined> | undefined;
    /** Opens the store and the key in it: `ssl.keystore.password`. In PKCS12 of ASCII only. */
    password: Input<string>;
    /** `JKS` is for Java older than 8u301 and 11.0.12, which does not read PKCS12 with AES. @default "PKCS12" */
    format?: Input<JavaStoreFormat | undefined> | undefined;
    /** `base64` of a `random.RandomBytes` of 32 bytes. Of it the salts are made, which are then the same at every `up`. */
    seed: Input<string>;
}

/** What a trust store is made of. */
export interface JavaTrustStoreArgs {
    /** The certificates of the authorities that signed the brokers' certificates, in PEM. */
    caPem: Input<string>;
    /** Opens the store: `ssl.truststore.password`. @default it needs none */
    password?: Input<string | undefined> | undefined;
    /** `JKS` is for Java older than 8u301 and 11.0.12, which does not read PKCS12 with AES. @default "PKCS12" */
    format?: Input<JavaStoreFormat | undefined> | undefined;
    /** `base64` of a `random.RandomBytes`. A trust store holds nothing secret and needs none. @default none */
    seed?: Input<string | undefined> | undefined;
}

/**
 * A Java key store for `ssl.keystore`, in base64 as `secretBinary` of a SecretVersion takes it, and a secret. The same
 * arguments give the same bytes, so that an update changes nothing; with any of them not known yet, neither is the store.
 *
 * It is checked before it goes anywhere: that the certificate belongs to the key and is valid and for clients, that the
 * chain fits, that it is not too large and that Java opens it. What is wrong fails the update, in words; what will be wrong
 * soon is logged as a warning.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export function javaKeyStore(args: JavaKeyStoreArgs): Output<string> {
    return madeKeyStore("javaKeyStore()", args);
}

/** The same for an argument, which is called so in messages. */
export function madeKeyStore(caller: string, args: JavaKeyStoreArgs): Output<string> {
    const { certificatePem, privateKeyPem, privateKeyPassphrase, chainPem, password, format, seed } = args;
    const texts = { certificatePem, privateKeyPem, privateKeyPassphrase, chainPem, password, seed };
    return secret(
        all([output(texts), output(format)]).apply(([known, chosen]) =>
            checked(caller, { property: "ssl.keystore", password: known.password }, () => {
                const content = { ...known, seed: Buffer.from(known.seed, "base64") };
                return writeKeyStore(formatIn(chosen), content);
            }),
        ),
    );
}

/**
 * A Java trust store for `ssl.truststore`, in base64: for the client property itself, or as `secretBinary` of a
 * SecretVersion. The same arguments give the same bytes. It is secret only where its password is.
 *
 * Amazon MSK needs none: its brokers have certificates that Amazon trusts.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export function javaTrustStore(args: JavaTrustStoreArgs): Output<string> {
    return madeTrustStore("javaTrustStore()", args);
}

/** The same for an argument, which is called so in messages. */
export function madeTrustStore(caller: string, { caPem, password, format, seed }: JavaTrustStoreArgs): Output<string> {
    return all([output({ caPem, password, seed }), output(format)]).apply(([known, chosen]) =>
        checked(caller, { property: "ssl.truststore", password: known.password }, () => {
            const bytes = known.seed === undefined ? undefined : Buffer.from(known.seed, "base64");
            return writeTrustStore(formatIn(chosen), { ...known, seed: bytes });
        }),
    );
}

/** A store that exists as a file. */
export interface StoreFile {
    readonly base64: Input<string>;
    readonly password: Input<string> | undefined;
    readonly keyPassword?: Input<string> | undefined;
}

/** The file in base64, once it was read as Java would and nothing is wrong with it. */
export function checkedStore(caller: string, property: StoreUse["property"], file: StoreFile): Output<string> {
    return output({ ...file }).apply(({ base64, password, keyPassword }) => {
        const use = { property, password };
        const options = { keyPassword, withKeys: property === "ssl.keystore" };
        return accepted(caller, use, readStoreText(base64, password, options), base64);
    });
}

function formatIn(chosen: JavaStoreFormat | undefined): JavaStoreFormat {
    if (chosen === undefined || chosen === "PKCS12" || chosen === "JKS") return chosen ?? "PKCS12";
    throw withoutStack(new RunError('format is neither "PKCS12" nor "JKS", the two that AWS IoT takes'));
}

/** What was written, once it was read again as Java would and nothing is wrong with it. */
function checked(caller: string, use: StoreUse, write: () => Buffer): string {
    const store = written(caller, write);
    return accepted(caller, use, readStore(store, use.password), store.toString("base64"));
}

function accepted(caller: string, use: StoreUse, result: StoreResult, base64: string): string {
    const problems = resultProblems(result, use);
    const errors = problems.filter(({ level }) => level === "error");
    if (errors.length > 0) throw refusal(caller, errors);
    for (const { cause, fix } of problems) void log.warn(`${caller}: ${cause} ${fix}`);
    return base64;
}

function written(caller: string, write: () => Buffer): Buffer {
    try {
        return write();
    } catch (error) {
        throw error instanceof StoreError ? refusal(caller, [error.problem]) : error;
    }
}

/** Everything wrong at once. */
function refusal(caller: string, problems: readonly StoreProblem[]): RunError {
    const lines = problems.map(({ code, cause, fix }) => `  ${code}: ${cause}\n    ${fix}`);
    return withoutStack(
        new RunError(`${caller} ${caller.endsWith("()") ? "makes no store" : "cannot be used"}:\n${lines.join("\n")}`),
    );
}

/**
 * An error of which the engine prints the message alone. A stack would be printed too where the error arrives after the
 * program has ended; and on its way through the inputs of a resource Pulumi puts that resource's property before the
 * message, once for every resource.
 */
function withoutStack(error: RunError): RunError {
    const text = error.message;
    error.stack = "";
    return Object.defineProperty(error, "message", { get: () => text, set: () => undefined });
}
