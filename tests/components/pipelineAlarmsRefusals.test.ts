import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import { PipelineAlarms, type PipelineAlarmsArgs } from "../../components";
import { run } from "./program";

const ACCOUNT = "209876543210";
const NAME = "plant_telemetry";
const make = (args: PipelineAlarmsArgs) => new PipelineAlarms("watch", args);
const refusal = async (args: object): Promise<string> => {
    let text = "";
    await run(() => {
        try {
            make(args as PipelineAlarmsArgs);
        } catch (error) {
            text = (error as Error).message;
        }
    });
    return text;
};

describe("PipelineAlarms with wrong arguments", () => {
    const wrong: readonly [string, object, RegExp][] = [
        ["no rule", {}, /ruleName is missing/],
        ["a threshold that is a text", { failures: { moreThan: "0" } }, /at failures\.moreThan/],
        ["an alarm that is switched off by false", { failures: false }, /"none"/],
        ["seven idle days, when it is too late", { idle: { days: 7 } }, /at idle\.days[\s\S]*1 to 6/],
        [
            "a number of brokers that is known later",
            { cluster: { name: "plant", brokers: output(3) } },
            /cluster\.brokers[\s\S]*is an Output/,
        ],
        ["thresholds for brokers of no cluster", { diskUsed: { percent: 80 } }, /no cluster is given/],
        ["a date that is none", { certificate: { expires: "30.06.2027" } }, /not a date/],
        [
            "both ways to know a certificate",
            { certificate: { expires: "2027-06-30", arn: `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/a` } },
            /arn is given, and so is expires/i,
        ],
        ["no certificate", { certificate: { days: 3 } }, /neither arn nor expires/i],
        [
            "a FIFO topic",
            { notify: { existingTopicArn: `arn:aws:sns:us-east-1:${ACCOUNT}:operators.fifo` } },
            /not the ARN of a standard topic/,
        ],
        ["another kind of error action", { errorAction: "email" }, /at errorAction/],
        ["a misspelt alarm", { failure: "none" }, /Did you mean failures\?/],
    ];
    for (const [title, args, said] of wrong) {
        it(`refuse ${title}`, async () => {
            assert.match(await refusal(title === "no rule" ? args : { ruleName: NAME, ...args }), said);
        });
    }
});
