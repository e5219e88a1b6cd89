import assert from "node:assert/strict";
import { required } from "../../policies/packs";
import { analyze, type Given, RULE } from "./requests";
import { RULE_PROPS } from "./sample";

describe("a pack's configuration", () => {
    const policies = required.filter(({ name }) => name === "acks-value");
    const [kafka] = RULE_PROPS.kafkas;
    const withAcks = (acks: string, name: string): Given => ({
        type: RULE,
        name,
        props: { ...RULE_PROPS, kafkas: [{ ...kafka, clientProperties: { ...kafka!.clientProperties, acks } }] },
    });
    const report = (given: Given, settings: object = {}) => analyze(policies, given, { "acks-value": settings });

    it("passes options on to the constraint", () => {
        assert.equal(report(withAcks("all", "a")).length, 1);
        assert.deepEqual(report(withAcks("all", "a"), { allowed: ["0", "1", "-1", "all"] }), []);
    });

    it("excludes resources by name or URN", () => {
        assert.deepEqual(report(withAcks("2", "legacy-east"), { exclude: ["legacy-*"] }), []);
        assert.deepEqual(report(withAcks("2", "legacy-east"), { exclude: ["urn:*::legacy-east"] }), []);
        assert.equal(report(withAcks("2", "modern-east"), { exclude: ["legacy-*"] }).length, 1);
    });

    it("accepts a violation with a reason until its date", () => {
        const suppress = [{ match: "*::legacy", reason: "moves in spring", until: "9999-12-31" }];
        assert.deepEqual(report(withAcks("2", "legacy"), { suppress }), []);
        assert.equal(report(withAcks("2", "other"), { suppress }).length, 1);
    });

    it("reports what a suppression past its date hid, and the suppression itself, once", () => {
        const suppress = [{ match: "old-*", reason: "moves in spring", until: "2020-01-31" }];
        const first = report(withAcks("2", "old-1"), { suppress }).map(({ message }) => message);
        assert.equal(first.length, 2);
        assert.match(first[0]!, /acks/);
        assert.match(first[1]!, /suppression of acks-value for "old-\*" \(moves in spring\) ended on 2020-01-31/);
        assert.equal(report(withAcks("2", "old-2"), { suppress }).length, 1, "said at the first resource only");
        assert.equal(
            report(withAcks("2", "old-1"), { suppress }).length,
            2,
            "and again when that one is analysed again",
        );
    });

    it("does not count a suppression without a reason", () => {
        const messages = report(withAcks("2", "mute"), { suppress: [{ match: "mute", reason: " " }] });
        assert.equal(messages.length, 2);
        assert.match(messages[1]!.message, /gives no reason/);
    });
});
