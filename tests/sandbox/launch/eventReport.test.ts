import assert from "node:assert/strict";
import { EventReport } from "../../../sandbox/launch/eventReport";

const STACK = "urn:pulumi:dev::plant::pulumi:pulumi:Stack::plant-dev";
const RULE = "urn:pulumi:dev::plant::aws:iot/topicRule:TopicRule::telemetry";

describe("the sandbox's report", () => {
    it("gathers findings, remarks, changes and outputs from the engine's events", () => {
        const report = new EventReport();
        const outputs = { ruleName: "plant" };
        for (const event of [
            { diagnosticEvent: { severity: "debug", message: "Registering resource" } },
            { diagnosticEvent: { severity: "warning", message: "using pulumi-resource-aws from $PATH at /bin/x\n" } },
            { diagnosticEvent: { severity: "info", urn: STACK, message: "judged 1\n" } },
            { diagnosticEvent: { severity: "info", urn: STACK, message: "judged 1\n" } },
            { policyEvent: policyEvent() },
            { resOutputsEvent: { metadata: { type: "aws:iot/topicRule:TopicRule", new: { outputs: { arn: "a" } } } } },
            { resOutputsEvent: { metadata: { type: "pulumi:pulumi:Stack", new: { outputs } } } },
            { summaryEvent: { resourceChanges: { create: 2 } } },
        ]) {
            report.add(JSON.stringify(event));
        }
        report.add("");
        report.add("not an event");
        assert.deepEqual(report.report, {
            changes: { create: 2 },
            policies: [
                { pack: "required", policy: "acks-value", level: "mandatory", resource: RULE, message: "acks is 2" },
            ],
            diagnostics: [
                { severity: "info", resource: STACK, message: "judged 1" },
                { severity: "info", resource: null, message: "not an event" },
            ],
            outputs,
        });
    });
});

function policyEvent(): object {
    return {
        resourceUrn: RULE,
        message: "acks is 2\n",
        policyName: "acks-value",
        policyPackName: "required",
        enforcementLevel: "mandatory",
    };
}
