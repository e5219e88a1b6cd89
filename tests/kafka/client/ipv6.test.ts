import assert from "node:assert/strict";
import names from "node:dns/promises";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { approach, type ClientSettings, connect, nameOfServer } from "../../../kafka/client";
import { Deadline } from "../../../kafka/client/deadline";
import { serverListOf } from "../../../kafka/client/serverList";
import { addressFailure, portFailure } from "../../../kafka/client/socketFailures";
import { examine } from "../../../kafka/doctor";
import { issue, SERVER_AUTH } from "../stores/issue";
import { AUTHORITY, FakeBroker, metadata, settingsFor } from "./fakeBroker";

describe("an IPv6 address in bootstrap.servers", () => {
    for (const [text, host, port] of [
        ["[::1]:9092", "::1", 9092],
        ["[2001:db8::17]:9096", "2001:db8::17", 9096],
        ["[::ffff:10.0.0.1]:9094", "::ffff:10.0.0.1", 9094],
    ] as const) {
        it(`is read in brackets, and named so: ${text}`, () => {
            assert.deepEqual(serverListOf(text), { ok: true, servers: [{ host, port }] });
            assert.equal(nameOfServer({ host, port }), text);
            assert.deepEqual(serverListOf(`b-1.example:9094, ${text}`), {
                ok: true,
                servers: [
                    { host: "b-1.example", port: 9094 },
                    { host, port },
                ],
            });
        });
    }

    for (const wrong of [
        "::1:9092",
        "[::1]",
        "[::1]9092",
        "[:::]:9092",
        "[10.0.0.1]:9092",
        "[b-1.example]:9092",
        "[]:1",
    ])
        it(`is refused as ${wrong}`, () => assert.deepEqual(serverListOf(wrong), { ok: false, wrong }));

    it("is named in brackets where it does not answer", () => {
        const server = { host: "fd00::17", port: 9096 };
        for (const code of ["ECONNREFUSED", "timeout", "ENETUNREACH", "EADDRNOTAVAIL"]) {
            const { target, cause } = portFailure(code, server, 100);
            assert.equal(target, "[fd00::17]:9096");
            assert.ok(cause.includes("[fd00::17]:9096"), cause);
        }
        assert.match(addressFailure("ENOTFOUND", "b-1.example", 100).cause, /b-1\.example/);
    });
});

describe("a broker that listens on IPv6 only", () => {
    const certificate = issue("broker", { by: AUTHORITY, hosts: ["localhost", "::1"], usages: [SERVER_AUTH] });
    let broker: FakeBroker;

    before(async function () {
        const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
        if (!addresses.some(({ address }) => address === "::1")) this.skip();
        broker = await FakeBroker.start({
            listensOn: "::1",
            tls: { key: certificate.keyPem, cert: certificate.pem },
            answer: ({ key, body }, port) =>
                key === 3 ? metadata(port, body.array(() => body.string() ?? "")[0] ?? "", 0, 1, "::1") : undefined,
        });
    });
    after(() => broker?.stop());

    const settingsOf = (host: string): ClientSettings => ({
        ...settingsFor(broker.port),
        servers: [{ host, port: broker.port }],
    });

    it("is reached by its address, which its certificate has to show", async () => {
        const settings = settingsOf("::1");
        const { attempts, cluster } = await approach(settings, settings.servers[0]!, { timeout: 2000 });
        assert.deepEqual(
            attempts.map(({ step, failure }) => [step, failure?.code]),
            ["dns", "tcp", "tls", "metadata"].map((step) => [step, undefined]),
        );
        assert.deepEqual(cluster?.brokers, [{ id: 1, host: "::1", port: broker.port }]);
    });

    it("is sent to, and named in brackets", async () => {
        const connected = await connect(settingsOf("::1"), { timeout: 2000 });
        assert.ok(connected.ok);
        const sent = await connected.value.produce({ topic: "t", key: null, value: Buffer.from("value") });
        await connected.value.close();
        assert.ok(sent.ok);
        assert.equal(sent.value.server, `[::1]:${broker.port}`);
    });

    it("is tried by doctor, from bootstrap.servers to the topic", async () => {
        const properties = {
            "bootstrap.servers": `[::1]:${broker.port}`,
            "security.protocol": "SSL",
        };
        const action = { index: 0, properties, topic: "t", partition: undefined, key: undefined, before: [] };
        const { steps } = await examine([action], { deadline: new Deadline(2000), produce: false });
        const found = steps.find(({ step }) => step === "tcp")!;
        assert.deepEqual([found.target, found.ok], [`[::1]:${broker.port}`, true]);
        const tls = steps.find(({ step }) => step === "tls")!;
        // Without a trust store the authority of a test is none that is trusted.
        assert.equal(tls.ok, false);
        assert.ok(tls.target.startsWith("[::1]:"), tls.target);
    });

    it("is refused where its certificate is for another address", async () => {
        const other = await FakeBroker.start({ listensOn: "::1" });
        const settings = { ...settingsFor(other.port), servers: [{ host: "::1", port: other.port }] };
        const { attempts } = await approach(settings, settings.servers[0]!, { timeout: 2000 });
        await other.stop();
        const { failure } = attempts.at(-1)!;
        assert.equal(failure?.step, "tls");
        assert.ok(failure.cause.includes("::1"), failure.cause);
        assert.ok(failure.cause.includes("127.0.0.1"), failure.cause);
    });

    it("is found by a name that has its address beside others", async () => {
        const real = names.lookup;
        const answer = async () => ["127.0.0.1", "::1"].map((address) => ({ address, family: isIP(address) }));
        names.lookup = answer as unknown as typeof real;
        try {
            const settings = settingsOf("localhost");
            const { attempts } = await approach(settings, settings.servers[0]!, { timeout: 2000 });
            const [dns, tcp] = attempts;
            assert.equal(dns?.note, "127.0.0.1, ::1");
            assert.equal(tcp?.note, "::1; no connection to 127.0.0.1");
            assert.equal(attempts.at(-1)!.failure, undefined);
        } finally {
            names.lookup = real;
        }
    });
});
