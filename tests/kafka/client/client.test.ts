import assert from "node:assert/strict";
import { type ClientSettings, connect, type KafkaClient, type Outcome } from "../../../kafka/client";
import { ALL_VERSIONS, FakeBroker, type FakeBrokerOptions, metadata, produced, settingsFor } from "./fakeBroker";

const VALUE = Buffer.from("value");

describe("a client", () => {
    const brokers: FakeBroker[] = [];
    const clients: KafkaClient[] = [];
    afterEach(async () => {
        await Promise.all(clients.splice(0).map((client) => client.close()));
        await Promise.all(brokers.splice(0).map((broker) => broker.stop()));
    });

    const clientOf = async (
        answer?: FakeBrokerOptions["answer"],
        change: Partial<ClientSettings> = {},
        timeout = 500,
    ) => {
        const broker = await FakeBroker.start({ ...(answer ? { answer } : {}) });
        brokers.push(broker);
        const client = given(await connect(settingsFor(broker.port, change), { timeout }));
        clients.push(client);
        return { broker, client };
    };

    it("sends a record and tells where it is", async () => {
        const { broker, client } = await clientOf();
        const delivery = given(await client.produce({ topic: "t", key: Buffer.from("k"), value: VALUE }));
        assert.deepEqual(
            { ...delivery, server: "" },
            { topic: "t", partition: delivery.partition, baseOffset: 5n, server: "" },
        );
        assert.equal(delivery.server, `localhost:${broker.port}`);
    });

    it("asks once for the partitions of a topic, and again where the leader has changed", async () => {
        let refusals = 1;
        const { broker, client } = await clientOf(
            ({ key }) => (key === 0 && refusals-- > 0 ? produced(6) : undefined),
            {},
            3000,
        );
        for (let count = 0; count < 3; count++) {
            given(await client.produce({ topic: "t", key: null, value: VALUE, partition: 1 }));
        }
        assert.equal(broker.requests.filter((key) => key === 3).length, 2);
        assert.equal(broker.requests.filter((key) => key === 0).length, 4);
    });

    it("gives up in time where the leader keeps changing", async () => {
        const { client } = await clientOf(({ key }) => (key === 0 ? produced(6) : undefined));
        assert.equal(codeOf(await client.produce({ topic: "t", key: null, value: VALUE })), "leader-missing");
    });

    for (const [error, code] of [
        [10, "record-too-large"],
        [19, "replicas-too-few"],
        [29, "topic-denied"],
        [32, "record-refused"],
        [76, "record-refused"],
        [87, "record-refused"],
        [9999, "produce-failed"],
    ] as const) {
        it(`tells the broker's error ${error} as ${code}`, async () => {
            const { client } = await clientOf(({ key }) =>
                key === 0 ? produced(error, -1n, "in its words") : undefined,
            );
            const outcome = await client.produce({ topic: "t", key: null, value: VALUE });
            assert.equal(codeOf(outcome), code);
            assert.match(!outcome.ok ? outcome.failure.cause : "", /"in its words"/);
        });
    }

    it("does not send a record to a partition that is not there, or to none with a leader", async () => {
        const { broker, client } = await clientOf();
        for (const partition of [2, -1, 1.5, Number.NaN]) {
            assert.equal(
                codeOf(await client.produce({ topic: "t", key: null, value: VALUE, partition })),
                "partition-unknown",
            );
        }
        assert.ok(!broker.requests.includes(0));
        const leaderless = await clientOf(({ key }, port) => (key === 3 ? metadata(port, "t", 0, -1) : undefined));
        assert.equal(
            codeOf(await leaderless.client.produce({ topic: "t", key: null, value: VALUE })),
            "leader-missing",
        );
    });

    it("waits for nothing with acks 0, and has the record sent by the time it is closed", async () => {
        const { broker, client } = await clientOf(({ key }) => (key === 0 ? "silence" : undefined), { acks: 0 });
        const delivery = given(await client.produce({ topic: "t", key: null, value: VALUE }));
        assert.equal(delivery.baseOffset, undefined);
        await client.close();
        await new Promise((resolve) => setTimeout(resolve, 50));
        assert.ok(broker.requests.includes(0));
    });

    it("ends in time where the broker takes the record and says nothing", async () => {
        const { client } = await clientOf(({ key }) => (key === 0 ? "silence" : undefined), {}, 300);
        assert.equal(codeOf(await client.produce({ topic: "t", key: null, value: VALUE })), "request-timeout");
    });

    it("says so where the broker stops in the middle, and connects again for the next record", async () => {
        let closes = 1;
        const { client } = await clientOf(({ key }) => (key === 0 && closes-- > 0 ? "close" : undefined), {}, 2000);
        assert.equal(codeOf(await client.produce({ topic: "t", key: null, value: VALUE })), "request-closed");
        assert.ok((await client.produce({ topic: "t", key: null, value: VALUE })).ok);
    });

    it("takes the next server where the first is not there, and tells of the first where none is", async () => {
        const broker = await FakeBroker.start();
        brokers.push(broker);
        const settings = settingsFor(broker.port);
        const nobody = { host: "localhost", port: 1 };
        const client = given(await connect(settings, { servers: [nobody, ...settings.servers], timeout: 1000 }));
        clients.push(client);
        assert.ok((await client.topic("t")).ok);
        assert.equal(
            codeOf(await connect(settings, { servers: [nobody, { host: "no.example.invalid", port: 2 }] })),
            "port-refused",
        );
        assert.equal(codeOf(await connect(settings, { servers: [] })), "servers-form");
    });

    it("refuses zstd where the broker is too old for it", async () => {
        const old = Buffer.from(ALL_VERSIONS);
        // The first entry is that of records: its highest version.
        old.writeInt16BE(6, 10);
        const { client } = await clientOf(({ key }) => (key === 18 ? old : undefined), { compression: "zstd" });
        assert.equal(codeOf(await client.produce({ topic: "t", key: null, value: VALUE })), "record-refused");
    });

    it("closes all its connections, and may be closed twice", async () => {
        const { broker, client } = await clientOf();
        given(await client.produce({ topic: "t", key: null, value: VALUE }));
        await client.close();
        await client.close();
        await new Promise((resolve) => setTimeout(resolve, 50));
        assert.equal(broker.connections, 0);
    });
});

function given<T>(outcome: Outcome<T>): T {
    assert.ok(outcome.ok, outcome.ok ? "" : outcome.failure.cause);
    return outcome.value;
}

function codeOf(outcome: Outcome<unknown>): string {
    return outcome.ok ? "ok" : outcome.failure.code;
}
