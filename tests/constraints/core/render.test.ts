import assert from "node:assert/strict";
import type { Finding } from "../../../constraints";
import { renderBody, renderFinding } from "../../../constraints/core/render";

const finding: Finding = {
    constraint: "acks-value",
    requirements: ["KAFKA-ACKS-01"],
    level: "mandatory",
    severity: "high",
    resource: "urn:pulumi:dev::iotkafka::aws:iot/topicRule:TopicRule::telemetry",
    path: ["kafkas", 0, "clientProperties", "bootstrap.servers"],
    message: "Something was found. It is wrong because of that.",
    fix: "Write something else.",
    url: "https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html",
};

describe("a finding as text", () => {
    it("names constraint, level, place, reason, fix and page", () => {
        assert.equal(
            renderFinding(finding),
            [
                '[mandatory] acks-value at kafkas[0].clientProperties["bootstrap.servers"]',
                "    Something was found. It is wrong because of that.",
                "    Fix: Write something else.",
                `    See: ${finding.url}`,
            ].join("\n"),
        );
    });

    it("leaves the constraint's name to the policy report, which prints it", () => {
        assert.doesNotMatch(renderBody(finding), /acks-value|mandatory/);
        assert.match(renderBody(finding), /^kafkas\[0\]\.clientProperties\["bootstrap\.servers"\]\n/);
    });

    it("says so where the whole resource is meant", () => {
        assert.match(renderBody({ ...finding, path: [] }), /^the resource\n/);
    });
});
