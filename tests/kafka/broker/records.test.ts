import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { COMPRESSIONS, connect, type KafkaClient, settingsOf } from "../../../kafka/client";
import { type KafkaRecord, ruleOf, simulate } from "../../../simulator";
import type { JavaRecord } from "./lab/javaClient";
import { type Lab, labOrSkip, MODES } from "./lab/lab";

const PARTITIONS = 7;

/** Records that are easily bent on the way: bytes that are no text, headers in an odd order, keys of all kinds. */
const PUBLICATIONS: readonly {
    readonly sql: string;
    readonly key?: string;
    readonly partition?: string;
    readonly payload: string | Buffer;
}[] = [
    {
        sql: "SELECT *, topic(2) AS device FROM 'devices/+/data'",
        key: "${topic(2)}",
        payload: '{"temp":21.5,"at":"Zürich 🚀"}',
    },
    { sql: "SELECT * FROM 'devices/+/data'", key: "${name}", payload: '{"name":"ключ-🔑","n":12345678901234567890}' },
    { sql: "SELECT * FROM 'devices/+/data'", key: "", payload: "{}" },
    { sql: "SELECT * FROM 'devices/+/data'", payload: `{"long":"${"abc ".repeat(20_000)}"}` },
    {
        sql: "SELECT * FROM 'devices/+/data'",
        partition: "3",
        key: "k",
        payload: Buffer.from([0, 255, 128, 10, 13, 0xed, 0xa0]),
    },
];

const HEADERS = [
    { key: "2", value: "second" },
    { key: "1", value: "${topic(1)}" },
    { key: "2", value: "again" },
    { key: "__proto__", value: "ok" },
    { key: "öäü🎈", value: "" },
];

describe("records sent with the client properties of a rule", () => {
    let lab: Lab;
    before(async function () {
        lab = await labOrSkip(this);
        process.env.KRB5_CONFIG = lab.kdc.configuration;
    });

    for (const mode of MODES) {
        for (const compression of COMPRESSIONS) {
            it(`are read by a Java consumer as they were simulated: ${mode}, ${compression}`, async () => {
                const topic = await lab.topic(`records-${mode}-${compression}`, PARTITIONS);
                const records = PUBLICATIONS.map((publication) => simulated(topic, publication));
                await sendAll(lab.modes[mode], compression, records);
                const { records: found } = await lab.java.ask({ do: "consume", topic, properties: lab.plaintext });
                assert.deepEqual(sorted(found!.map(asRead)), sorted(records.map(asSimulated)));
                assert.deepEqual(storedCodecs(lab, topic), new Set([COMPRESSIONS.indexOf(compression)]));
            });
        }
    }

    it("are one batch where they are sent together, and a null value stays one", async () => {
        const topic = await lab.topic("records-together");
        const client = await connected({ ...lab.modes.PLAIN, acks: "all", "compression.type": "lz4" });
        const many = Array.from({ length: 500 }, (_, index) => ({
            key: index % 3 === 0 ? null : Buffer.from(`${index}`),
            value: index % 5 === 0 ? null : Buffer.alloc(index, index),
            headers: [{ key: "nothing", value: null }],
            timestamp: 1_700_000_000_000 - index * 1000,
        }));
        const sent = await client.produceAll(topic, 0, many);
        await client.close();
        assert.ok(sent.ok, sent.ok ? "" : sent.failure.cause);
        assert.equal(sent.value.baseOffset, 0n);
        const { records } = await lab.java.ask({ do: "consume", topic, properties: lab.plaintext });
        const expected = many.map(({ key, value, timestamp }, offset) => ({
            partition: 0,
            offset,
            timestamp,
            key: key?.toString("base64") ?? null,
            value: value?.toString("base64") ?? null,
            headers: [["nothing", null]],
        }));
        assert.deepEqual(records, expected);
    });

    it("arrive with acks 0 too, before the client is closed", async () => {
        const topic = await lab.topic("records-unconfirmed");
        const client = await connected({ ...lab.modes["SCRAM-SHA-512"], acks: "0" });
        const sent = await client.produce({ topic, key: null, value: Buffer.from("x") });
        await client.close();
        assert.deepEqual(sent.ok && sent.value.baseOffset, undefined);
        const { records } = await lab.java.ask({ do: "consume", topic, properties: lab.plaintext });
        assert.equal(records?.length, 1);
    });
});

function simulated(topic: string, { sql, key, partition, payload }: (typeof PUBLICATIONS)[number]): KafkaRecord {
    const kafka = { topic, headers: HEADERS, ...(key === undefined ? {} : { key }), ...(partition && { partition }) };
    const rule = ruleOf({ sql, awsIotSqlVersion: "2016-03-23", actions: [{ kafka }] });
    const simulation = simulate(rule, { topic: "devices/d-1/data", payload }, { partitions: PARTITIONS });
    assert.ok(simulation.matched);
    const [action] = simulation.actions;
    assert.ok(action?.record, action?.error?.message);
    return action.record;
}

async function connected(properties: Readonly<Record<string, string>>): Promise<KafkaClient> {
    const { settings, problems } = settingsOf(properties);
    assert.deepEqual(
        problems.filter(({ level }) => level === "error"),
        [],
    );
    const outcome = await connect(settings!);
    assert.ok(outcome.ok, outcome.ok ? "" : outcome.failure.cause);
    return outcome.value;
}

async function sendAll(
    properties: Readonly<Record<string, string>>,
    compression: string,
    records: readonly KafkaRecord[],
) {
    const client = await connected({ ...properties, "compression.type": compression });
    for (const { topic, key, partition, headers, valueBase64 } of records) {
        const sent = await client.produce({
            topic,
            key: key === null ? null : Buffer.from(key),
            value: Buffer.from(valueBase64, "base64"),
            headers: headers.map((header) => ({ key: header.key, value: Buffer.from(header.value) })),
            ...(typeof partition === "number" ? { partition } : {}),
        });
        assert.ok(sent.ok, sent.ok ? "" : sent.failure.cause);
        // Where the key alone decides, the producer by itself finds the same partition.
        if (typeof partition === "number") assert.equal(sent.value.partition, partition);
    }
    await client.close();
}

/** The codecs of the first batches in the broker's own files, by the numbers of Kafka: those of the list, in its order. */
function storedCodecs({ folder }: Lab, topic: string): Set<number> {
    const data = join(folder, "broker", "data");
    const files = readdirSync(data)
        .filter((name) => new RegExp(`^${topic}-\\d+$`).test(name))
        .map((name) => readFileSync(join(data, name, `${"0".repeat(20)}.log`)));
    return new Set(files.filter(({ length }) => length > 0).map((file) => file.readInt16BE(21) & 7));
}

function asRead({ key, value, headers, partition }: JavaRecord) {
    return { key, value, headers, partition: key === null ? "any" : partition };
}

function asSimulated({ key, valueBase64, headers, partition }: KafkaRecord): ReturnType<typeof asRead> {
    return {
        key: key === null ? null : Buffer.from(key).toString("base64"),
        value: valueBase64,
        headers: headers.map((header) => [header.key, Buffer.from(header.value).toString("base64")]),
        partition: partition as number | "any",
    };
}

function sorted<T>(records: readonly T[]): string[] {
    return records.map((record) => JSON.stringify(record)).sort();
}
