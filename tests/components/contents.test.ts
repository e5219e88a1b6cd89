import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import {
    IotKafkaPipeline,
    type IotKafkaPipelineArgs,
    KafkaCredentials,
    type KafkaCredentialsArgs,
} from "../../components";
import { keytabOf } from "../kafka/kerberos/keytabOf";
import { CLIENT, MIDDLE, ROOT } from "../kafka/stores/samples";
import { KERBEROS, MUTUAL_TLS, RANDOM_BYTES, SEED } from "./credentialModes";
import { PASSWORD } from "./credentials";
import { run } from "./program";

const made = { [PASSWORD]: { result: "made0password" }, [RANDOM_BYTES]: { base64: SEED } };
const OWN = "iot/rules.plant.example";

/** `path: code` of what is said of files, and the number of other findings, in the one error of a component. */
async function refusals(component: () => unknown): Promise<string[]> {
    let text = "";
    const { errors } = await run(component, { made }).catch((error: Error) => ({ errors: [error] }));
    assert.ok(errors.length <= 1, errors.map(({ message }) => message).join("\n\n"));
    if (errors[0] !== undefined) text = errors[0].message;
    assert.doesNotMatch(text, /canary|PRIVATE KEY/);
    return [...text.matchAll(/^\[mandatory\] (\S+) at (\S+)\n +(?:([a-z0-9-]+): )?/gm)].map(
        ([, constraint, path, code]) => `${path}: ${code ?? constraint}`,
    );
}

const credentials = (args: object) => () =>
    new KafkaCredentials("plant", args as KafkaCredentialsArgs & { mode: "SSL" });
const keytab = (...principals: string[]) => ({
    base64: keytabOf(principals.map((principal) => ({ principal }))).toString("base64"),
});

describe("a keytab for credentials", () => {
    const found = (change: object) => refusals(credentials({ ...KERBEROS, ...change }));

    it("has keys of the principal that is given", async () => {
        assert.deepEqual(await found({ keytab: keytab(`${OWN}@PLANT.EXAMPLE`) }), []);
        assert.deepEqual(await found({ keytab: keytab("other@PLANT.EXAMPLE", `${OWN}@PLANT.EXAMPLE`) }), []);
    });

    it("is refused without any, where capitals count, as is one of another realm", async () => {
        for (const principal of [
            "other@PLANT.EXAMPLE",
            `${OWN}@plant.example`,
            "IOT/rules.plant.example@PLANT.EXAMPLE",
        ])
            assert.deepEqual(await found({ keytab: keytab(principal) }), ["principal: keytab-no-principal"], principal);
    });

    it("is compared when both are known", async () => {
        const wrong = keytab("other@PLANT.EXAMPLE");
        assert.deepEqual(await found({ keytab: { base64: output(wrong.base64) } }), ["principal: keytab-no-principal"]);
        assert.deepEqual(await found({ keytab: wrong, principal: output(OWN) }), ["principal: keytab-no-principal"]);
    });

    it("is compared in a pipeline as well", async () => {
        const pipeline = (principal: string) => () =>
            new IotKafkaPipeline("telemetry", {
                sql: "SELECT * FROM 'devices/+/telemetry'",
                topic: "telemetry",
                network: { vpcId: "vpc-0a1b2c3d4e5f60718", subnetIds: ["subnet-0a1b2c3d4e5f60718"] },
                kafka: {
                    bootstrapServers: "broker.plant.example:9092",
                    credentials: { ...KERBEROS, keytab: keytab(principal) },
                },
            } as IotKafkaPipelineArgs);
        const path = "kafka.credentials.principal: keytab-no-principal";
        assert.deepEqual(await refusals(pipeline("other@PLANT.EXAMPLE")), [path]);
        assert.deepEqual(await refusals(pipeline(`${OWN}@PLANT.EXAMPLE`)), []);
    });
});

describe("a store for credentials", () => {
    const CA = { caPem: ROOT.pem };

    it("is refused together with everything else that is wrong, in one error", async () => {
        const keyStore = { certificatePem: MIDDLE.pem, privateKeyPem: CLIENT.keyPem };
        const trustStore = { caPem: "no certificate" };
        assert.deepEqual(
            (await refusals(credentials({ mode: "SSL", keyStore, trustStore, recoveryWindowInDays: 3 }))).sort(),
            ["keyStore: key-mismatch", "recoveryWindowInDays: argument-form", "trustStore: certificate-missing"],
        );
        const kerberos = {
            ...KERBEROS,
            keytab: keytab("other@PLANT.EXAMPLE"),
            trustStore,
            kdc: "kdc.plant.example:89",
        };
        assert.deepEqual((await refusals(credentials(kerberos))).sort(), [
            "kdc: kerberos-kdc",
            "principal: keytab-no-principal",
            "trustStore: certificate-missing",
        ]);
    });

    it("is refused once where its parts are Outputs, and where only its password is made", async () => {
        const keyStore = { certificatePem: output(MIDDLE.pem), privateKeyPem: output(CLIENT.keyPem) };
        assert.deepEqual(await refusals(credentials({ mode: "SSL", keyStore })), ["keyStore: key-mismatch"]);
        const given = { ...keyStore, password: "canary-of-store" };
        assert.deepEqual(await refusals(credentials({ mode: "SSL", keyStore: given })), ["keyStore: key-mismatch"]);
    });

    it("is said to be ill-formed in one way only", async () => {
        const keyStore = { base64: "canary!", password: "canary" };
        assert.deepEqual(await refusals(credentials({ mode: "SSL", keyStore })), ["keyStore.base64: store-not-base64"]);
        const keytab = { base64: "canary!" };
        assert.deepEqual(await refusals(credentials({ ...KERBEROS, keytab })), ["keytab.base64: argument-form"]);
    });

    it("that is right is taken, of either format", async () => {
        for (const format of ["PKCS12", "JKS"] as const) {
            const args = { ...MUTUAL_TLS, keyStore: { ...MUTUAL_TLS.keyStore, format }, trustStore: { ...CA, format } };
            const jks = format === "JKS" ? { password: "canary-trust" } : {};
            const trustStore = { ...args.trustStore, ...jks };
            assert.deepEqual(await refusals(credentials({ ...args, trustStore })), [], format);
        }
    });
});
