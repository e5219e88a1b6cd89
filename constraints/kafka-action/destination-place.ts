import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { isPlaceholderAccount, isPlaceholderRegion } from "../data/placeholders";
import { action, DESTINATION_ARN, rule, withAction } from "../examples/configurations";
import { destination } from "../examples/destinations";
import { founding } from "../examples/foundingPage";
import { only, stackOf } from "../examples/rules";
import { destinationOf } from "../facts/actionDestination";
import { type Arn, parseArn } from "../facts/arn";
import type { KafkaAction } from "../facts/kafkaAction";
import { RULE_ACTIONS } from "./pages";

const PATH = ["destinationArn"];

export const destinationPlace = defineConstraint({
    id: "destination-place",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-DEST-03"],
    level: "mandatory",
    severity: "high",
    what: "The destination is in the account and the Region of the rule.",
    why: "AWS IoT finds a destination in its own account and Region only.",
    fix: "Make the rule where its destination is, or a destination where the rule is.",
    source: RULE_ACTIONS,
    check: (action) => {
        const text = action.value("destinationArn");
        if (isUnknown(text)) return judgeEdge(action);
        const arn = typeof text === "string" ? parseArn(text) : undefined;
        // What is no VPC destination at all is reported once, by destination-arn.
        if (arn?.service !== "iot" || !arn.resource.startsWith("ruledestination/vpc/")) return undefined;
        return judge(action, arn);
    },
    examples: {
        valid: [
            { title: "one account and Region", stack: withAction({}) },
            { title: "a rule in a Region that is not known yet", stack: rule([action()], {}, UNKNOWN) },
            { title: "the placeholders of the founding page", stack: founding({ region: "us-east-1" }) },
            { title: "a destination of the stack that is yet to be made", stack: withEdge({}) },
        ],
        invalid: [
            {
                title: "another Region",
                stack: withAction({ destinationArn: DESTINATION_ARN.replace("us-east-1", "eu-west-1") }),
            },
            { title: "a Region of the rule's own", stack: rule([action()], { region: "eu-west-1" }) },
            {
                title: "another account",
                stack: withAction({ destinationArn: DESTINATION_ARN.replace("209876543210", "310987654321") }),
            },
            {
                title: "a destination that is yet to be made in another Region",
                stack: withEdge({ region: "eu-west-1" }),
            },
        ],
    },
});

function judge(action: KafkaAction, { region, account }: Arn): Verdict | undefined {
    const own = { region: action.region, account: accountOf(action, account) };
    const regions = differ(region, own.region, isPlaceholderRegion);
    const accounts = differ(account, own.account, isPlaceholderAccount);
    if (regions === true) return violation(PATH, `The destination is in ${region}, the rule in ${String(own.region)}`);
    if (accounts === true)
        return violation(PATH, `The destination is of account ${account}, the rule of ${String(own.account)}`);
    const open = [...(isUnknown(regions) ? ["Region"] : []), ...(isUnknown(accounts) ? ["account"] : [])];
    if (open.length === 0) return undefined;
    const reason = `the ${open.join(" and the ")} of the rule or of the destination ${open.length > 1 ? "are" : "is"} not known`;
    return undetermined(PATH, reason);
}

/** The account of the rule. Where nobody tells, it is that of a destination which the same stack makes. */
function accountOf(action: KafkaAction, ofDestination: string) {
    const { account } = action.stack.facts;
    return isUnknown(account) && destinationOf(action) !== undefined ? ofDestination : account;
}

/** The destination's ARN is not known yet, but where the stack makes it may be. */
function judgeEdge(action: KafkaAction): Verdict | undefined {
    const made = destinationOf(action);
    const regions = made && differ(action.stack.regionOf(made), action.region, isPlaceholderRegion);
    if (made === undefined || regions !== true) return undetermined(PATH);
    return violation(
        PATH,
        `The destination is in ${String(action.stack.regionOf(made))}, the rule in ${String(action.region)}`,
    );
}

/** Whether two names differ: not where there is none, not known where either is unknown or a placeholder. */
function differ(one: unknown, other: unknown, isPlaceholder: (text: string) => boolean): boolean | typeof UNKNOWN {
    if (one === undefined || other === undefined) return false;
    if (typeof one !== "string" || typeof other !== "string" || isPlaceholder(one) || isPlaceholder(other))
        return UNKNOWN;
    return one !== other;
}

function withEdge(values: Record<string, unknown>) {
    const made = destination("plant");
    const edge = only(withAction({ destinationArn: UNKNOWN }), { references: { kafkas: ["plant"] } });
    return stackOf({ ...made, values: { ...made.values, ...values } }, edge);
}
