import assert from "node:assert/strict";
import { acksValue } from "../../constraints/kafka-action/acks-value";
import { PerRequest } from "../../policies/perRequest";
import { policyOf } from "../../policies/policy";
import { reportingOf } from "../../policies/reporting";
import { Session } from "../../policies/session";
import { analyze, analyzeStack, DESTINATION, ENGINE_UNKNOWN, type Given, RULE } from "./requests";
import { DESTINATION_PROPS, RULE_PROPS } from "./sample";

const [KAFKA] = RULE_PROPS.kafkas;

function ruleWithAcks(acks: string, name = "telemetry"): Given {
    const clientProperties = { ...KAFKA!.clientProperties, acks };
    return { type: RULE, name, props: { ...RULE_PROPS, kafkas: [{ ...KAFKA, clientProperties }] } };
}

describe("the closing line", () => {
    const run = (resources: readonly Given[], settings = {}) => {
        const session = new Session();
        const printed: string[] = [];
        const policies = [policyOf(acksValue, session, 0)];
        const reporting = reportingOf(session, "pack", (line) => printed.push(line));
        for (const resource of resources) analyze(policies, resource, settings);
        const reported = analyzeStack(reporting, resources);
        return { printed, reported };
    };

    it("counts what was judged, and is no violation", () => {
        const { printed, reported } = run([
            ruleWithAcks("1"),
            { type: DESTINATION, name: "d", props: DESTINATION_PROPS },
        ]);
        assert.equal(printed.at(-1), "pack: judged 2, undetermined 0, not judged 0");
        assert.deepEqual(reported, []);
    });

    it("counts what hangs on an unknown value, once however often a resource is analysed", () => {
        const { printed } = run([ruleWithAcks(ENGINE_UNKNOWN), ruleWithAcks(ENGINE_UNKNOWN)]);
        const open = printed.filter((line) => line.startsWith("pack: undetermined acks-value"));
        assert.equal(open.length, 1);
        assert.match(
            open[0]!,
            /at kafkas\[0\]\.clientProperties\.acks of urn:.*::telemetry: the value is not known yet$/,
        );
        assert.match(printed.at(-1)!, /^pack: judged 1, undetermined 1, not judged 0$/);
    });

    it("forgets a question that has been answered since", () => {
        const { printed } = run([ruleWithAcks(ENGINE_UNKNOWN), ruleWithAcks("1")]);
        assert.equal(printed.at(-1), "pack: judged 1, undetermined 0, not judged 0");
    });

    it("counts rules whose actions are unknown as not judged, in either form", () => {
        const { printed } = run([
            { type: RULE, name: "a", props: { ...RULE_PROPS, kafkas: ENGINE_UNKNOWN } },
            { type: "aws-native:iot:TopicRule", name: "b", props: { topicRulePayload: ENGINE_UNKNOWN } },
            { type: "aws-native:iot:TopicRule", name: "c", props: { topicRulePayload: { actions: [{ lambda: {} }] } } },
            { type: "aws:s3/bucket:Bucket", name: "d", props: {} },
        ]);
        assert.equal(printed.at(-1), "pack: judged 0, undetermined 0, not judged 2");
    });
});

describe("what policies share of a request", () => {
    it("is made once for all policies, and again for the next request", () => {
        const shared = new PerRequest<number>();
        let made = 0;
        const ask = (key: string, order: number) => shared.get(key, order, () => ++made);
        assert.deepEqual([ask("a", 0), ask("a", 1), ask("b", 0), ask("a", 5)], [1, 1, 2, 1]);
        assert.deepEqual([ask("a", 0), ask("b", 3), ask("a", 2)], [3, 2, 3]);
        assert.deepEqual([ask("a", 2), ask("a", 3)], [4, 4], "the same policy again has a new request");
    });

    it("is forgotten when many others have come since", () => {
        const shared = new PerRequest<string>(2);
        for (const key of ["a", "b", "c"]) shared.get(key, 0, () => key);
        assert.equal(
            shared.get("a", 1, () => "made anew"),
            "made anew",
        );
    });
});
