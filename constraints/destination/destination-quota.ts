import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { numberOption } from "../core/options";
import { undetermined, violation } from "../core/verdict";
import { destination } from "../examples/destinations";
import { stackOf } from "../examples/rules";
import { Destination } from "../facts/destination";
import { IOT_QUOTAS } from "./pages";

export const destinationQuota = defineConstraint({
    id: "destination-quota",
    subject: "destination",
    joins: true,
    requirements: ["DEST-LIM-01"],
    level: "mandatory",
    severity: "high",
    what: "A stack makes no more VPC destinations in one Region than an account may have.",
    why: "AWS IoT answers LimitExceeded to the next one; the quota cannot be raised.",
    fix: "Share a destination between rules: one serves any number of rules and topics in its VPC.",
    source: IOT_QUOTAS,
    options: { maximum: numberOption("VPC destinations for each account and Region.", 5) },
    check: ({ stack, resource, region }, { maximum }) => {
        const all = stack.ofKind("destination");
        if (all.length <= maximum) return undefined;
        const position = all.indexOf(resource);
        if (isUnknown(region)) return undetermined([], "the Region is not known yet");
        const regions = all.map((other) => new Destination(stack, other).region);
        const before = regions.slice(0, position).filter((other) => other === region).length;
        if (before >= maximum) {
            return violation(
                [],
                `The stack makes ${before} VPC destinations in this Region already, of ${maximum} at most`,
            );
        }
        const open = regions.slice(0, position).filter(isUnknown).length;
        return before + open >= maximum
            ? undetermined([], "the Regions of other destinations are not known yet")
            : undefined;
    },
    examples: {
        valid: [
            { title: "five destinations", stack: stackOf(...destinations(5)) },
            { title: "six in two Regions", stack: stackOf(...destinations(5), elsewhere("eu-west-1")) },
            {
                title: "a sixth in a Region that is not known yet",
                stack: stackOf(...destinations(5), elsewhere(UNKNOWN)),
            },
        ],
        invalid: [{ title: "six destinations", stack: stackOf(...destinations(6)) }],
    },
});

function destinations(count: number) {
    return Array.from({ length: count }, (_, index) => destination(`plant${index}`));
}

function elsewhere(region: unknown) {
    const { values } = destination("far");
    return destination("far", { values: { ...values, region } });
}
