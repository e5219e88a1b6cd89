import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { issue } from "../../../kafka/stores/issue";
import { reportsIn } from "../../../policies/engine/reports";
import { openTestStack, type StateResource, type TestStack } from "../testStack";

const MINUTE = 60_000;
const PACKS = ["required", "recommended"].flatMap((pack) => [
    "--policy-pack",
    resolve(__dirname, "../../../../policies", pack),
]);
const AUTHORITY = issue("plant authority", { ca: true });
const CLIENT = issue("client", { by: AUTHORITY });
const RENEWED = issue("client", { by: AUTHORITY, key: CLIENT.key, serial: 77 });
const RULE = "aws:iot/topicRule:TopicRule";
/** How the engine writes what is not known yet. */
const NOT_KNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const nameOf = (urn: string) => urn.split("::").at(-1)!;

describe("all modes on the engine", function () {
    this.timeout(15 * MINUTE);
    let stack: TestStack;
    const texts: string[] = [];
    before(async () => {
        stack = await openTestStack("../../components/engine/modes/programs/modes");
        await configure("authority", AUTHORITY.pem);
        await configure("certificate", CLIENT.pem);
        await configure("renewed", RENEWED.pem);
        await configure("key", CLIENT.keyPem, "--secret");
        await set("password", "canary-first-password", "--secret");
        await set("password2", "canary-second-password", "--secret");
    });
    after(() => stack?.close());

    const set = async (name: string, text: string, ...options: string[]) => {
        const { exitCode, stderr } = await stack.pulumi("config", "set", ...options, name, text);
        assert.equal(exitCode, 0, stderr);
    };
    const configure = (name: string, pem: string, ...options: string[]) =>
        set(name, Buffer.from(pem).toString("base64"), ...options);
    const up = async (...more: string[]) => {
        const done = await stack.pulumi("up", "--yes", "--skip-preview", ...more);
        texts.push(done.stdout, done.stderr);
        assert.equal(done.exitCode, 0, done.stdout);
        return done.stdout;
    };

    describe("planned", () => {
        let planned: readonly { readonly urn: string; readonly inputs: Readonly<Record<string, unknown>> }[];
        let stdout: string;
        before(async () => {
            const folder = mkdtempSync(join(tmpdir(), "iot-kafka-modes-"));
            try {
                const plan = join(folder, "plan.json");
                const preview = await stack.pulumi("preview", "--save-plan", plan, "--show-secrets", ...PACKS);
                assert.equal(preview.exitCode, 0, preview.stdout);
                stdout = preview.stdout;
                const { resourcePlans } = JSON.parse(readFileSync(plan, "utf8"));
                planned = Object.entries(resourcePlans).map(([urn, entry]) => ({
                    urn,
                    inputs: (entry as { goal: { inputDiff: { adds?: object } } }).goal.inputDiff.adds ?? {},
                })) as typeof planned;
            } finally {
                rmSync(folder, { recursive: true, force: true });
            }
        });

        it("without a finding in either pack", () => assert.deepEqual(reportsIn(stdout), []));

        it("with every policy document known but those that hold what only AWS knows", () => {
            const documents = planned.filter(({ urn }) => /iam\/role(Policy)?:/.test(urn));
            assert.ok(documents.length > 30);
            const open = documents.filter(({ inputs }) => JSON.stringify(inputs).includes(NOT_KNOWN));
            // The ARN of a new key, and of the key of a secret that is made in the same stack.
            const allowed = /-secret-role-decrypt$|^adopted-secret-role-read$/;
            assert.deepEqual(
                open.map(({ urn }) => nameOf(urn)).filter((name) => !allowed.test(name)),
                [],
            );
        });

        it("with every template known, and one for each secret", () => {
            const templates = (name: string) => {
                const rule = planned.find(({ urn }) => urn.includes(`$${RULE}::`) && nameOf(urn) === name);
                const { inputs } = rule!;
                const kafkas = (inputs.kafkas as { plaintext?: string }).plaintext ?? JSON.stringify(inputs.kafkas);
                return [...kafkas.matchAll(/get_secret\('(\w+)', '(\w+)'(?:, '(\w+)')?, 'arn:[^']+'\)/g)]
                    .map(([, id, type, key]) => [id, type, key].filter(Boolean).join(" "))
                    .sort();
            };
            assert.deepEqual(templates("kerberos"), [
                "modes_dev_kerberos_keytab SecretBinary",
                "modes_dev_kerberos_passwords SecretString trustStorePassword",
                "modes_dev_kerberos_truststore SecretBinary",
            ]);
            assert.deepEqual(templates("plain"), [
                "modes_dev_plain_user SecretString password",
                "modes_dev_plain_user SecretString username",
            ]);
            assert.deepEqual(templates("certified"), [
                "modes_dev_certified_keystore SecretBinary",
                "modes_dev_certified_passwords SecretString keyStorePassword",
            ]);
            assert.deepEqual(templates("scram"), [
                "AmazonMSK_modes_dev_scram SecretString password",
                "AmazonMSK_modes_dev_scram SecretString username",
                "modes_dev_scram_truststore SecretString",
            ]);
        });
    });

    describe("deployed", () => {
        let resources: readonly StateResource[];
        const named = (name: string, type = "") =>
            resources.find((one) => nameOf(one.urn) === name && one.type.includes(type))!;

        it("go up with both packs without a finding", async () => {
            assert.deepEqual(reportsIn(await up(...PACKS)), []);
            resources = await stack.resources();
            assert.equal(resources.filter(({ type }) => type === RULE).length, 7);
        });

        it("open the KDC's port, TCP and UDP, on the interfaces and on its group, and give it a name", () => {
            for (const protocol of ["tcp", "udp"]) {
                for (const way of ["to", "within", "into"]) {
                    const { inputs } = named(`kerberos-${way}-kdc-${protocol}`);
                    assert.deepEqual([inputs?.ipProtocol, inputs?.fromPort, inputs?.toPort], [protocol, 88, 88]);
                }
            }
            const { inputs } = named("kerberos-into-kafka");
            assert.deepEqual([inputs?.fromPort, inputs?.toPort], [9093, 9094]);
            assert.equal(named("kerberos-kdc-zone").inputs?.name, "kdc.plant.example");
            assert.deepEqual(named("kerberos-kdc-record").inputs?.records, ["10.7.0.10"]);
        });

        it("use the port of the mode on Amazon MSK, whose users a certificate leaves out", () => {
            const { inputs } = named("certified-into-kafka");
            assert.deepEqual([inputs?.fromPort, inputs?.toPort], [9094, 9094]);
            const { clientAuthentication } = named("certified-cluster", "msk/cluster").inputs!;
            assert.equal(clientAuthentication.sasl.scram, false);
            assert.equal(clientAuthentication.tls.certificateAuthorityArns.length, 1);
            assert.equal(
                resources.some(({ type }) => type.includes("ScramSecretAssociation")),
                false,
            );
        });

        it("reach brokers on the internet by a NAT gateway, from interfaces without public addresses", () => {
            assert.equal(named("plain-to-kafka-0").inputs?.cidrIpv4, "0.0.0.0/0");
            assert.equal(named("plain-nat-route").inputs?.destinationCidrBlock, "0.0.0.0/0");
            assert.equal(named("plain-subnet-1").inputs?.mapPublicIpOnLaunch, false);
        });

        it("take customTimeouts for their slow parts, and transforms for every part", () => {
            const timeouts = (one: StateResource) => (one as { customTimeouts?: { create?: string } }).customTimeouts;
            assert.equal(timeouts(named("certified-cluster", "msk/cluster"))?.create, 5400);
            assert.equal(timeouts(named("certified", "topicRuleDestination"))?.create, 5400);
            assert.equal(timeouts(named("certified-errors")), undefined);
            assert.equal(named("kerberos", RULE).inputs?.description, "Changed by a transform");
        });

        it("are left alone by a second update", async () => {
            await up("--expect-no-changes");
        });

        it("have only the values of their secrets replaced when passwords, certificates and keytabs change", async () => {
            const stdout = await up("--config", "modes:step=2");
            const changed = [...stdout.matchAll(/ (aws|random):\w+:(\w+) (\S+) (updated|replaced|created|deleted) \(/g)]
                .map(([, , type, name, what]) => `${type} ${name} ${what}`)
                .sort();
            assert.deepEqual(changed, [
                "SecretVersion alongside-keystore-version replaced",
                "SecretVersion alongside-passwords-version replaced",
                "SecretVersion certified-keystore-version replaced",
                "SecretVersion kerberos-keytab-version replaced",
                "SecretVersion kerberos-passwords-version replaced",
                "SecretVersion kerberos-truststore-version replaced",
                "SecretVersion plain-secret-version replaced",
                "SecretVersion private-keystore-version replaced",
                "SecretVersion scram-secret-version replaced",
            ]);
            await up("--config", "modes:step=2", "--expect-no-changes");
        });

        it("show no secret, and have none in the state in clear text", () => {
            const keyLine = CLIENT.keyPem.split("\n")[1]!;
            for (const text of [...texts, stack.stateText()]) {
                assert.doesNotMatch(text, /canary-/);
                assert.ok(!text.includes(keyLine));
                assert.doesNotMatch(text, /"secret(String|Binary)":\s*"[^"]/);
            }
        });

        it("go away with everything", async () => {
            const { exitCode, stdout } = await stack.pulumi("destroy", "--yes", "--skip-preview");
            assert.equal(exitCode, 0, stdout);
            assert.deepEqual(await stack.resources(), []);
        });
    });
});
