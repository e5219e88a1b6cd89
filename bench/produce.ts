import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMPRESSIONS, connect, type Properties, settingsOf } from "../kafka/client";
import { javaProperties } from "../tests/kafka/broker/lab/javaProperties";
import { lab, whatIsMissing } from "../tests/kafka/broker/lab/lab";

export const about = "records a second into a real broker, ours and those of Java's producer with the same properties";

const RECORDS = 20_000;
/** What a device sends: a little JSON. */
const VALUE = JSON.stringify({
    device: "d-0001",
    at: 1_700_000_000_000,
    readings: Array.from({ length: 12 }, (_, at) => at * 1.5),
});
/** Java's defaults: batch.size of 16 KB, five requests at once. */
const BATCH = Math.floor(16_384 / (VALUE.length + 20));
const AT_ONCE = 5;

export async function run(): Promise<void> {
    const missing = whatIsMissing();
    if (missing !== undefined) {
        console.log(`cannot be measured here: ${missing}`);
        return;
    }
    const { modes, topic, jars, folder, stop } = await withStop();
    try {
        console.log(
            `${RECORDS} records of ${VALUE.length} bytes, SASL_SSL with SCRAM-SHA-512, acks 1, batches of ${BATCH}; the second of two rounds`,
        );
        console.log("compression       ours        Java   records a second");
        for (const compression of COMPRESSIONS) {
            const properties = { ...modes["SCRAM-SHA-512"], "compression.type": compression };
            const name = await topic(`bench-${compression}`);
            const ours = await measureOurs(properties, name);
            const java = measureJava(properties, name, jars, folder);
            console.log(`${compression.padEnd(12)}${perSecond(ours)}${perSecond(java)}`);
        }
        console.log(
            `one at a time, each confirmed: ${await alone(modes["SCRAM-SHA-512"], await topic("bench-alone"))} ms a record`,
        );
    } finally {
        await stop();
    }
}

/** The laboratory of the tests, which they stop by a hook of theirs. */
async function withStop() {
    const running = await lab();
    const stop = async () => {
        await Promise.all([running.java.stop(), running.broker.stop()]);
        await running.kdc.stop();
    };
    return { modes: running.modes, topic: running.topic, jars: running.jars, folder: running.folder, stop };
}

async function measureOurs(properties: Properties, topic: string): Promise<number> {
    const client = await clientOf(properties);
    const value = Buffer.from(VALUE);
    let seconds = 0;
    for (let round = 0; round < 2; round++) {
        const start = performance.now();
        let next = 0;
        const worker = async () => {
            while (next < RECORDS) {
                const from = next;
                next += BATCH;
                const records = Array.from({ length: Math.min(BATCH, RECORDS - from) }, (_, at) => ({
                    key: Buffer.from(`key-${from + at}`),
                    value,
                }));
                const sent = await client.produceAll(topic, 0, records);
                if (!sent.ok) throw new Error(sent.failure.cause);
            }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, worker));
        seconds = (performance.now() - start) / 1000;
    }
    await client.close();
    return seconds;
}

function measureJava(properties: Properties, topic: string, jars: string, folder: string): number {
    const files = join(folder, "bench");
    mkdirSync(files, { recursive: true });
    const path = join(files, "producer.properties");
    const all = { ...javaProperties(properties, files, 30_000) };
    writeFileSync(
        path,
        Object.entries(all)
            .map(([name, value]) => `${name}=${escaped(value)}\n`)
            .join(""),
    );
    const { status, stdout, stderr } = spawnSync(
        "java",
        [
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
            "-cp",
            jars,
            join(__dirname, "ProduceBench.java"),
            path,
            topic,
            `${RECORDS}`,
            VALUE,
        ],
        { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(stderr);
    return Number(stdout.trim().split("\n").at(-1)) / 1e9;
}

/** As a Java properties file reads it. */
function escaped(text: string): string {
    return text
        .replace(/\\/g, "\\\\")
        .replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

async function alone(properties: Properties, topic: string): Promise<string> {
    const client = await clientOf(properties);
    const count = 300;
    let start = 0;
    for (let index = -50; index < count; index++) {
        if (index === 0) start = performance.now();
        await client.produce({ topic, key: null, value: Buffer.from(VALUE) });
    }
    const time = ((performance.now() - start) / count).toFixed(2);
    await client.close();
    return time;
}

async function clientOf(properties: Properties) {
    const { settings } = settingsOf(properties);
    if (!settings) throw new Error("the properties are not enough");
    const connected = await connect(settings, { timeout: 30_000 });
    if (!connected.ok) throw new Error(connected.failure.cause);
    return connected.value;
}

function perSecond(seconds: number): string {
    return Math.round(RECORDS / seconds)
        .toLocaleString("en")
        .padStart(12);
}
