import { defineConstraint } from "../core/constraint";
import { isUnknown, member, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { page } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { only, stackOf, withRule } from "../examples/rules";
import type { ResourceFacts, Stack } from "../facts/stack";

export const ruleNameUnique = defineConstraint({
    id: "rule-name-unique",
    subject: "topicRule",
    joins: true,
    requirements: ["RULE-NAME-04"],
    level: "mandatory",
    severity: "high",
    what: "No two rules of a stack have the same name in one Region.",
    why: "Names are unique for each account and Region: AWS IoT answers ResourceAlreadyExists.",
    fix: "Rename one of them.",
    source: page("CreateTopicRule", "https://docs.aws.amazon.com/iot/latest/apireference/API_CreateTopicRule.html"),
    check: (rule) => {
        const { stack, resource, region } = rule;
        const name = rule.value("name");
        if (typeof name !== "string") return undefined;
        const all = namesakesOf(stack).get(name) ?? [];
        const namesakes = all.slice(0, all.indexOf(resource));
        const same = namesakes.find((other) => !isUnknown(region) && stack.regionOf(other) === region);
        if (same) return violation(["name"], `${show(name)} is also the name of ${same.name ?? same.id}`);
        const isOpen = namesakes.some((other) => isUnknown(region) || isUnknown(stack.regionOf(other)));
        return isOpen ? undetermined(["name"], "the Regions of rules of one name are not known yet") : undefined;
    },
    examples: {
        valid: [
            { title: "two names", stack: two({ name: "plant_alarms" }) },
            { title: "one name in two Regions", stack: two({ region: "eu-west-1" }) },
            { title: "one name in Regions that are not known yet", stack: two({ region: UNKNOWN }) },
        ],
        invalid: [{ title: "one name twice", stack: two({}) }],
    },
});

/** Two correct rules, the second one with these changes. */
function two(changes: Record<string, unknown>) {
    return stackOf(only(withRule({})), only(withRule(changes), { id: "second", name: "second" }));
}

const NAMESAKES = new WeakMap<Stack, ReadonlyMap<unknown, readonly ResourceFacts[]>>();

/** The rules of a stack by their names, in order: each of ten thousand asks for its own. */
function namesakesOf(stack: Stack): ReadonlyMap<unknown, readonly ResourceFacts[]> {
    const known = NAMESAKES.get(stack);
    if (known) return known;
    const found = new Map<unknown, ResourceFacts[]>();
    for (const resource of stack.ofKind("topicRule")) {
        const name = member(resource.values, "name");
        const same = found.get(name);
        if (same) same.push(resource);
        else found.set(name, [resource]);
    }
    NAMESAKES.set(stack, found);
    return found;
}
