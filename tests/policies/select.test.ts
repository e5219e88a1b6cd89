import assert from "node:assert/strict";
import { CATALOGUE } from "../../constraints";
import { groupOf } from "../../policies/groups";
import { POLICY_GROUPS, recommended, required, select } from "../../policies/packs";

describe("policies picked for a pack of one's own", () => {
    const all = [...required, ...recommended];
    const names = (policies: readonly { readonly name: string }[]) => policies.map(({ name }) => name);

    it("are those that are named, in the order of the pack", () => {
        assert.deepEqual(names(select(required, { ids: ["acks-value", "rule-name"] })), ["rule-name", "acks-value"]);
        assert.deepEqual(names(select(all, {})), names(all));
        const left = select(all, { without: ["acks-value"] });
        assert.equal(left.length, all.length - 1);
        assert.ok(!names(left).includes("acks-value"));
    });

    it("are those of a group: every policy is in one, and every group has some", () => {
        const grouped = POLICY_GROUPS.map((group) => select(all, { groups: [group] }));
        assert.ok(grouped.every((one) => one.length > 0));
        assert.equal(grouped.flat().length, all.length);
        for (const { id, subject } of CATALOGUE) {
            assert.ok(names(select(all, { groups: [groupOf(subject)] })).includes(id), id);
        }
    });

    it("are those of a severity, of a group", () => {
        const found = names(select(all, { groups: ["secrets"], severities: ["high", "critical"] }));
        const expected = CATALOGUE.filter(
            ({ subject, severity }) => groupOf(subject) === "secrets" && ["high", "critical"].includes(severity),
        ).map(({ id }) => id);
        assert.deepEqual([...found].sort(), expected.sort());
        assert.ok(found.length > 0);
    });

    it("get the level that is asked for, and leave those of the packs alone", () => {
        const [alarm] = select(recommended, { ids: ["alarm-failure"], level: "mandatory" });
        assert.equal(alarm!.enforcementLevel, "mandatory");
        assert.equal(recommended.find(({ name }) => name === "alarm-failure")!.enforcementLevel, "disabled");
    });

    it("are refused when there are no such ones, with the name that was meant", () => {
        assert.throws(() => select(all, { ids: ["ack-value"] }), /no policy "ack-value".* Did you mean "acks-value"\?/);
        assert.throws(() => select(all, { without: ["acks-valu"] }), /Did you mean "acks-value"\?/);
        assert.throws(() => select(all, { groups: ["secret" as never] }), /no group "secret".*"secrets"/);
        assert.throws(() => select(all, { severities: ["hihg" as never] }), /no severity "hihg".*"high"/);
        assert.throws(
            () => select(required, { ids: ["alarm-failure"] }),
            /no policy "alarm-failure" among these policies/,
        );
    });

    it("tell a framework only where they find all that its controls are about", () => {
        const told = all
            .filter(({ framework }) => framework)
            .map(({ name, framework }) => [name, framework!.reference]);
        assert.deepEqual(told, [["cluster-encryption", "MSK.1, MSK.6"]]);
    });
});
