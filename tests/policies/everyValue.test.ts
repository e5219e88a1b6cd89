import assert from "node:assert/strict";
import { SENSITIVE_PROPERTIES } from "../../constraints/facts/clientProperties";
import { recommended, required } from "../../policies/packs";
import { DESTINATION, ENGINE_UNKNOWN, RULE } from "./requests";
import { DESTINATION_PROPS, RULE_PROPS } from "./sample";
import { answer, secret } from "./server";

/** The same value with something else at one place of it, for every place. */
function* withEvery(value: unknown, replace: (value: unknown) => unknown): Generator<{ at: string; value: unknown }> {
    yield { at: "", value: replace(value) };
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
        for (const changed of withEvery(inner, replace)) {
            const copy = Array.isArray(value) ? [...value] : { ...value };
            (copy as Record<string, unknown>)[name] = changed.value;
            yield { at: `${name}.${changed.at}`, value: copy };
        }
    }
}

const SAMPLES = [
    { type: RULE, props: RULE_PROPS },
    { type: DESTINATION, props: DESTINATION_PROPS },
];

describe("both packs through the policy server", () => {
    const policies = [...required, ...recommended];

    for (const { type, props } of SAMPLES) {
        const places = (replace: (value: unknown) => unknown) =>
            Object.entries(props).flatMap(([name, value]) =>
                [...withEvery(value, replace)].map((changed) => ({
                    at: `${name}.${changed.at}`,
                    props: { ...props, [name]: changed.value },
                })),
            );

        it(`accept a correct ${type}`, async () => {
            const required = (await answer(policies, type, props)).filter(
                ({ enforcementlevel }) => enforcementlevel === 1,
            );
            assert.deepEqual(required, []);
        });

        it(`run to their end with an unknown at every place of a ${type}`, async () => {
            for (const place of places(() => ENGINE_UNKNOWN)) {
                const found = await answer(policies, type, place.props);
                const mandatory = found.filter(({ enforcementlevel }) => enforcementlevel === 1);
                assert.deepEqual(mandatory, [], place.at);
                assert.ok(
                    found.every(({ message }) => !message.includes("can't run policy")),
                    place.at,
                );
            }
        });

        it(`judge a secret at every place of a ${type} as the plain value that they are given`, async () => {
            const plain = await answer(policies, type, props);
            for (const place of places(secret))
                assert.deepEqual(await answer(policies, type, place.props), plain, place.at);
        });

        const wrong = [null, 7, true, "", "x", [], [[]], {}, { a: { b: 1 } }, [null], "x".repeat(5000)];
        it(`answer a value of a wrong type at every place of a ${type}`, async () => {
            for (const value of wrong) {
                for (const place of places(() => value)) {
                    for (const { message, policyname } of await answer(policies, type, place.props)) {
                        assert.ok(
                            !/can't run policy|TypeError|\bat .*\.[jt]s:/.test(message),
                            `${place.at} ${policyname}`,
                        );
                    }
                }
            }
        }).timeout(120_000);
    }

    it("never show a text that may be a secret", async () => {
        const canary = "c4n4ry-0f-4-s3cr3t";
        const [kafka] = RULE_PROPS.kafkas;
        const undocumented = ["sasl.jaas.config", "ssl.truststore.location", "made.up"];
        for (const name of [...SENSITIVE_PROPERTIES, ...undocumented]) {
            for (const value of [
                canary,
                secret(canary),
                `${canary} \${get_secret('a', 'SecretString', 'b', 'c')}`,
                `\${${canary}`,
            ]) {
                const clientProperties = { ...kafka!.clientProperties, [name]: value };
                const found = await answer(policies, RULE, { ...RULE_PROPS, kafkas: [{ ...kafka, clientProperties }] });
                assert.ok(
                    found.every(({ message }) => !message.includes(canary)),
                    name,
                );
            }
        }
    });

    it("say nothing about rules without a Kafka action and about other resources", async () => {
        const { kafkas, ...others } = RULE_PROPS;
        assert.deepEqual(await answer(policies, RULE, { ...others, name: "a-b", sql: "SELEKT" }), []);
        assert.deepEqual(await answer(policies, "aws:s3/bucket:Bucket", { kafkas }), []);
        assert.deepEqual(await answer(policies, "unknown:made:Up", { a: ENGINE_UNKNOWN }), []);
    });
});
