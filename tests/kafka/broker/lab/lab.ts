import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOW_TO_GET_JAVA, haveJava } from "../../../../scripts/java";
import { Certificates, keyStoreOf, STORE_PASSWORD, trustStoreOf } from "./authority";
import { Broker, USER, USER_PASSWORD } from "./broker";
import { HOW_TO_GET_KAFKA, kafkaJars } from "./jars";
import { JavaClient } from "./javaClient";
import { javaProperties, type Resolved } from "./javaProperties";
import { HOW_TO_GET_KERBEROS, haveKerberos, Kdc } from "./kdc";

/** A broker, a KDC and a Java client, all running, with what is needed to talk to them. */
export interface Lab {
    /** For files of the run. */
    readonly folder: string;
    readonly jars: string;
    readonly certificates: Certificates;
    readonly kdc: Kdc;
    readonly broker: Broker;
    readonly java: JavaClient;
    /** Client properties that work, by the way to log in. */
    readonly modes: Readonly<Record<Mode, Resolved>>;
    /** For a client on the listener without encryption. */
    readonly plaintext: Readonly<Record<string, string>>;
    /** A new topic. */
    topic(name: string, partitions?: number): Promise<string>;
    /** What the Java producer says, configured by the same properties. @param milliseconds that it waits for a broker */
    produceByJava(
        resolved: Resolved,
        job: Readonly<Record<string, unknown>>,
        milliseconds?: number,
    ): ReturnType<JavaClient["ask"]>;
}

/** The four ways to log in that AWS IoT has. */
export type Mode = "mTLS" | "PLAIN" | "SCRAM-SHA-512" | "GSSAPI";

export const MODES: readonly Mode[] = ["mTLS", "PLAIN", "SCRAM-SHA-512", "GSSAPI"];

let started: Promise<Running> | undefined;

interface Running {
    readonly lab: Lab;
    stop(): Promise<void>;
}

/** The laboratory, started when it is first asked for and shared by all tests of a run. @throws Error saying what is missing */
export async function lab(): Promise<Lab> {
    started ??= startLab();
    return (await started).lab;
}

/** In `before`: has the laboratory started, or skips the tests and says what is missing. */
export async function labOrSkip(context: Mocha.Context): Promise<Lab> {
    const missing = whatIsMissing();
    if (missing !== undefined) {
        console.log(`  skipped: ${missing}`);
        context.skip();
    }
    context.timeout(180_000);
    return lab();
}

/** What cannot be had here, with how to get it. */
export function whatIsMissing(): string | undefined {
    if (process.platform === "win32") return "the laboratory needs Linux or macOS";
    if (!haveJava()) return `no Java was found: ${HOW_TO_GET_JAVA}`;
    if (kafkaJars() === undefined) return `no Apache Kafka was found: ${HOW_TO_GET_KAFKA}`;
    if (!haveKerberos()) return `no KDC was found: ${HOW_TO_GET_KERBEROS}`;
    return undefined;
}

// Root hook: this module may be used by many files of tests.
if (typeof after === "function") {
    after("the laboratory is stopped", async function () {
        this.timeout(20_000);
        const running = await started?.catch(() => undefined);
        await running?.stop();
    });
}

async function startLab(): Promise<Running> {
    const missing = whatIsMissing();
    if (missing !== undefined) throw new Error(missing);
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-lab-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    const jars = kafkaJars()!;
    const certificates = new Certificates();
    const kdc = await Kdc.start(join(folder, "kdc"));
    const { KRB5_CONFIG: formerly } = process.env;
    process.env.KRB5_CONFIG = kdc.configuration;
    const java = JavaClient.start(jars, folder, kdc.configuration);
    const broker = await Broker.start({ folder: join(folder, "broker"), jars, certificates, kdc });
    const files = join(folder, "files");
    mkdirSync(files);
    const plaintext = { "bootstrap.servers": `localhost:${broker.ports.plaintext}` };
    const user = await java.ask({ do: "user", user: USER, password: USER_PASSWORD, properties: plaintext });
    if (!user.ok) throw new Error(user.error);
    return {
        lab: {
            folder,
            jars,
            certificates,
            kdc,
            broker,
            java,
            modes: modesOf(broker, kdc, certificates),
            plaintext,
            async topic(name, partitions = 1) {
                const { ok, error } = await java.ask({ do: "topic", topic: name, partitions, properties: plaintext });
                if (!ok) throw new Error(error);
                return name;
            },
            produceByJava: (resolved, job, milliseconds) =>
                java.ask({ ...job, do: "produce", properties: javaProperties(resolved, files, milliseconds) }),
        },
        async stop() {
            await Promise.all([java.stop(), broker.stop()]);
            await kdc.stop();
            if (formerly === undefined) delete process.env.KRB5_CONFIG;
            else process.env.KRB5_CONFIG = formerly;
        },
    };
}

function modesOf(broker: Broker, kdc: Kdc, { authority, client }: Certificates): Lab["modes"] {
    const { mtls, sasl } = broker.ports;
    const trust = {
        "ssl.truststore": trustStoreOf([authority]).toString("base64"),
        "ssl.truststore.password": STORE_PASSWORD,
    };
    const overSasl = (mechanism: string) => ({
        "bootstrap.servers": `localhost:${sasl}`,
        "security.protocol": "SASL_SSL",
        "sasl.mechanism": mechanism,
        ...trust,
    });
    return {
        mTLS: {
            "bootstrap.servers": `localhost:${mtls}`,
            "security.protocol": "SSL",
            ...trust,
            "ssl.keystore": keyStoreOf(client, [authority]).toString("base64"),
            "ssl.keystore.password": STORE_PASSWORD,
            "ssl.key.password": STORE_PASSWORD,
        },
        PLAIN: { ...overSasl("PLAIN"), "sasl.plain.username": USER, "sasl.plain.password": USER_PASSWORD },
        "SCRAM-SHA-512": {
            ...overSasl("SCRAM-SHA-512"),
            "sasl.scram.username": USER,
            "sasl.scram.password": USER_PASSWORD,
        },
        GSSAPI: {
            ...overSasl("GSSAPI"),
            "sasl.kerberos.service.name": "kafka",
            "sasl.kerberos.krb5.kdc": "localhost",
            "sasl.kerberos.krb5.realm": kdc.realm,
            "sasl.kerberos.principal": "kafka-keytab/client.lab",
            "sasl.kerberos.keytab": kdc.keytab("kafka-keytab/client.lab").toString("base64"),
        },
    };
}
