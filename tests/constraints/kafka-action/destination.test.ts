import assert from "node:assert/strict";
import { type Constraint, Judge, type StackFacts, UNKNOWN } from "../../../constraints";
import { DESTINATION_ARN, withAction } from "../../../constraints/examples/configurations";
import { destination } from "../../../constraints/examples/destinations";
import { only, stackOf } from "../../../constraints/examples/rules";
import { destinationEnabled } from "../../../constraints/kafka-action/destination-enabled";
import { destinationPlace } from "../../../constraints/kafka-action/destination-place";
import { destinationReferenced } from "../../../constraints/kafka-action/destination-referenced";

const made = { ...destination("plant").values, arn: DESTINATION_ARN };
const rule = only(withAction({}));

function answers(constraint: Constraint, stack: StackFacts) {
    const { findings, undetermined } = new Judge([constraint]).judge(stack);
    return { findings: findings.length, reasons: undetermined.map(({ reason }) => reason) };
}

describe("the destination of an action", () => {
    const together = stackOf(destination("plant", { values: made }), rule);

    it("is in the rule's account where the same stack makes it, though nobody tells the account", () => {
        assert.deepEqual(answers(destinationPlace, { ...together, account: UNKNOWN }), { findings: 0, reasons: [] });
    });

    it("may be in any account where another stack makes it, and nobody tells the account", () => {
        const { findings, reasons } = answers(destinationPlace, { ...stackOf(rule), account: UNKNOWN });
        assert.equal(findings, 0);
        assert.match(reasons.join(), /account/);
    });

    it("is compared in what is no placeholder of the AWS pages", () => {
        const placed = (region: string, account: string) =>
            answers(
                destinationPlace,
                withAction({ destinationArn: `arn:aws:iot:${region}:${account}:ruledestination/vpc/7b1f3c52` }),
            );
        assert.deepEqual(
            [placed("region", "209876543210").findings, placed("us-east-1", "123456789012").findings],
            [0, 0],
        );
        assert.match(placed("region", "12345678910").reasons.join(), /Region and the account/);
        assert.equal(placed("region", "310987654321").findings, 1);
        assert.equal(placed("eu-west-1", "123456789012").findings, 1);
    });

    it("needs no Region and no account that nobody has named", () => {
        const { resources } = together;
        assert.deepEqual(answers(destinationPlace, { resources }), { findings: 0, reasons: [] });
    });

    it("is not asked about edges where the source tells none", () => {
        assert.equal(answers(destinationReferenced, together).findings, 0);
        const told = { ...rule, references: {} };
        assert.equal(answers(destinationReferenced, stackOf(destination("plant", { values: made }), told)).findings, 1);
    });

    it("is open where whether it is enabled is", () => {
        const open = stackOf(destination("plant", { values: { ...made, enabled: UNKNOWN } }), rule);
        assert.deepEqual(answers(destinationEnabled, open), {
            findings: 0,
            reasons: ["whether the destination is enabled is not known yet"],
        });
    });

    it("is found by the edge of the error action too", () => {
        const kafka = { ...(rule.values.kafkas as object[])[0], destinationArn: UNKNOWN };
        const errors = {
            ...rule,
            values: { ...rule.values, kafkas: [], errorAction: { kafka } },
            references: { errorAction: ["plant"] },
        };
        const disabled = destination("plant", { values: { ...made, enabled: false } });
        const { findings } = new Judge([destinationEnabled]).judge(stackOf(disabled, errors));
        assert.deepEqual(
            findings.map(({ path }) => path),
            [["errorAction", "kafka", "destinationArn"]],
        );
    });
});
