import assert from "node:assert/strict";
import fc from "fast-check";
import { isUnknown, UNKNOWN } from "../../../constraints/core/known";
import { parseBlock } from "../../../constraints/facts/blocks";
import type { NamedList } from "../../../constraints/facts/identity";
import { ANYWHERE, type Endpoint, permits, permitsSome } from "../../../constraints/facts/permits";
import { rulesOf } from "../../../constraints/facts/securityRules";
import { type ResourceFacts, Stack } from "../../../constraints/facts/stack";

/** What a rule says, whichever spelling it is written in. */
interface Spoken {
    readonly direction: "ingress" | "egress";
    readonly protocol: "tcp" | "udp" | "-1";
    readonly from: number;
    readonly to: number;
    readonly peer: { readonly block: string } | { readonly group: string } | { readonly self: true };
}

const OWN = "sg-0000000a";
const GROUPS = [OWN, "sg-0000000b", "sg-0000000c"];
const BLOCKS = ["0.0.0.0/0", "10.0.0.0/8", "10.0.1.0/24", "10.0.1.7/32", "192.168.0.0/16"];

const spoken: fc.Arbitrary<Spoken> = fc.record({
    direction: fc.constantFrom("ingress", "egress"),
    protocol: fc.constantFrom("tcp", "udp", "-1"),
    from: fc.constantFrom(0, 9092, 9094, 9096),
    to: fc.constantFrom(9092, 9094, 9096, 65_535),
    peer: fc.oneof(
        fc.constantFrom(...BLOCKS).map((block) => ({ block })),
        fc.constantFrom(...GROUPS).map((group) => ({ group })),
        fc.constant({ self: true as const }),
    ),
});
const spelling = fc.constantFrom("inline", "older", "newer");
const spoken$ = fc.array(fc.tuple(spoken, spelling), { maxLength: 5 });
const asked = fc.record({
    direction: fc.constantFrom("ingress" as const, "egress" as const),
    protocol: fc.constantFrom("tcp" as const, "udp" as const),
    number: fc.constantFrom(9091, 9092, 9095, 9096),
    block: fc.constantFrom("10.0.1.0/24", "10.9.0.0/16", "203.0.113.0/24"),
    group: fc.constantFrom(...GROUPS),
});

function inlineOf({ protocol, from, to, peer }: Spoken): Record<string, unknown> {
    const whom =
        "block" in peer
            ? { cidrBlocks: [peer.block] }
            : "group" in peer
              ? { securityGroups: [peer.group] }
              : { self: true };
    return { protocol, fromPort: from, toPort: to, ...whom };
}

function separateOf(rule: Spoken, isNewer: boolean, index: number): ResourceFacts {
    const { direction, protocol, from, to, peer } = rule;
    const id = `rule${index}`;
    const ports = { fromPort: from, toPort: to, securityGroupId: OWN };
    if (!isNewer) {
        const whom =
            "block" in peer
                ? { cidrBlocks: [peer.block] }
                : "group" in peer
                  ? { sourceSecurityGroupId: peer.group }
                  : { self: true };
        return { kind: "securityGroupRule", id, values: { type: direction, protocol, ...ports, ...whom } };
    }
    const whom =
        "block" in peer ? { cidrIpv4: peer.block } : { referencedSecurityGroupId: "group" in peer ? peer.group : OWN };
    const kind = direction === "ingress" ? "securityGroupIngressRule" : "securityGroupEgressRule";
    return { kind, id, values: { ipProtocol: protocol, ...ports, ...whom } };
}

function stackOf(rules: readonly (readonly [Spoken, string])[], change?: (group: ResourceFacts[]) => void): Stack {
    const inline = (direction: string) =>
        rules.filter(([rule, how]) => how === "inline" && rule.direction === direction).map(([rule]) => inlineOf(rule));
    const resources: ResourceFacts[] = [
        { kind: "securityGroup", id: "own", values: { id: OWN, ingress: inline("ingress"), egress: inline("egress") } },
        ...rules.flatMap(([rule, how], index) => (how === "inline" ? [] : [separateOf(rule, how === "newer", index)])),
    ];
    change?.(resources);
    return new Stack({ resources });
}

function groupsOf(...ids: string[]): NamedList {
    return { names: ids.map((id) => ({ id, made: [] })), complete: true };
}

type Asked = { direction: "ingress" | "egress"; protocol: "tcp" | "udp"; number: number; block: string; group: string };

function answerIn(stack: Stack, { direction, protocol, number, block, group }: Asked) {
    const own = stack.ofKind("securityGroup")[0]!;
    const end: Endpoint = { groups: groupsOf(group), block: parseBlock(block)! };
    return permits(rulesOf(stack, { id: OWN, made: [own] }, direction), { protocol, number }, end);
}

/** The same question, asked of the words. */
function expected(rules: readonly Spoken[], { direction, protocol, number, block, group }: Asked): boolean {
    return rules.some((rule) => {
        if (rule.direction !== direction) return false;
        if (rule.protocol !== "-1" && (rule.protocol !== protocol || number < rule.from || number > rule.to))
            return false;
        if ("self" in rule.peer) return group === OWN;
        if ("group" in rule.peer) return group === rule.peer.group;
        const prefix = { "10.0.1.0/24": "10.0.1.", "10.9.0.0/16": "10.9.", "203.0.113.0/24": "203.0.113." }[block]!;
        if (rule.peer.block === "0.0.0.0/0") return true;
        if (rule.peer.block === "10.0.0.0/8") return prefix.startsWith("10.");
        return rule.peer.block === "10.0.1.0/24" && prefix === "10.0.1.";
    });
}

