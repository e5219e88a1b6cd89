import { type Properties, part, text, texts } from "../../../provider/value";
import type { Account } from "../../account";
import { uuid } from "../../identifiers";
import { lacks, roleOf, trusts } from "../../permissions";
import { Refusal } from "../../refusal";
import { arn, type Scope } from "../../scope";
import type { Held, ResourceTable, Settled } from "../../table";

const TOKEN = "aws:iot/topicRuleDestination:TopicRuleDestination";
const SUBNET = "aws:ec2/subnet:Subnet";
const SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
const QUOTA = 5;
const REFUSED_ZONE = "use1-az3";

const ACTIONS = [
    "ec2:CreateNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:CreateNetworkInterfacePermission",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcs",
    "ec2:DescribeVpcAttribute",
    "ec2:DescribeSecurityGroups",
];

/**
 * A VPC destination: IN_PROGRESS, then ENABLED (or DISABLED when so ordered) or ERROR; while it is deleted DELETING,
 * where it stays when its role can no longer remove the interfaces.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/vpc-rule-action.html
 */
export const topicRuleDestination: ResourceTable = {
    token: TOKEN,
    required: ["vpcConfiguration"],
    defaults: { enabled: true },
    computed: ["arn"],
    replaces: ["vpcConfiguration"],
    sets: ["vpcConfiguration.subnetIds", "vpcConfiguration.securityGroups"],
    remembers: ["arn", "vpcConfiguration"],
    make: ({ scope }) => {
        const destinationArn = arn(scope, "iot", `ruledestination/vpc/${uuid()}`);
        return { id: destinationArn, outputs: { arn: destinationArn } };
    },
    refuse: ({ moment, account, scope, inputs }) => {
        const vpc = part(inputs, "vpcConfiguration");
        const missing = ["vpcId", "subnetIds", "roleArn"].find(
            (name) => !vpc?.[name] || (texts(vpc, name).length === 0 && !text(vpc, name)),
        );
        if (missing) {
            return new Refusal("InvalidRequestException", `vpcConfiguration.${missing} is required`);
        }
        return moment === "create" && account.all(TOKEN, scope.region).length >= QUOTA
            ? new Refusal("LimitExceededException", `At most ${QUOTA} VPC destinations per account and Region`)
            : undefined;
    },
    // A role that is seconds old is not known everywhere yet.
    passes: ({ code, reason }) =>
        code === "InvalidRequestException" && /sts:AssumeRole|Missing permission/.test(reason),
    settle: (attempt) => {
        const { account, inputs } = attempt;
        setStatus(attempt, "IN_PROGRESS");
        const reason = statusReason(account, part(inputs, "vpcConfiguration"));
        if (reason !== undefined) {
            setStatus(attempt, "ERROR");
            return broken(attempt.id, reason);
        }
        setStatus(attempt, inputs.enabled === false ? "DISABLED" : "ENABLED");
        return {};
    },
    breaks: (attempt) => setStatus(attempt, "ERROR"),
    broken: ({ id, account }) => (account.find(TOKEN, id)?.facts.status === "ERROR" ? "vpcConfiguration" : undefined),
    // Removing the interfaces takes AWS minutes; here long enough for a policy that is deleted side by side to be gone.
    lingers: 300,
    holds: (held) => {
        const reason = deletionProblem(held);
        if (reason === undefined) {
            return undefined;
        }
        setStatus(held, "DELETING");
        return new Refusal(
            "timeout while waiting for the destination to be deleted",
            `IoT Topic Rule Destination (${held.id}): last state: 'DELETING', last error: ${reason}. ` +
                "Its network interfaces remain and block the deletion of their subnets and security groups. " +
                "Delete the destination before the policies of its role: make it depend on them.",
        );
    },
};

/** The network interfaces that destinations hold: none before ENABLED, all until the deletion has succeeded. */
export function interfacesHeld(account: Account, scope: Scope): readonly Properties[] {
    return account
        .all(TOKEN, scope.region)
        .filter(({ facts }) => ["ENABLED", "DISABLED", "DELETING"].includes(String(facts.status)))
        .map(({ facts }) => part(facts, "vpcConfiguration") ?? {});
}

/** Why AWS IoT cannot make the interfaces. What the account does not know is taken to be right. */
function statusReason(account: Account, vpc: Properties | undefined): string | undefined {
    const vpcId = text(vpc, "vpcId");
    const subnets = texts(vpc, "subnetIds").map((id) => account.find(SUBNET, id));
    const groups = texts(vpc, "securityGroups").map((id) => account.find(SECURITY_GROUP, id));
    const stray = [...subnets, ...groups].find((one) => one && one.facts.vpcId !== vpcId);
    if (stray) {
        return `${stray.id} does not belong to the VPC ${vpcId}`;
    }
    if (subnets.some((subnet) => subnet?.facts.availabilityZoneId === REFUSED_ZONE)) {
        return `The Availability Zone ${REFUSED_ZONE} is not supported`;
    }
    return roleProblem(account, text(vpc, "roleArn") ?? "");
}

function roleProblem(account: Account, roleArn: string): string | undefined {
    const role = roleOf(account, roleArn);
    if (!role) {
        return undefined;
    }
    if (!trusts(role, "iot.amazonaws.com")) {
        return `AWS IoT cannot assume the role ${roleArn} (sts:AssumeRole): its trust policy does not name iot.amazonaws.com`;
    }
    const missing = lacks(account, role, ACTIONS);
    return missing.length > 0 ? `Missing permission for the role ${roleArn}: ${missing.join(", ")}` : undefined;
}

/** Only a role that the account has seen can be missed; a role from elsewhere is taken to be still there. */
function deletionProblem({ id, account, state, scope }: Held): string | undefined {
    const record = account.find(TOKEN, id, scope.region);
    const roleArn = text(part(state, "vpcConfiguration"), "roleArn") ?? "";
    if (!record || record.facts.status === "ERROR" || record.facts.roleKnown !== true) {
        return undefined;
    }
    const role = roleOf(account, roleArn);
    if (!role) {
        return `the role ${roleArn} no longer exists`;
    }
    const missing = lacks(account, role, ["ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface"]);
    return missing.length > 0 ? `the role ${roleArn} no longer allows ${missing.join(", ")}` : undefined;
}

function setStatus({ id, account, scope }: Pick<Held, "id" | "account" | "scope">, status: string): void {
    const record = account.find(TOKEN, id, scope.region);
    if (record) {
        const roleArn = text(part(record.facts, "vpcConfiguration"), "roleArn") ?? "";
        const roleKnown = record.facts.roleKnown === true || roleOf(account, roleArn) !== undefined;
        account.remember({ ...record, facts: { ...record.facts, status, roleKnown } });
    }
}

function broken(id: string, reason: string): Settled {
    return {
        broken:
            `waiting for IoT Topic Rule Destination (${id}) create: unexpected state 'ERROR', wanted target 'ENABLED'. ` +
            `last error: ${reason} (answered by the stand-in for AWS, not by AWS)`,
    };
}
