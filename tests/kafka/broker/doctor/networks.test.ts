import assert from "node:assert/strict";
import dns from "node:dns/promises";
import type { DoctorReport } from "../../../../kafka/doctor";
import { deafServer } from "../lab/deafServer";
import { examineOne, failuresIn } from "../lab/examineOne";
import { type Lab, labOrSkip, MODES } from "../lab/lab";
import { forwarder, silentServer, type TestServer } from "../lab/servers";
import { changed } from "./mistake";

const TIMEOUT = 1500;
/** Beyond the time-out: what a machine with little time needs to notice, and less than a second time-out. */
const SLACK = 1200;

describe("the doctor in broken networks", () => {
    let lab: Lab;
    const servers: TestServer[] = [];
    before(async function () {
        lab = await labOrSkip(this);
        await lab.topic("networks");
    });
    afterEach(async () => {
        for (const server of servers.splice(0)) await server.close();
    });

    const keep = <Server extends TestServer>(server: Server): Server => {
        servers.push(server);
        return server;
    };
    const tryServers = async (bootstrap: string, timeout = TIMEOUT) => {
        const since = performance.now();
        const properties = changed(lab, "SCRAM-SHA-512", { "bootstrap.servers": bootstrap });
        const report = await examineOne(properties, { topic: "networks", timeout });
        const took = performance.now() - since;
        assert.ok(took < timeout + SLACK, `${took} ms of ${timeout}`);
        return report;
    };

    it("tells a host that drops packets, in time", async () => {
        const { port } = keep(await deafServer());
        const report = await tryServers(`localhost:${port}`);
        assert.deepEqual(told(report), [`tcp localhost:${port} connect-timeout`]);
    });

    it("tells a port that is half open, in time", async () => {
        const { port } = keep(await silentServer());
        assert.deepEqual(told(await tryServers(`localhost:${port}`)), [`tls localhost:${port} tls-timeout`]);
    });

    it("goes on with the other servers meanwhile", async () => {
        const [deaf, silent] = [keep(await deafServer()), keep(await silentServer())];
        const good = `localhost:${lab.broker.ports.sasl}`;
        const report = await tryServers(`localhost:${deaf.port},localhost:${silent.port},${good}`);
        assert.deepEqual(told(report), [
            `tcp localhost:${deaf.port} connect-timeout`,
            `tls localhost:${silent.port} tls-timeout`,
        ]);
        for (const step of ["tcp", "tls", "sasl", "metadata"] as const)
            assert.equal(stepOf(report, step, good)?.ok, true);
        assert.equal(stepOf(report, "topic", "networks")?.ok, true);
    });

    it("tells where a broker stopped in the middle, in time, wherever that is", async () => {
        const codes = new Set<string>();
        for (const freezeAfter of [0, 200, 1100, 1500, 1800, 2200, 2600]) {
            const { port } = keep(await forwarder(lab.broker.ports.sasl, { freezeAfter }));
            const report = await tryServers(`localhost:${port}`, 800);
            assert.equal(report.ok, false, `${freezeAfter}`);
            const own = failuresIn(report).filter(({ target }) => target === `localhost:${port}`);
            assert.equal(own.length, 1, JSON.stringify(report.steps, null, 1));
            codes.add(`${own[0]!.step} ${own[0]!.code}`);
        }
        assert.ok(codes.has("tls tls-timeout") && codes.size > 1, [...codes].join());
    });

    it("tells where a broker closed the connection in the middle", async () => {
        const codes = new Set<string>();
        for (const cutAfter of [0, 200, 1100, 1500, 1800, 2200, 2600]) {
            const { port } = keep(await forwarder(lab.broker.ports.sasl, { cutAfter }));
            const report = await tryServers(`localhost:${port}`);
            const own = failuresIn(report).filter(({ target }) => target === `localhost:${port}`);
            assert.ok(own.length === 1 || report.ok, JSON.stringify(report.steps, null, 1));
            for (const { step, code } of own) codes.add(`${step} ${code}`);
        }
        assert.ok(codes.size > 1, [...codes].join());
    });

    it("tells a broker that hangs", async () => {
        lab.broker.pause();
        try {
            const report = await tryServers(`localhost:${lab.broker.ports.sasl}`);
            assert.deepEqual(
                failuresIn(report).map(({ step }) => step),
                ["tls"],
            );
        } finally {
            lab.broker.resume();
        }
    });

    it("hangs in no way to log in when the broker hangs", async () => {
        lab.broker.pause();
        try {
            for (const mode of MODES) {
                const since = performance.now();
                const report = await examineOne(lab.modes[mode], {
                    topic: "networks",
                    timeout: TIMEOUT,
                    produce: true,
                });
                assert.equal(report.ok, false);
                assert.ok(performance.now() - since < TIMEOUT + SLACK);
            }
        } finally {
            lab.broker.resume();
        }
    });

    it("tries one address of a name after the other, and names those that do not answer", async () => {
        const port = lab.broker.ports.sasl;
        const restore = answer("localhost", ["127.0.0.3", "127.0.0.4", "127.0.0.1"]);
        try {
            const report = await tryServers(`localhost:${port}`);
            assert.deepEqual(told(report), []);
            const [found, reached] = [stepOf(report, "dns", "localhost"), stepOf(report, "tcp", `localhost:${port}`)];
            assert.match(found!.cause, /127\.0\.0\.3, 127\.0\.0\.4, 127\.0\.0\.1/);
            assert.match(reached!.cause, /127\.0\.0\.1; no connection to 127\.0\.0\.3, 127\.0\.0\.4/);
        } finally {
            restore();
        }
    });

    it("says so when none of the addresses answers", async () => {
        const restore = answer("localhost", ["127.0.0.3", "127.0.0.4"]);
        try {
            const report = await tryServers(`localhost:${lab.broker.ports.sasl}`);
            const [failure] = failuresIn(report);
            assert.equal(failure?.code, "port-refused");
            assert.match(failure!.cause, /127\.0\.0\.3, 127\.0\.0\.4/);
        } finally {
            restore();
        }
    });

    it("tells a name server that does not answer, in time", async () => {
        const { lookup } = dns;
        dns.lookup = (() => new Promise(() => undefined)) as unknown as typeof lookup;
        try {
            assert.deepEqual(told(await tryServers("broker.example.com:9096")), [
                "dns broker.example.com host-no-answer",
            ]);
        } finally {
            dns.lookup = lookup;
        }
    });
});

/** Has a name resolve to these addresses. */
function answer(host: string, addresses: readonly string[]): () => void {
    const { lookup } = dns;
    dns.lookup = (async (name: string, ...rest: unknown[]) => {
        if (name === host) return addresses.map((address) => ({ address, family: 4 }));
        return (lookup as (...given: unknown[]) => unknown)(name, ...rest);
    }) as unknown as typeof lookup;
    return () => {
        dns.lookup = lookup;
    };
}

function told(report: DoctorReport): string[] {
    return failuresIn(report).map(({ step, target, code }) => `${step} ${target} ${code}`);
}

function stepOf({ steps }: DoctorReport, step: string, target: string) {
    return steps.find((one) => one.step === step && one.target === target);
}
