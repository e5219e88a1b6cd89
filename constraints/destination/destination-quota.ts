import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { numberOption } from "../core/options";
import { undetermined, violation } from "../core/verdict";
import { destination } from "../examples/destinations";
import { stackOf } from "../examples/rules";
import { Destination } from "../facts/destination";
import type { ResourceFacts, Stack } from "../facts/stack";
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
        if (stack.ofKind("destination").length <= maximum) return undefined;
        if (isUnknown(region)) return undetermined([], "the Region is not known yet");
        const { before, open } = orderOf(stack, resource);
        if (before >= maximum) {
            return violation(
                [],
                `The stack makes ${before} VPC destinations in this Region already, of ${maximum} at most`,
            );
        }
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

/** How many destinations a stack makes before one: in its Region, and in a Region that is not known. */
interface Order {
    readonly before: number;
    readonly open: number;
}

const ORDERS = new WeakMap<Stack, ReadonlyMap<string, Order>>();

function orderOf(stack: Stack, resource: ResourceFacts): Order {
    let orders = ORDERS.get(stack);
    if (orders === undefined) {
        orders = countAll(stack);
        ORDERS.set(stack, orders);
    }
    return orders.get(resource.id) ?? { before: 0, open: 0 };
}

function countAll(stack: Stack): ReadonlyMap<string, Order> {
    const counts = new Map<unknown, number>();
    const orders = new Map<string, Order>();
    for (const made of stack.ofKind("destination")) {
        const { region } = new Destination(stack, made);
        const before = counts.get(region) ?? 0;
        orders.set(made.id, { before, open: counts.get(UNKNOWN) ?? 0 });
        counts.set(region, before + 1);
    }
    return orders;
}

function destinations(count: number) {
    return Array.from({ length: count }, (_, index) => destination(`plant${index}`));
}

function elsewhere(region: unknown) {
    const { values } = destination("far");
    return destination("far", { values: { ...values, region } });
}
