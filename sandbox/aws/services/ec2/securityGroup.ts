import { text } from "../../../provider/value";
import { ec2Id } from "../../identifiers";
import { Refusal } from "../../refusal";
import { arn } from "../../scope";
import type { Attempt, ResourceTable } from "../../table";
import { first, nameOf } from "../common";
import { dependencyViolation, groupInUse } from "./inUse";

const TOKEN = "aws:ec2/securityGroup:SecurityGroup";
const RULE_SETS = ["cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "securityGroups"];
const SETS = ["ingress", "egress"].flatMap((side) => [side, ...RULE_SETS.map((name) => `${side}.${name}`)]);
const DESCRIPTION = /^[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
export const securityGroup: ResourceTable = {
    token: TOKEN,
    required: [],
    name: { property: "name", limit: 255 },
    taggable: true,
    defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
    computed: ["arn", "ownerId", "name", "namePrefix", "ingress", "egress", "vpcId"],
    replaces: ["name", "namePrefix", "description", "vpcId"],
    sets: SETS,
    remembers: ["name", "vpcId", "arn", "description", "ingress", "egress", "tagsAll"],
    make: (attempt) => {
        const id = ec2Id("sg");
        const { scope } = attempt;
        const outputs = {
            name: nameOf(attempt),
            arn: arn(scope, "ec2", `security-group/${id}`),
            ownerId: scope.account,
        };
        return { id, outputs: { ...outputs, vpcId: ec2Id("vpc"), ingress: [], egress: [] } };
    },
    refuse: (attempt) => {
        const name = text(attempt.inputs, "name");
        const description = text(attempt.inputs, "description") ?? "";
        return first(
            () =>
                name?.startsWith("sg-")
                    ? new Refusal(
                          "InvalidParameterValue",
                          `Value (${name}) for parameter GroupName is invalid. Group names may not be in the format sg-*.`,
                      )
                    : undefined,
            () =>
                DESCRIPTION.test(description)
                    ? undefined
                    : new Refusal("InvalidParameterValue", "Invalid security group description."),
            () => duplicate(attempt, name),
        );
    },
    holds: ({ id, account, scope }) =>
        groupInUse(account, scope, id) ? dependencyViolation(`resource ${id} has a dependent object`) : undefined,
};

/** The default group of a VPC is taken over, not made, and stays when it is given up. */
export const defaultSecurityGroup: ResourceTable = {
    token: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    required: [],
    taggable: true,
    defaults: { revokeRulesOnDelete: false },
    computed: ["arn", "ownerId", "name", "namePrefix", "description", "vpcId"],
    replaces: ["vpcId"],
    sets: SETS,
    make: ({ scope, inputs, account }) => {
        const known = account.find("aws:ec2/vpc:Vpc", text(inputs, "vpcId") ?? "")?.facts;
        const id = text(known, "defaultSecurityGroupId") ?? ec2Id("sg");
        const outputs = { arn: arn(scope, "ec2", `security-group/${id}`), ownerId: scope.account, name: "default" };
        return { id, outputs: { ...outputs, namePrefix: "", description: "default VPC security group" } };
    },
};

function duplicate({ moment, account, scope, inputs }: Attempt, name: string | undefined): Refusal | undefined {
    const vpcId = text(inputs, "vpcId");
    const exists = account
        .all(TOKEN, scope.region)
        .some(({ facts }) => facts.name === name && vpcId !== undefined && facts.vpcId === vpcId);
    return moment === "create" && exists
        ? new Refusal("InvalidGroup.Duplicate", `The security group '${name}' already exists for VPC '${vpcId}'`)
        : undefined;
}
