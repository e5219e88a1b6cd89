import { spawnSync } from "node:child_process";
import { mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Certificates, keyStoreOf, STORE_PASSWORD, trustStoreOf } from "./authority";
import { start, stop, untilLogged } from "./children";
import { freePorts } from "./freePorts";
import type { Kdc } from "./kdc";

/** Whom the broker knows, by PLAIN and by SCRAM. The password holds what is easily quoted wrongly. */
export const USER = "alice";
export const USER_PASSWORD = 'al1ce-"s3cret\\é';

/** A broker's listeners, each on a port that AWS IoT can reach. */
export interface Ports {
    /** Without encryption: for reading back, and for what must fail. */
    readonly plaintext: number;
    readonly controller: number;
    /** TLS with a client certificate. */
    readonly mtls: number;
    /** TLS with PLAIN, SCRAM-SHA-512 and GSSAPI. */
    readonly sasl: number;
    /** TLS with SCRAM-SHA-512 only, as on Amazon MSK. */
    readonly scram: number;
}

export interface BrokerSettings {
    readonly folder: string;
    /** The class path. */
    readonly jars: string;
    readonly certificates: Certificates;
    readonly kdc: Kdc;
    /** What it calls itself to clients. @default localhost */
    readonly advertised?: string;
}

/** A broker of Apache Kafka that is its own controller. */
export class Broker {
    private constructor(
        readonly ports: Ports,
        private readonly process: ReturnType<typeof start>,
    ) {}

    static async start(settings: BrokerSettings): Promise<Broker> {
        const { folder, jars, kdc } = settings;
        mkdirSync(folder, { recursive: true });
        const ports = await portsOfBroker();
        const file = join(folder, "server.properties");
        writeStores(settings);
        writeFileSync(file, serverProperties(ports, settings));
        format(file, folder, jars);
        const log = join(folder, "broker.log");
        const out = openSync(log, "w");
        const child = start(
            "java",
            [
                ...["-Xms256m", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"],
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                `-Djava.security.krb5.conf=${kdc.configuration}`,
                ...["-cp", jars, "kafka.Kafka", file],
            ],
            { stdio: ["ignore", out, out] },
        );
        await untilLogged(child, log, "Kafka Server started", 60_000);
        return new Broker(ports, child);
    }

    /** Lets it hang without ending it, as a host does that is overloaded. */
    pause(): void {
        this.process.kill("SIGSTOP");
    }

    resume(): void {
        this.process.kill("SIGCONT");
    }

    async stop(): Promise<void> {
        this.resume();
        await stop(this.process);
    }
}

async function portsOfBroker(): Promise<Ports> {
    const [plaintext, controller, mtls, sasl, scram] = (await freePorts(5, 9000, 9100)) as [
        number,
        number,
        number,
        number,
        number,
    ];
    return { plaintext, controller, mtls, sasl, scram };
}

function writeStores({ folder, certificates, kdc }: BrokerSettings): void {
    const { authority, broker } = certificates;
    writeFileSync(join(folder, "broker.p12"), keyStoreOf(broker, [authority]));
    writeFileSync(join(folder, "trust.p12"), trustStoreOf([authority]));
    writeFileSync(join(folder, "broker.keytab"), kdc.keytab("kafka/localhost"));
}

function format(file: string, folder: string, jars: string): void {
    const { status, stderr } = spawnSync(
        "java",
        [
            ...["-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"],
            ...["-cp", jars, "kafka.tools.StorageTool", "format", "--config", file],
            ...["--cluster-id", "MDEyMzQ1Njc4OUFCQ0RFRg"],
        ],
        { cwd: folder, encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`the storage of the broker cannot be formatted:\n${stderr}`);
}

/** As JAAS reads a value, in a Java properties file. */
function inJaas(text: string): string {
    const value = text.replace(/[\\"]/g, "\\$&").replace(/\\/g, "\\\\");
    return value.replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function serverProperties(ports: Ports, { folder, kdc, advertised = "localhost" }: BrokerSettings): string {
    const listeners = [
        ["PLAINTEXT", ports.plaintext],
        ["MTLS", ports.mtls],
        ["SASL", ports.sasl],
        ["SCRAMONLY", ports.scram],
    ] as const;
    const at = (host: string) => listeners.map(([name, port]) => `${name}://${host}:${port}`).join(",");
    const scramModule = "org.apache.kafka.common.security.scram.ScramLoginModule required;";
    const plainModule = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    const kerberosModule = "com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true storeKey=true";
    return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${ports.controller}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listeners=${at("127.0.0.1")},CONTROLLER://127.0.0.1:${ports.controller}
advertised.listeners=${at(advertised)}
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,MTLS:SSL,SASL:SASL_SSL,SCRAMONLY:SASL_SSL
log.dirs=${folder}/data

ssl.keystore.location=${folder}/broker.p12
ssl.keystore.type=PKCS12
ssl.keystore.password=${STORE_PASSWORD}
ssl.truststore.location=${folder}/trust.p12
ssl.truststore.type=PKCS12
ssl.truststore.password=${STORE_PASSWORD}
listener.name.mtls.ssl.client.auth=required

listener.name.sasl.sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-512,GSSAPI
listener.name.scramonly.sasl.enabled.mechanisms=SCRAM-SHA-512
listener.name.sasl.plain.sasl.jaas.config=${plainModule} user_${USER}="${inJaas(USER_PASSWORD)}";
listener.name.sasl.scram-sha-512.sasl.jaas.config=${scramModule}
listener.name.scramonly.scram-sha-512.sasl.jaas.config=${scramModule}
listener.name.sasl.gssapi.sasl.jaas.config=${kerberosModule} keyTab="${folder}/broker.keytab" principal="kafka/localhost@${kdc.realm}";
listener.name.sasl.sasl.kerberos.service.name=kafka

authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
allow.everyone.if.no.acl.found=true
super.users=User:ANONYMOUS

auto.create.topics.enable=false
num.partitions=1
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
log.cleaner.dedupe.buffer.size=2097152
num.network.threads=2
num.io.threads=2
connection.failed.authentication.delay.ms=0
`;
}