/** A block within the other's lets a part of it through, so that nothing can be said. */
function isPartly(rules: readonly Spoken[], block: string): boolean {
    return block === "10.0.1.0/24" && rules.some(({ peer }) => "block" in peer && peer.block === "10.0.1.7/32");
}

describe("what rules of security groups permit", () => {
    it("is the same in all three spellings, and what the words say", () => {
        fc.assert(
            fc.property(spoken$, asked, (rules, question) => {
                const words = rules.map(([rule]) => rule);
                const answer = answerIn(stackOf(rules), question);
                if (isUnknown(answer)) assert.ok(isPartly(words, question.block));
                else assert.equal(answer, expected(words, question));
            }),
            { numRuns: 500 },
        );
    });

    it("does not hang on the order of the rules", () => {
        fc.assert(
            fc.property(spoken$, asked, (rules, question) => {
                assert.equal(answerIn(stackOf([...rules].reverse()), question), answerIn(stackOf(rules), question));
            }),
        );
    });

    it("is not turned round by what is not known: it stays, or is left open", () => {
        fc.assert(
            fc.property(spoken$, asked, fc.nat(), fc.nat(), (rules, question, which, member) => {
                const known = answerIn(stackOf(rules), question);
                const hidden = answerIn(
                    stackOf(rules, (resources) => {
                        const resource = resources[which % resources.length]!;
                        const names = Object.keys(resource.values).filter((name) => name !== "id");
                        const name = names[member % names.length]!;
                        resources[which % resources.length] = {
                            ...resource,
                            values: { ...resource.values, [name]: UNKNOWN },
                        };
                    }),
                    question,
                );
                assert.ok(isUnknown(hidden) || hidden === known);
            }),
            { numRuns: 500 },
        );
    });

    it("never shrinks when a rule is added", () => {
        fc.assert(
            fc.property(spoken$, fc.tuple(spoken, spelling), asked, (rules, more, question) => {
                if (answerIn(stackOf(rules), question) === true) {
                    assert.equal(answerIn(stackOf([...rules, more]), question), true);
                }
            }),
        );
    });

    const none = { rules: [], complete: true };
    const end: Endpoint = { groups: groupsOf("sg-0000000b"), block: parseBlock("10.0.1.0/24")! };

    it("is nothing without rules, and open where rules may be elsewhere", () => {
        const port = { protocol: "tcp", number: 9096 } as const;
        assert.equal(permits(none, port, end), false);
        assert.equal(permits({ ...none, complete: false }, port, end), UNKNOWN);
        assert.equal(permitsSome(none, "tcp", 9000, 9100), false);
    });

    it("is anywhere what it is to anybody, as long as there is anybody", () => {
        const to = (peer: Spoken["peer"] | undefined) => {
            const rule = { direction: "egress", protocol: "tcp", from: 9092, to: 9096, peer: peer! } as const;
            const stack = peer
                ? stackOf([[rule, "inline"]])
                : stackOf([], ([group]) => {
                      (group!.values as Record<string, unknown>).egress = [
                          { protocol: "tcp", fromPort: 0, toPort: 65_535 },
                      ];
                  });
            const own = stack.ofKind("securityGroup")[0]!;
            return permits(rulesOf(stack, { made: [own] }, "egress"), { protocol: "tcp", number: 9094 }, ANYWHERE);
        };
        assert.equal(to({ block: "192.0.2.1/32" }), true);
        assert.equal(to(undefined), false);
    });
});

describe("the rules of a group", () => {
    const rulesIn = (group: ResourceFacts, ...others: ResourceFacts[]) => {
        const stack = new Stack({ resources: [group, ...others] });
        return rulesOf(stack, { made: [group] }, "egress");
    };
    const bare = { kind: "securityGroup", id: "own", values: { egress: UNKNOWN } } as const;

    it("are none where a list that was left out is an output, and open where it was given", () => {
        assert.equal(rulesIn({ ...bare, references: { description: [] } }).complete, true);
        assert.equal(rulesIn({ ...bare, references: { description: [], egress: ["subnet"] } }).complete, false);
        assert.equal(rulesIn({ ...bare, references: {} }).complete, false);
        assert.equal(rulesIn(bare).complete, false);
    });

    it("are open where a rule may be its own or another group's, or in either direction", () => {
        const group = { ...bare, values: {} };
        const rule = (values: object, references?: Record<string, string[]>): ResourceFacts => ({
            kind: "securityGroupRule",
            id: "rule",
            values: { type: "egress", protocol: "tcp", fromPort: 1, toPort: 2, ...values },
            ...(references ? { references } : {}),
        });
        assert.equal(rulesIn(group, rule({ securityGroupId: UNKNOWN })).complete, false);
        const own = { securityGroupId: ["own"] };
        assert.equal(rulesIn(group, rule({ securityGroupId: UNKNOWN }, own)).rules.length, 1);
        assert.equal(rulesIn(group, rule({ securityGroupId: UNKNOWN, type: UNKNOWN }, own)).complete, false);
        assert.equal(rulesIn(group, rule({ securityGroupId: UNKNOWN, type: "ingress" }, own)).complete, true);
    });

    it("of another stack may be any", () => {
        const stack = new Stack({ resources: [] });
        assert.deepEqual(rulesOf(stack, { id: OWN, made: [] }, "ingress"), { rules: [], complete: false });
    });
});
