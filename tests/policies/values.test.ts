import assert from "node:assert/strict";
import * as policy from "@pulumi/policy";
import { asset } from "@pulumi/pulumi";
import { UNKNOWN } from "../../constraints";
import { regionOf } from "../../policies/region";
import { plainValues } from "../../policies/values";
import { ENGINE_UNKNOWN } from "./requests";

describe("the properties of a resource as plain values", () => {
    const read = (props: object) => plainValues(policy.unknownCheckingProxy(props) as object);

    it("mark unknown leaves and keep their siblings", () => {
        const props = { a: ENGINE_UNKNOWN, b: [1, ENGINE_UNKNOWN, { c: ENGINE_UNKNOWN, d: "e" }], f: null, g: false };
        assert.deepEqual(read(props), { a: UNKNOWN, b: [1, UNKNOWN, { c: UNKNOWN, d: "e" }], f: null, g: false });
    });

    it("know every text by which the engine tells that a value is not known", () => {
        const texts = Object.entries(require("@pulumi/policy/proxy") as Record<string, unknown>).filter(([name]) =>
            /^unknown\w+Value$/.test(name),
        );
        assert.ok(texts.length >= 7);
        for (const [name, text] of texts)
            assert.deepEqual(read({ a: text, b: [text] }), { a: UNKNOWN, b: [UNKNOWN] }, name);
    });

    it("are the same where they can be read with errors alone", () => {
        const sent = { a: ENGINE_UNKNOWN, b: [1, ENGINE_UNKNOWN, { c: ENGINE_UNKNOWN, d: "e" }] };
        const throwing = new Proxy(policy.unknownCheckingProxy(sent) as object, {
            get: (target, name) => (name === "__getSpecialProxyTarget" ? undefined : Reflect.get(target, name)),
        });
        assert.deepEqual(plainValues(throwing), read(sent));
    });

    it("take a secret that the engine could not decrypt as unknown", () => {
        assert.deepEqual(read({ a: "[secret]", b: ["[secret]"], c: "a [secret]" }), {
            a: UNKNOWN,
            b: [UNKNOWN],
            c: "a [secret]",
        });
    });

    it("are unconnected with what the engine sent", () => {
        const sent = { list: [{ a: 1 }] };
        const plain = read(sent);
        sent.list[0]!.a = 2;
        assert.deepEqual(plain, { list: [{ a: 1 }] });
    });

    it("take files and endless depth as unknown", () => {
        let deep: object = {};
        for (let level = 0; level < 200; level++) deep = { deep };
        assert.deepEqual(read({ file: new asset.StringAsset("x") }), { file: UNKNOWN });
        assert.doesNotThrow(() => read(deep));
    });
});

describe("the Region of a resource", () => {
    it("is its provider's, else the stack's, else the environment's", () => {
        const type = "aws:iot/topicRule:TopicRule";
        const PULUMI_CONFIG = JSON.stringify({ "aws:region": "eu-west-1" });
        assert.equal(
            regionOf({ type, provider: { props: { region: "eu-central-1" } } }, { PULUMI_CONFIG }),
            "eu-central-1",
        );
        assert.equal(
            regionOf({ type, provider: { props: {} } }, { PULUMI_CONFIG, AWS_REGION: "us-west-2" }),
            "eu-west-1",
        );
        assert.equal(regionOf({ type }, { AWS_REGION: "us-west-2" }), "us-west-2");
        assert.equal(regionOf({ type }, { AWS_DEFAULT_REGION: "us-west-1", PULUMI_CONFIG: "{" }), "us-west-1");
        assert.equal(regionOf({ type }, {}), undefined);
        assert.equal(regionOf({ type, provider: { props: plainUnknown() } }, { AWS_REGION: "us-west-2" }), UNKNOWN);
    });

    function plainUnknown(): object {
        return policy.unknownCheckingProxy({ region: ENGINE_UNKNOWN }) as object;
    }
});
