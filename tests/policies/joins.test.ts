import assert from "node:assert/strict";
import { defineConstraint, type StackFacts, violation } from "../../constraints";
import { iotGuide } from "../../constraints/core/source";
import { acksValue } from "../../constraints/kafka-action/acks-value";
import { policyOf } from "../../policies/policy";
import { Session } from "../../policies/session";
import { analyze, analyzeStack, DESTINATION, ENGINE_UNKNOWN, type Given, RULE, urnOf } from "./requests";
import { DESTINATION_PROPS, RULE_PROPS } from "./sample";

/** A join of its own, so that these tests hang on no constraint of the catalogue. */
const stack = (enabled: boolean): StackFacts => ({
    resources: [
        { kind: "topicRule", id: "rule", values: { kafkas: [{ destinationArn: "a" }] } },
        { kind: "destination", id: "destination", values: { arn: "a", enabled } },
    ],
});
const destinationIsEnabled = defineConstraint({
    id: "destination-is-enabled",
    subject: "kafkaAction",
    joins: true,
    requirements: [],
    level: "mandatory",
    severity: "high",
    what: "The destination of a rule is enabled.",
    why: "A disabled one takes no messages.",
    fix: "Enable it.",
    source: iotGuide("rule-destination"),
    check: (action) => {
        const arn = action.value("destinationArn");
        const destination = action.stack.joined(action.resource, "kafkas", arn, "destination", "arn");
        return destination?.values.enabled === false ? violation(["destinationArn"], "it is disabled") : undefined;
    },
    examples: {
        valid: [{ title: "an enabled one", stack: stack(true) }],
        invalid: [{ title: "a disabled one", stack: stack(false) }],
    },
});

describe("a constraint about several resources", () => {
    const session = new Session();
    const policies = [policyOf(acksValue, session, 0), policyOf(destinationIsEnabled, session, 1)];
    const [kafka] = RULE_PROPS.kafkas;
    const destination: Given = {
        type: DESTINATION,
        name: "plant",
        props: { ...DESTINATION_PROPS, enabled: false, arn: ENGINE_UNKNOWN },
    };
    const rule: Given = {
        type: RULE,
        name: "telemetry",
        props: { ...RULE_PROPS, kafkas: [{ ...kafka, destinationArn: ENGINE_UNKNOWN }] },
        references: { kafkas: [urnOf(destination)] },
    };

    it("is judged on the stack, not on each resource", () => {
        assert.deepEqual(analyze(policies, rule), []);
        assert.equal(analyzeStack(policies, [rule, destination]).length, 1);
    });

    it("follows the edge of a property whose value is not known yet", () => {
        const [found] = analyzeStack(policies, [destination, rule]);
        assert.equal(found!.urn, urnOf(rule));
        assert.match(found!.message, /^kafkas\[0\]\.destinationArn\nit is disabled/);
        assert.deepEqual(analyzeStack(policies, [{ ...rule, references: {} }, destination]), []);
    });

    it("follows an ARN that is known", () => {
        const arn = kafka!.destinationArn;
        const known = { ...destination, props: { ...destination.props, arn } };
        assert.equal(analyzeStack(policies, [{ type: RULE, props: RULE_PROPS }, known]).length, 1);
    });

    it("takes the same exceptions as others", () => {
        const under = (settings: object) =>
            analyzeStack(policies, [rule, destination], { "destination-is-enabled": settings });
        assert.deepEqual(under({ exclude: ["telemetry"] }), []);
        assert.deepEqual(under({ suppress: [{ match: "telemetry", reason: "soon", until: "9999-01-01" }] }), []);
        assert.equal(under({ suppress: [{ match: "telemetry", reason: "soon", until: "2020-01-01" }] }).length, 2);
    });

    it("is reported at the component whose argument it is about, unless the value was changed below it", () => {
        const type = "iotkafka:index:KafkaTopicRule";
        const component: Given = {
            type,
            name: "telemetry",
            props: { sql: RULE_PROPS.sql, topic: "telemetry", destinationArn: "arn:given" },
        };
        analyze(policies, component);
        const made = (destinationArn: string): Given => ({
            ...rule,
            urn: `urn:pulumi:dev::plant::${type}$${RULE}::telemetry`,
            parent: urnOf(component),
            props: { ...RULE_PROPS, kafkas: [{ ...kafka, destinationArn }] },
        });
        const report = (destinationArn: string) => {
            const known = { ...destination, props: { ...destination.props, arn: destinationArn } };
            return analyzeStack(policies, [component, made(destinationArn), known])[0]!;
        };
        assert.equal(report("arn:given").urn, urnOf(component));
        assert.match(report("arn:given").message, /^destinationArn\n/);
        assert.equal(report("arn:changed").urn, made("arn:changed").urn);
    });
});
