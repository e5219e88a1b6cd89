import assert from "node:assert/strict";
import { createServer } from "node:net";
import { type Approach, approach, type ClientSettings, type Login } from "../../../kafka/client";
import { array, int16, int32, sized, string } from "../../../kafka/client/bytes";
import { issue, SERVER_AUTH } from "../stores/issue";
import { AUTHORITY, FakeBroker, type FakeBrokerOptions, metadata, settingsFor } from "./fakeBroker";

const PLAIN: Login = { mechanism: "PLAIN", username: "user", password: "pass-word-1" };
const TIMEOUT = 400;

describe("the way to a broker", () => {
    const brokers: FakeBroker[] = [];
    afterEach(async () => {
        await Promise.all(brokers.splice(0).map((broker) => broker.stop()));
    });

    const goTo = async (
        options: FakeBrokerOptions,
        change: Partial<ClientSettings> = {},
        topic = "t",
    ): Promise<Approach> => {
        const broker = await FakeBroker.start(options);
        brokers.push(broker);
        const settings = settingsFor(broker.port, change);
        return await approach(settings, settings.servers[0]!, { topic, timeout: TIMEOUT });
    };

    it("tells each step of it, and what the broker says of the cluster and the topic", async () => {
        const { attempts, cluster } = await goTo({}, { login: PLAIN });
        assert.deepEqual(
            attempts.map(({ step, failure }) => [step, failure?.code]),
            ["dns", "tcp", "tls", "sasl", "metadata"].map((step) => [step, undefined]),
        );
        assert.equal(cluster?.brokers.length, 1);
        assert.ok(cluster?.topic?.ok);
        assert.deepEqual(
            cluster.topic.value.partitions.map(({ partition }) => partition),
            [0, 1],
        );
    });

    it("leaves no connection open", async () => {
        await goTo({}, { login: PLAIN });
        await goTo({ answer: ({ key }) => (key === 3 ? "silence" : undefined) });
        await new Promise((resolve) => setTimeout(resolve, 50));
        assert.deepEqual(
            brokers.map(({ connections }) => connections),
            [0, 0],
        );
    });

    const SILENT: readonly [string, FakeBrokerOptions["answer"], Partial<ClientSettings>, string][] = [
        ["the first request", () => "silence", {}, "metadata request-timeout"],
        ["the first request of a login", () => "silence", { login: PLAIN }, "sasl request-timeout"],
        [
            "the handshake of SASL",
            ({ key }) => (key === 17 ? "silence" : undefined),
            { login: PLAIN },
            "sasl request-timeout",
        ],
        ["the password", ({ key }) => (key === 36 ? "silence" : undefined), { login: PLAIN }, "sasl request-timeout"],
        ["metadata", ({ key }) => (key === 3 ? "silence" : undefined), {}, "metadata request-timeout"],
    ];
    for (const [what, answer, change, expected] of SILENT) {
        it(`ends in time where the broker does not answer ${what}`, async () => {
            assert.equal(last(await goTo({ answer }, change)), expected);
        });
    }

    const CLOSING: readonly [string, FakeBrokerOptions["answer"], Partial<ClientSettings>, string][] = [
        ["right after TLS", () => "close", {}, "tls tls-closed"],
        ["in the login", ({ key }) => (key === 36 ? "close" : undefined), { login: PLAIN }, "sasl login-closed"],
        [
            "at the first request without a login",
            ({ key }) => (key === 3 ? "close" : undefined),
            {},
            "metadata listener-wants-login",
        ],
        [
            "after the login",
            ({ key }) => (key === 3 ? "close" : undefined),
            { login: PLAIN },
            "metadata request-closed",
        ],
    ];
    for (const [when, answer, change, expected] of CLOSING) {
        it(`says so where the broker closes the connection ${when}`, async () => {
            assert.equal(last(await goTo({ answer }, change)), expected);
        });
    }

    it("tells which mechanisms the listener has instead", async () => {
        const mechanisms = array(["SCRAM-SHA-512", "AWS_MSK_IAM"].map((name) => string(name)));
        const answer: FakeBrokerOptions["answer"] = ({ key }) =>
            key === 17 ? Buffer.concat([int16(33), mechanisms]) : undefined;
        const { attempts } = await goTo({ answer }, { login: PLAIN });
        const { failure } = attempts.at(-1)!;
        assert.equal(failure?.code, "mechanism-not-enabled");
        assert.match(failure.cause, /but SCRAM-SHA-512 and AWS_MSK_IAM/);
        assert.match(failure.fix, /sasl\.mechanism to SCRAM-SHA-512,/);
    });

    it("shows the broker's words on a refused login, and never the password in them", async () => {
        const text = `no such password: ${PLAIN.mechanism === "PLAIN" ? PLAIN.password : ""}\nfor user`;
        const answer: FakeBrokerOptions["answer"] = ({ key }) =>
            key === 36 ? Buffer.concat([int16(58), string(text), sized(Buffer.alloc(0))]) : undefined;
        const { attempts } = await goTo({ answer }, { login: PLAIN });
        const { failure } = attempts.at(-1)!;
        assert.equal(failure?.code, "login-refused");
        assert.match(failure.cause, /"no such password: \[hidden\] for user"/);
        assert.ok(!JSON.stringify(attempts).includes("pass-word-1"));
    });

    it("sees that a listener takes no login", async () => {
        const answer: FakeBrokerOptions["answer"] = ({ key }) =>
            key === 17 ? Buffer.concat([int16(34), array([])]) : undefined;
        assert.equal(last(await goTo({ answer }, { login: PLAIN })), "sasl listener-without-login");
    });

    for (const [error, code] of [
        [3, "topic-unknown"],
        [17, "topic-name"],
        [29, "topic-denied"],
    ] as const) {
        it(`tells ${code} of a topic, after the way was gone`, async () => {
            const answer: FakeBrokerOptions["answer"] = ({ key }, port) =>
                key === 3 ? metadata(port, "t", error) : undefined;
            const { attempts, cluster } = await goTo({ answer });
            assert.equal(attempts.at(-1)?.failure, undefined);
            assert.equal(cluster?.topic?.ok === false && cluster.topic.failure.code, code);
        });
    }

    it("sees a partition without a leader", async () => {
        const answer: FakeBrokerOptions["answer"] = ({ key }, port) =>
            key === 3 ? metadata(port, "t", 0, -1) : undefined;
        const { cluster } = await goTo({ answer });
        assert.deepEqual(cluster?.topic?.ok && cluster.topic.value.partitions, [{ partition: 0 }, { partition: 1 }]);
    });

    const NONSENSE: readonly [string, Buffer][] = [
        ["too short an answer", Buffer.from([0])],
        ["an array without end", Buffer.concat([int16(0), int32(0x7fffffff)])],
        ["a negative size", Buffer.concat([int16(0), int32(1), int16(-5)])],
    ];
    for (const [what, bytes] of NONSENSE) {
        it(`takes ${what} for something that is no broker`, async () => {
            const answer = () => bytes;
            assert.equal(last(await goTo({ answer }, { login: PLAIN })), "sasl not-kafka");
        });
    }

    it("knows a listener without encryption for what it is", async () => {
        const { attempts } = await goTo({ isPlain: true });
        const { failure } = attempts.at(-1)!;
        assert.equal(failure?.code, "tls-not-spoken");
    });

    it("asks for the client's certificate where the broker does, with either version of TLS", async () => {
        for (const maxVersion of ["TLSv1.2", "TLSv1.3"] as const) {
            const tls = { requestCert: true, rejectUnauthorized: true, ca: AUTHORITY.pem, maxVersion };
            const result = await goTo({ tls });
            assert.match(last(result), /^tls tls-(client-certificate-missing|closed|failed|versions)$/, maxVersion);
        }
    });

    const HOST_CASES = [
        [
            "of another host",
            { hosts: ["other.example"] },
            "tls-host-mismatch",
            /not for localhost, but for other\.example/,
        ],
        [
            "that has expired",
            { hosts: ["localhost"], until: new Date("2021-02-03") },
            "tls-certificate-expired",
            /2021-02-03/,
        ],
        [
            "that is not valid yet",
            { hosts: ["localhost"], from: new Date("2048-02-03") },
            "tls-certificate-not-yet-valid",
            /2048-02-03/,
        ],
    ] as const;
    for (const [what, settings, code, words] of HOST_CASES) {
        it(`refuses a certificate ${what}`, async () => {
            const { keyPem, pem } = issue("broker", { by: AUTHORITY, usages: [SERVER_AUTH], ...settings });
            const { attempts } = await goTo({ tls: { key: keyPem, cert: pem } });
            const { failure } = attempts.at(-1)!;
            assert.equal(failure?.code, code);
            assert.match(failure.cause, words);
        });
    }

    it("trusts nobody but the trust store, and tells who signed", async () => {
        const stranger = issue("strange authority", { ca: true });
        const tls = { ca: [stranger.pem], trust: "ssl.truststore" } as const;
        const { attempts } = await goTo({}, { tls });
        assert.equal(attempts.at(-1)?.failure?.code, "tls-authority-unknown");
        assert.match(attempts.at(-1)!.failure!.cause, /signed by test authority, which ssl\.truststore does not hold/);
    });

    it("sends nothing to a broker whose certificate is not accepted", async () => {
        const { keyPem, pem } = issue("broker", { by: AUTHORITY, usages: [SERVER_AUTH], hosts: ["other.example"] });
        await goTo({ tls: { key: keyPem, cert: pem } }, { login: PLAIN });
        assert.deepEqual(brokers[0]?.requests, []);
    });

    it("ends in time at a port that takes connections and says nothing", async () => {
        const server = createServer(() => undefined);
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        const { port } = server.address() as { port: number };
        const settings = settingsFor(port);
        const result = await approach(settings, settings.servers[0]!, { timeout: TIMEOUT });
        assert.equal(last(result), "tls tls-timeout");
        server.close();
    });

    it("takes the next address of a name where the first does not answer", async () => {
        // localhost is 127.0.0.1 or ::1 or both; the broker listens on one of them.
        const { attempts } = await goTo({});
        assert.equal(attempts.find(({ step }) => step === "tcp")?.failure, undefined);
    });

    it("tells a web server from a broker", async () => {
        const server = createServer((socket) => {
            socket.on("error", () => undefined);
            socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
        });
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        const { port } = server.address() as { port: number };
        const settings = settingsFor(port);
        assert.equal(last(await approach(settings, settings.servers[0]!, { timeout: 2000 })), "tls tls-not-spoken");
        server.close();
    });
});

function last({ attempts }: Approach): string {
    const { step, failure } = attempts.at(-1)!;
    return `${step} ${failure?.code ?? "ok"}`;
}
