import assert from "node:assert/strict";
import fc from "fast-check";
import { isUnknown, UNKNOWN } from "../../../constraints/core/known";
import { parseBlock } from "../../../constraints/facts/blocks";
import { aclOf, entriesOf, passes, type Range } from "../../../constraints/facts/networkAcls";
import { type ResourceFacts, Stack } from "../../../constraints/facts/stack";

const PORT = fc.integer({ min: 0, max: 20 });
const entry = fc.record({
    ruleNo: fc.integer({ min: 1, max: 5 }),
    action: fc.constantFrom("allow", "deny"),
    protocol: fc.constantFrom("tcp", "6", "udp", "-1"),
    fromPort: PORT,
    toPort: PORT,
    cidrBlock: fc.constantFrom("0.0.0.0/0", "10.0.0.0/16", "192.168.0.0/16"),
});
const entries = fc.uniqueArray(entry, { maxLength: 4, selector: ({ ruleNo }) => ruleNo });
const range = fc.tuple(PORT, PORT).map(([one, other]): Range => [Math.min(one, other), Math.max(one, other)]);

function answer(list: readonly object[], asked: Range, separately = false) {
    const acl: ResourceFacts = {
        kind: "networkAcl",
        id: "acl",
        values: { id: "acl-1", ingress: separately ? [] : list },
    };
    const rules = list.map(
        (values, index): ResourceFacts => ({
            kind: "networkAclRule",
            id: `rule${index}`,
            values: { ...spelledApart(values as Record<string, unknown>), networkAclId: "acl-1" },
        }),
    );
    const stack = new Stack({ resources: [acl, ...(separately ? rules : [])] });
    return passes(entriesOf(stack, acl, "ingress"), asked, parseBlock("10.0.1.0/24")!);
}

function spelledApart({ ruleNo, action, ...rest }: Record<string, unknown>) {
    return { ruleNumber: ruleNo, ruleAction: action, ...rest };
}

/** Each port by itself, as the first entry that fits decides. */
function expected(
    list: readonly {
        ruleNo: number;
        action: string;
        protocol: string;
        fromPort: number;
        toPort: number;
        cidrBlock: string;
    }[],
    [first, last]: Range,
) {
    for (let port = first; port <= last; port++) {
        const decides = [...list]
            .sort((a, b) => a.ruleNo - b.ruleNo)
            .find(
                ({ protocol, fromPort, toPort, cidrBlock }) =>
                    cidrBlock !== "192.168.0.0/16" &&
                    (protocol === "-1" || (protocol !== "udp" && fromPort <= port && port <= toPort)),
            );
        if (decides?.action !== "allow") return false;
    }
    return true;
}

describe("what a network ACL lets pass", () => {
    it("is what the first entry that fits says of each port, whichever way they are written", () => {
        fc.assert(
            fc.property(entries, range, (list, asked) => {
                assert.equal(answer(list, asked), expected(list, asked));
                assert.equal(answer(list, asked, true), expected(list, asked));
            }),
            { numRuns: 500 },
        );
    });

    it("is not turned round by what is not known", () => {
        fc.assert(
            fc.property(
                entries,
                range,
                fc.nat(),
                fc.constantFrom("ruleNo", "action", "protocol", "toPort", "cidrBlock"),
                (list, asked, which, name) => {
                    const hidden = list.map((one, index) =>
                        index === which % list.length ? { ...one, [name]: UNKNOWN } : one,
                    );
                    const found = answer(hidden, asked);
                    assert.ok(isUnknown(found) || found === answer(list, asked));
                },
            ),
            { numRuns: 500 },
        );
    });
});

describe("the network ACL of a subnet", () => {
    const subnet: ResourceFacts = {
        kind: "subnet",
        id: "subnet",
        values: { vpcId: UNKNOWN },
        references: { vpcId: ["vpc"] },
    };
    const vpc: ResourceFacts = { kind: "vpc", id: "vpc", values: {} };
    const acl = (values: object, references: Record<string, string[]>): ResourceFacts => ({
        kind: "networkAcl",
        id: "acl",
        values: { ...values },
        references,
    });
    const found = (...others: ResourceFacts[]) => {
        const answered = aclOf(new Stack({ resources: [vpc, subnet, ...others] }), subnet);
        return isUnknown(answered) ? "unknown" : answered?.id;
    };

    it("is the one that lists it or is associated with it, else the VPC's own", () => {
        assert.equal(found(), undefined);
        assert.equal(found(acl({ subnetIds: [UNKNOWN] }, { subnetIds: ["subnet"] })), "acl");
        assert.equal(found(acl({ subnetIds: [] }, { subnetIds: [] })), undefined);
        assert.equal(found(acl({ subnetIds: UNKNOWN }, {})), "unknown");
        const association: ResourceFacts = {
            kind: "networkAclAssociation",
            id: "association",
            values: { subnetId: UNKNOWN, networkAclId: UNKNOWN },
            references: { subnetId: ["subnet"], networkAclId: ["acl"] },
        };
        assert.equal(found(acl({}, {}), association), "acl");
        assert.equal(found(acl({ defaultNetworkAclId: UNKNOWN }, { defaultNetworkAclId: ["vpc"] })), "acl");
    });
});
