import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { approach, type KerberosLogin, nameOfServer, settingsOf } from "../../../kafka/client";
import { askKdc, type Keytab, readKeytab, type Transport } from "../../../kafka/kerberos";
import { ENCRYPTIONS, HOW_TO_GET_KERBEROS, haveKerberos, Kdc } from "./lab/kdc";
import { type Lab, labOrSkip } from "./lab/lab";

const TRANSPORTS: readonly Transport[] = ["tcp", "udp"];

describe("Kerberos without native code, at an MIT KDC", () => {
    let folder: string;
    let kdc: Kdc;
    before(async function () {
        if (!haveKerberos()) {
            console.log(`  skipped: no KDC was found: ${HOW_TO_GET_KERBEROS}`);
            this.skip();
        }
        this.timeout(30_000);
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-kdc-"));
        kdc = await Kdc.start(folder);
    });
    after(async () => {
        await kdc?.stop();
        if (folder) rmSync(folder, { recursive: true, force: true });
    });

    const loginOf = (principal: string, bytes: Buffer, change: Partial<KerberosLogin> = {}): KerberosLogin => ({
        mechanism: "GSSAPI",
        principal,
        realm: kdc.realm,
        keytab: keytabIn(bytes),
        serviceName: "kafka",
        kdcs: [{ host: "localhost", port: kdc.port }],
        ...change,
    });
    const ask = (login: KerberosLogin, transport: Transport = "tcp") =>
        askKdc(login, login.kdcs[0]!, transport, { timeout: 3000 });
    const failureOf = async (login: KerberosLogin, transport: Transport = "tcp") => {
        const outcome = await ask(login, transport);
        assert.ok(!outcome.ok, "a ticket was given");
        return outcome.failure;
    };

    for (const encryption of ENCRYPTIONS) {
        for (const transport of TRANSPORTS) {
            it(`gets a ticket with a key of ${encryption} over ${transport.toUpperCase()}`, async () => {
                const principal = `only-${encryption}`;
                const outcome = await ask(loginOf(principal, kdc.keytab(principal, [encryption])), transport);
                assert.ok(outcome.ok, outcome.ok ? "" : outcome.failure.cause);
                assert.ok(outcome.value.note.includes(encryption), outcome.value.note);
            });
        }
    }

    it("proves who it is where the KDC asks for it first", async () => {
        const bytes = kdc.keytab("careful/client.lab", ENCRYPTIONS, "+requires_preauth");
        const outcome = await ask(loginOf("careful/client.lab", bytes));
        assert.ok(outcome.ok, outcome.ok ? "" : outcome.failure.cause);
    });

    it("names a principal that the KDC does not know", async () => {
        const { entries } = keytabIn(kdc.keytab("somebody"));
        const renamed = entries.map((entry) => ({ ...entry, principal: `nobody@${kdc.realm}` }));
        const failure = await failureOf(loginOf("nobody", kdc.keytab("somebody"), { keytab: { entries: renamed } }));
        assert.equal(failure.code, "kdc-client-unknown");
        assert.match(failure.cause, /nobody@LAB\.TEST.*Kerberos error 6/);
    });

    for (const attributes of ["+requires_preauth", "-requires_preauth"]) {
        it(`names a key that is no longer the current one (${attributes})`, async () => {
            const principal = attributes.startsWith("+") ? "changed" : "changed-open";
            const old = kdc.keytab(principal, ENCRYPTIONS, attributes);
            kdc.administer(`change_password -randkey ${principal}`);
            const failure = await failureOf(loginOf(principal, old));
            assert.equal(failure.code, "kdc-key-stale");
            assert.match(failure.fix, /Export the keytab again/);
        });
    }

    it("names a realm that the KDC does not serve", async () => {
        const { entries } = keytabIn(kdc.keytab("traveller"));
        const abroad = entries.map((entry) => ({ ...entry, principal: "traveller@ELSE.TEST" }));
        const login = loginOf("traveller", kdc.keytab("traveller"), {
            realm: "ELSE.TEST",
            keytab: { entries: abroad },
        });
        const failure = await failureOf(login);
        // Other KDCs answer with "wrong realm"; this one looks for the client first.
        assert.equal(failure.code, "kdc-client-unknown");
        assert.match(failure.fix, /sasl\.kerberos\.krb5\.realm/);
    });

    it("names a principal that is locked", async () => {
        const bytes = kdc.keytab("locked");
        kdc.administer("modprinc -allow_tix locked");
        assert.equal((await failureOf(loginOf("locked", bytes))).code, "kdc-client-locked");
    });

    it("names a principal whose key has expired", async () => {
        const bytes = kdc.keytab("aged");
        kdc.administer('modprinc -pwexpire "2001-01-01" aged');
        assert.equal((await failureOf(loginOf("aged", bytes))).code, "kdc-key-expired");
    });

    it("says what a keytab has instead of the principal, and instead of AES", async () => {
        const other = await failureOf(loginOf("client", kdc.keytab("somebody")));
        assert.equal(other.code, "keytab-no-principal");
        assert.match(other.cause, /no key of client@LAB\.TEST; it has keys of somebody@LAB\.TEST/);
        const { entries } = keytabIn(kdc.keytab("somebody"));
        const weak = { entries: entries.map((entry) => ({ ...entry, encryption: 23 })) };
        const failure = await failureOf(loginOf("somebody", kdc.keytab("somebody"), { keytab: weak }));
        assert.equal(failure.code, "keytab-no-aes");
        assert.match(failure.cause, /rc4-hmac/);
    });

    it("names a clock that differs too much, and by how many seconds", async () => {
        const bytes = kdc.keytab("late", ENCRYPTIONS, "+requires_preauth");
        const now = Date.now;
        Date.now = () => now() + 20 * 60 * 1000;
        try {
            const failure = await failureOf(loginOf("late", bytes));
            assert.equal(failure.code, "kdc-clock-skew");
            assert.match(failure.cause, /1(199|200|201) seconds ahead of the KDC's/);
        } finally {
            Date.now = now;
        }
    });

    for (const transport of TRANSPORTS) {
        it(`hears at once that nothing listens on the port over ${transport.toUpperCase()}`, async () => {
            const login = loginOf("somebody", kdc.keytab("somebody"), { kdcs: [{ host: "localhost", port: 1 }] });
            assert.equal((await failureOf(login, transport)).code, "kdc-refused");
        });

        it(`hears that the KDC's name does not resolve (${transport.toUpperCase()})`, async () => {
            const kdcs = [{ host: "kdc.example.invalid", port: 88 }];
            const failure = await failureOf(loginOf("somebody", kdc.keytab("somebody"), { kdcs }), transport);
            assert.equal(failure.code, "kdc-unknown-host");
        });
    }

    it("shows nothing of a key in any of its failures", async () => {
        const bytes = kdc.keytab("quiet", ENCRYPTIONS, "+requires_preauth");
        kdc.administer("change_password -randkey quiet");
        const text = JSON.stringify(await failureOf(loginOf("quiet", bytes)));
        for (const { key } of keytabIn(bytes).entries) {
            for (const form of ["hex", "base64"] as const) assert.ok(!text.includes(key.toString(form)));
        }
    });
});

describe("Kerberos without native code, at a broker", () => {
    let lab: Lab;
    before(async function () {
        lab = await labOrSkip(this);
        process.env.KRB5_CONFIG = lab.kdc.configuration;
    });

    for (const encryption of ENCRYPTIONS) {
        it(`logs in with a keytab of ${encryption} only`, async () => {
            const principal = `log-in-${encryption}`;
            const keytab = lab.kdc.keytab(principal, [encryption], "+requires_preauth").toString("base64");
            const changed = {
                "sasl.kerberos.keytab": keytab,
                "sasl.kerberos.principal": `${principal}@${lab.kdc.realm}`,
            };
            const { settings } = settingsOf({ ...lab.modes.GSSAPI, ...changed });
            const { attempts, cluster } = await approach(settings!, settings!.servers[0]!);
            assert.equal(attempts.at(-1)?.failure, undefined);
            assert.ok(cluster);
        });
    }

    it("takes the second KDC of krb5.conf where the first is not there", async () => {
        const { settings } = settingsOf(lab.modes.GSSAPI);
        const login = settings!.login as KerberosLogin;
        const kdcs = [{ host: "localhost", port: 1 }, ...login.kdcs];
        const { attempts } = await approach({ ...settings!, login: { ...login, kdcs } }, settings!.servers[0]!);
        assert.equal(attempts.at(-1)?.failure, undefined);
    });

    it("names the broker's principal that the KDC does not know", async () => {
        const { settings } = settingsOf({ ...lab.modes.GSSAPI, "sasl.kerberos.service.name": "kafkax" });
        const { attempts } = await approach(settings!, settings!.servers[0]!);
        const { step, failure, target } = attempts.at(-1)!;
        assert.deepEqual(
            [step, failure?.code, target],
            ["sasl", "kdc-service-unknown", nameOfServer(settings!.servers[0]!)],
        );
        assert.match(failure!.cause, /kafkax\/localhost@LAB\.TEST/);
    });
});

function keytabIn(bytes: Buffer): Keytab {
    const read = readKeytab(bytes);
    assert.ok(read.ok);
    return read.keytab;
}
