import assert from "node:assert/strict";
import { Exceptions, faultOf, utcDate } from "../../../constraints/core/suppression";
import { acksValue } from "../../../constraints/kafka-action/acks-value";

describe("exceptions from a constraint", () => {
    const rule = { id: "urn:pulumi:dev::plant::aws:iot/topicRule:TopicRule::legacy", name: "legacy" };

    it("count until the end of their last UTC day", () => {
        const suppression = { match: "legacy", reason: "moves", until: "2027-01-31" };
        const on = (today: string) => new Exceptions(acksValue, { suppress: [suppression] }, today);
        assert.ok(on("2027-01-31").suppresses(rule));
        assert.deepEqual(on("2027-01-31").faulty(rule), []);
        assert.ok(!on("2027-02-01").suppresses(rule));
        assert.deepEqual(on("2027-02-01").faulty(rule), [suppression]);
    });

    it("name a fault of a suppression in words", () => {
        assert.equal(faultOf({ match: "*", reason: "moves" }, "2027-01-01"), undefined);
        assert.match(faultOf({ match: "*", reason: "" }, "2027-01-01")!, /no reason/);
        for (const until of ["soon", "2027-02-30", "2027-1-1", 20270101 as never]) {
            assert.match(faultOf({ match: "*", reason: "moves", until }, "2027-01-01")!, /no date/);
        }
    });

    it("are found at the resource that they name, at the given level", () => {
        const suppression = { match: "leg*", reason: "moves", until: "2020-01-01" };
        const exceptions = new Exceptions(acksValue, { suppress: [suppression] }, "2027-01-01");
        const finding = exceptions.findingOf(suppression, rule, "advisory");
        assert.deepEqual([finding.constraint, finding.resource, finding.level], ["acks-value", rule.id, "advisory"]);
        assert.match(finding.message, /"leg\*" \(moves\) ended on 2020-01-01/);
    });

    it("match a resource by id or name, and survive values of wrong types", () => {
        const exclude = (pattern: unknown) =>
            new Exceptions(acksValue, { exclude: [pattern] as string[] }, "2027-01-01").excludes(rule);
        assert.ok(exclude("legacy") && exclude("urn:*TopicRule::*") && exclude("*"));
        assert.ok(!exclude("lega") && !exclude(7) && !exclude(null));
        assert.ok(
            !new Exceptions(acksValue, { exclude: "legacy" as never, suppress: {} as never }, "2027-01-01").excludes(
                rule,
            ),
        );
    });

    it("take today's date in UTC", () => assert.equal(utcDate(new Date("2027-01-31T23:30:00-05:00")), "2027-02-01"));
});
