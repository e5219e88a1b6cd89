import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { type AddressInfo, createServer, type Socket } from "node:net";
import type { KerberosLogin, Server } from "../../../kafka/client";
import { askKdc, readKeytab, type Transport } from "../../../kafka/kerberos";
import { application, field, generalString, kerberosTime } from "../../../kafka/kerberos/asn1";
import { integer, sequence } from "../../../kafka/stores/der";
import { keytabOf } from "./keytabOf";

const TIMEOUT = 300;

/** KRB-ERROR with a number. */
function refusal(number: number, text = ""): Buffer {
    const fields = [
        field(0, integer(5)),
        field(1, integer(30)),
        field(4, kerberosTime(new Date(Date.now() - 3600_000))),
        field(5, integer(0)),
        field(6, integer(number)),
        field(9, generalString("REALM")),
        field(11, generalString(text)),
    ];
    return application(30, sequence(...fields));
}

/** A KDC on one port, TCP and UDP, which answers as a test wants; each answer is counted. */
class FakeKdc {
    readonly asked: Transport[] = [];
    private readonly udp = createSocket("udp4");
    private readonly sockets = new Set<Socket>();
    private readonly tcp = createServer((socket) => {
        this.sockets.add(socket);
        socket.on("error", () => undefined);
        socket.on("data", () => {
            this.asked.push("tcp");
            const answer = this.answers.tcp?.();
            if (answer === "close") socket.end();
            else if (answer) socket.write(answer);
        });
    });

    constructor(
        private readonly answers: {
            readonly tcp?: () => Buffer | "close" | undefined;
            readonly udp?: () => Buffer | undefined;
        },
    ) {
        this.udp.on("message", (_, { port, address }) => {
            this.asked.push("udp");
            const answer = this.answers.udp?.();
            if (answer) this.udp.send(answer, port, address);
        });
    }

    async start(): Promise<Server> {
        await new Promise<void>((resolve) => this.tcp.listen(0, "127.0.0.1", resolve));
        const { port } = this.tcp.address() as AddressInfo;
        await new Promise<void>((resolve) => this.udp.bind(port, "127.0.0.1", resolve));
        return { host: "127.0.0.1", port };
    }

    async stop(): Promise<void> {
        for (const socket of this.sockets) socket.destroy();
        this.udp.close();
        await new Promise((resolve) => this.tcp.close(resolve));
    }
}

function framed(message: Buffer): Buffer {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(message.length);
    return Buffer.concat([size, message]);
}

describe("the way to a KDC", () => {
    const kdcs: FakeKdc[] = [];
    afterEach(async () => {
        await Promise.all(kdcs.splice(0).map((kdc) => kdc.stop()));
    });

    const ask = async (transport: Transport, answers: ConstructorParameters<typeof FakeKdc>[0]) => {
        const fake = new FakeKdc(answers);
        kdcs.push(fake);
        const kdc = await fake.start();
        const read = readKeytab(keytabOf([{ principal: "client@REALM" }]));
        assert.ok(read.ok);
        const login: KerberosLogin = {
            mechanism: "GSSAPI",
            principal: "client",
            realm: "REALM",
            keytab: read.keytab,
            serviceName: "kafka",
            kdcs: [kdc],
        };
        const outcome = await askKdc(login, kdc, transport, { timeout: TIMEOUT });
        assert.ok(!outcome.ok);
        return { failure: outcome.failure, asked: fake.asked };
    };

    it("is TCP where the KDC says that its answer is too large for UDP", async () => {
        const { failure, asked } = await ask("udp", {
            udp: () => refusal(52),
            tcp: () => framed(refusal(6, "CLIENT_NOT_FOUND")),
        });
        assert.equal(failure.code, "kdc-client-unknown");
        assert.match(failure.cause, /"CLIENT_NOT_FOUND"/);
        assert.deepEqual(asked, ["udp", "tcp"]);
    });

    it("is tried three times over UDP, since packets get lost", async () => {
        let lost = 2;
        const { failure, asked } = await ask("udp", { udp: () => (lost-- > 0 ? undefined : refusal(6)) });
        assert.equal(failure.code, "kdc-client-unknown");
        assert.equal(asked.length, 3);
    });

    it("ends in time where nobody answers", async () => {
        assert.equal((await ask("udp", {})).failure.code, "kdc-timeout");
        assert.equal((await ask("tcp", {})).failure.code, "kdc-timeout");
    });

    it("waits for an answer that comes in pieces, and not for ever", async () => {
        const whole = framed(refusal(6));
        const { failure } = await ask("tcp", { tcp: () => whole.subarray(0, 20) });
        assert.equal(failure.code, "kdc-timeout");
    });

    it("says so where the connection is closed", async () => {
        assert.equal((await ask("tcp", { tcp: () => "close" })).failure.code, "kdc-closed");
    });

    for (const [what, answer] of [
        ["no answer of Kerberos", Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n")],
        ["an answer of another kind", framed(Buffer.from("300a020101", "hex"))],
        ["a ticket that is none", framed(application(11, sequence(field(0, integer(5)))))],
    ] as const) {
        it(`tells ${what}`, async () => {
            assert.equal((await ask("tcp", { tcp: () => answer })).failure.code, "kdc-not-kerberos");
        });
    }

    it("tells how far the clocks are apart", async () => {
        const { failure } = await ask("tcp", { tcp: () => framed(refusal(37)) });
        assert.equal(failure.code, "kdc-clock-skew");
        assert.match(failure.cause, /3(599|600|601) seconds ahead of the KDC's/);
    });

    for (const [number, code] of [
        [7, "kdc-service-unknown"],
        [12, "kdc-policy"],
        [14, "kdc-encryption"],
        [68, "kdc-wrong-realm"],
        [60, "kdc-error"],
    ] as const) {
        it(`tells the KDC's error ${number} as ${code}`, async () => {
            assert.equal((await ask("tcp", { tcp: () => framed(refusal(number)) })).failure.code, code);
        });
    }
});
