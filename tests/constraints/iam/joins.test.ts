import assert from "node:assert/strict";
import { Judge, type ResourceFacts, UNKNOWN } from "../../../constraints";
import { destination } from "../../../constraints/examples/destinations";
import { allow, EIGHT, iotRole, NARROW, policy, rights, trust } from "../../../constraints/examples/roles";
import { stackOf } from "../../../constraints/examples/rules";
import { IAM_CONSTRAINTS } from "../../../constraints/iam";

const judge = new Judge(IAM_CONSTRAINTS);
const ROLE = "iot-kafka-interfaces";
const ACTIONS = "interface-role-actions";

/** What is said of the actions of the interface role: the resource and path, or that it is open. */
function answer(...resources: ResourceFacts[]): string {
    const { findings, undetermined } = judge.judge(stackOf(...resources));
    const found = findings.filter(({ constraint }) => constraint === ACTIONS);
    if (found.length > 0) return found.map(({ resource, path }) => [resource, ...path].join(" ")).join("; ");
    return undetermined.some(({ constraint }) => constraint === ACTIONS) ? "open" : "nothing";
}

const plant = destination("plant");
const role = iotRole(ROLE);
const LACKING = policy(allow(EIGHT.slice(1)));

function attached(
    kind: ResourceFacts["kind"],
    values: Record<string, unknown>,
    more: Partial<ResourceFacts> = {},
): ResourceFacts {
    return { kind, id: kind, name: kind, values, ...more };
}

/** A destination whose role is known by the edge alone. */
function byEdge(roleId = ROLE): ResourceFacts {
    const { values } = plant;
    return destination("plant", {
        values: { ...values, vpcConfiguration: { ...(values.vpcConfiguration as object), roleArn: UNKNOWN } },
        references: { vpcConfiguration: [roleId] },
    });
}

describe("a role and what AWS IoT assumes it for", () => {
    it("are joined by the ARN, by the name at its end, or by the edge", () => {
        const own = rights(ROLE, LACKING);
        assert.equal(answer(role, own, plant), `${ROLE}-policy policy`);
        assert.equal(
            answer({ ...role, values: { ...role.values, arn: UNKNOWN } }, own, plant),
            `${ROLE}-policy policy`,
        );
        const unnamed = { ...role, values: { assumeRolePolicy: trust(), arn: UNKNOWN, name: UNKNOWN } };
        assert.equal(
            answer(unnamed, { ...own, values: { ...own.values, role: UNKNOWN } }, byEdge()),
            `${ROLE}-policy policy`,
        );
    });

    it("are not joined otherwise: such a role is never judged", () => {
        const other = iotRole("another", { assumeRolePolicy: "{" });
        const { findings, undetermined } = judge.judge(
            stackOf(other, rights("another", "{"), role, rights(ROLE, NARROW), plant),
        );
        assert.deepEqual(
            [...findings, ...undetermined].map(({ resource }) => resource).filter((id) => id.includes("another")),
            [],
        );
    });

    it("are not joined by the name where the ARN is of another account", () => {
        const elsewhere = { ...role, values: { ...role.values, arn: UNKNOWN } };
        const stack = { ...stackOf(elsewhere, rights(ROLE, LACKING), plant), account: "310987654321" };
        assert.deepEqual(judge.judge(stack).findings, []);
    });

    it("are judged once where several destinations have one role", () => {
        assert.equal(answer(role, rights(ROLE, LACKING), plant, destination("second")), `${ROLE}-policy policy`);
    });

    it("give nothing where the role is outside the stack", () => {
        assert.equal(answer(plant), "nothing");
    });
});

describe("a role and its policies", () => {
    it("are joined by the role's name, by the edge, or in the role itself", () => {
        const bare = { ...rights(ROLE, NARROW), references: {} };
        assert.equal(answer(role, bare, plant), "nothing");
        const edge = rights(ROLE, NARROW);
        assert.equal(answer(role, { ...edge, values: { policy: NARROW, role: UNKNOWN } }, plant), "nothing");
        const inline = { inlinePolicies: [{ name: "interfaces", policy: NARROW }] };
        assert.equal(answer(iotRole(ROLE, inline), plant), "nothing");
        assert.equal(
            answer(iotRole(ROLE, { inlinePolicies: [{ policy: LACKING }] }), plant),
            `${ROLE} inlinePolicies 0 policy`,
        );
    });

    it("are joined over attachments, of either kind, and by CloudFormation's list of roles", () => {
        const own = attached("policy", { name: "interfaces", arn: UNKNOWN, policy: NARROW });
        const arn = "arn:aws:iam::209876543210:policy/interfaces";
        const edge = { references: { policyArn: ["policy"], role: [ROLE], roles: [ROLE] } };
        assert.equal(
            answer(role, own, attached("rolePolicyAttachment", { role: ROLE, policyArn: arn }), plant),
            "nothing",
        );
        assert.equal(
            answer(role, own, attached("rolePolicyAttachment", { role: UNKNOWN, policyArn: UNKNOWN }, edge), plant),
            "nothing",
        );
        assert.equal(
            answer(role, own, attached("policyAttachment", { roles: [ROLE], policyArn: UNKNOWN }, edge), plant),
            "nothing",
        );
        assert.equal(answer(role, attached("rolePolicy", { roles: [ROLE], policy: NARROW }), plant), "nothing");
        assert.equal(
            answer(
                role,
                attached("policy", { roles: [UNKNOWN], policy: NARROW }, { references: { roles: [ROLE] } }),
                plant,
            ),
            "nothing",
        );
        assert.equal(answer(iotRole(ROLE, { managedPolicyArns: [arn] }), own, plant), "nothing");
        const wrong = { ...own, values: { ...own.values, policy: LACKING } };
        assert.equal(answer(iotRole(ROLE, { managedPolicyArns: [arn] }), wrong, plant), "policy policy");
    });

    it("are joined over the list of all that a role may have, and over lists whose ARNs are not known yet", () => {
        const own = attached("policy", { arn: UNKNOWN, policy: NARROW });
        const more = { ...attached("policy", { arn: UNKNOWN, policy: NARROW }), id: "more" };
        const all = (policyArns: unknown, policies: readonly string[]) =>
            attached(
                "rolePolicyAttachmentsExclusive",
                { roleName: ROLE, policyArns },
                { references: { policyArns: policies } },
            );
        assert.equal(answer(role, own, all([UNKNOWN], ["policy"]), plant), "nothing");
        assert.equal(answer(role, own, more, all([UNKNOWN, UNKNOWN], ["policy", "more"]), plant), "nothing");
        assert.equal(answer(role, own, all(UNKNOWN, ["policy"]), plant), "nothing");
        assert.equal(answer(role, own, more, all([UNKNOWN], ["policy", "more"]), plant), "open");
        const several = { managedPolicyArns: [UNKNOWN, UNKNOWN] };
        const both = { ...iotRole(ROLE, several), references: { managedPolicyArns: ["policy", "more"] } };
        assert.equal(answer(both, own, more, plant), "nothing");
        const wrong = { ...own, values: { ...own.values, policy: LACKING } };
        assert.equal(answer(role, wrong, all([UNKNOWN], ["policy"]), plant), "policy policy");
        assert.equal(answer(role, all([], []), plant), ROLE);
    });

    it("of another role give nothing", () => {
        assert.equal(answer(role, iotRole("another"), rights("another", NARROW), plant), ROLE);
    });

    it("leave the question open where a policy is outside the stack or not known", () => {
        const outside = "arn:aws:iam::209876543210:policy/elsewhere";
        assert.equal(answer(role, attached("rolePolicyAttachment", { role: ROLE, policyArn: outside }), plant), "open");
        assert.equal(answer(iotRole(ROLE, { managedPolicyArns: UNKNOWN }), plant), "open");
        assert.equal(answer(iotRole(ROLE, { inlinePolicies: UNKNOWN }), plant), "open");
        assert.equal(answer(role, rights(ROLE, UNKNOWN), plant), "open");
        assert.equal(
            answer(role, { kind: "rolePolicy", id: "whose", values: { role: UNKNOWN, policy: LACKING } }, plant),
            "open",
        );
        assert.equal(answer(role, rights(ROLE, "{"), plant), "open");
        assert.equal(
            answer(
                role,
                rights(ROLE, LACKING),
                attached("rolePolicyAttachment", { role: ROLE, policyArn: "arn:aws:iam::aws:policy/Unheard" }),
                plant,
            ),
            "open",
        );
    });

    it("are complete where the provider makes the lists of a role outputs that nobody gave", () => {
        const lists = { inlinePolicies: UNKNOWN, managedPolicyArns: UNKNOWN };
        const made = iotRole(ROLE, { ...lists, uniqueId: UNKNOWN });
        assert.equal(answer({ ...made, references: {} }, rights(ROLE, LACKING), plant), `${ROLE}-policy policy`);
        const given = { ...made, references: { managedPolicyArns: ["policy"] } };
        assert.equal(answer(given, rights(ROLE, LACKING), plant), "open");
        assert.equal(answer({ ...iotRole(ROLE, lists), references: {} }, rights(ROLE, LACKING), plant), "open");
    });

    it("have the place of a finding: the only policy, or the role where there are several", () => {
        const two = [rights(ROLE, policy(allow(EIGHT[1]!)), "one"), rights(ROLE, policy(allow(EIGHT[2]!)), "two")];
        assert.equal(answer(role, ...two, plant), ROLE);
    });
});

describe("what a finding about a role says", () => {
    const said = (document: string, id: string, assumeRolePolicy = trust()) => {
        const { findings } = judge.judge(stackOf(iotRole(ROLE, { assumeRolePolicy }), rights(ROLE, document), plant));
        return findings.filter(({ constraint }) => constraint === id).map(({ message, fix }) => `${message} ${fix}`);
    };

    it("names every missing action in one finding", () => {
        const lacking = EIGHT.filter((action) => !/Vpc/.test(action));
        const [text, ...more] = said(policy(allow(lacking)), ACTIONS);
        assert.deepEqual(more, []);
        assert.match(text!, /do not allow ec2:DescribeVpcs and ec2:DescribeVpcAttribute\./);
        assert.match(text!, /Allow ec2:DescribeVpcs and ec2:DescribeVpcAttribute in a policy of iot-kafka-interfaces/);
    });

    it("has words of its own for each service that is trusted instead", () => {
        const services = ["credentials.iot", "iotevents", "kafka", "ec2", "lambda", "iot.us-east-1"];
        const texts = services.map((service) => {
            const [text] = said(
                NARROW,
                "role-trust-principal",
                trust({ Principal: { Service: `${service}.amazonaws.com` } }),
            );
            assert.ok(text?.includes(`${service}.amazonaws.com`), text);
            return text!.replace(`${service}.amazonaws.com`, "");
        });
        assert.equal(new Set(texts).size, services.length);
    });

    it("names only services that everybody knows", () => {
        const [text] = said(NARROW, "role-trust-principal", trust({ Principal: { Service: "made-up.amazonaws.com" } }));
        assert.match(text!, /does not trust iot\.amazonaws\.com/);
        assert.ok(!text!.includes("made-up"));
    });
});
