import type { ResourceFacts, StackFacts } from "../facts/stack";
import { getSecret, type Properties, rule } from "./configurations";
import { destination } from "./destinations";
import { ACCOUNT, only, stackOf } from "./rules";

/** A policy document of these statements. */
export function policy(...statements: Record<string, unknown>[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** A statement that allows these actions. */
export function allow(Action: string | readonly string[], more: Record<string, unknown> = {}): Record<string, unknown> {
    return { Effect: "Allow", Action, Resource: "*", ...more };
}

/** Lets AWS IoT assume a role, with these changes in the statement. */
export function trust(changes: Record<string, unknown> = {}): string {
    return policy({
        Effect: "Allow",
        Principal: { Service: "iot.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
            StringEquals: { "aws:SourceAccount": ACCOUNT },
            ArnLike: { "aws:SourceArn": `arn:aws:iot:us-east-1:${ACCOUNT}:*` },
        },
        ...changes,
    });
}

/** The same with this condition; without one where there is none. */
export function trustUnder(Condition?: Record<string, unknown>): string {
    return trust({ Condition });
}

export const DESCRIBING = [
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcs",
    "ec2:DescribeVpcAttribute",
    "ec2:DescribeSecurityGroups",
];

/** The founding page's eight actions. */
export const EIGHT = [
    "ec2:CreateNetworkInterface",
    "ec2:CreateNetworkInterfacePermission",
    "ec2:DeleteNetworkInterface",
    ...DESCRIBING,
];

/** The right to let AWS IoT into interfaces with its tag only. */
export const TAGGED_ONLY = allow("ec2:CreateNetworkInterfacePermission", {
    Condition: { StringEquals: { "ec2:ResourceTag/VPCDestinationENI": "true" } },
});

/** The right to tag an interface while making it. */
export const TAGGING = allow("ec2:CreateTags", {
    Condition: {
        StringEquals: { "ec2:CreateAction": "CreateNetworkInterface", "aws:RequestTag/VPCDestinationENI": "true" },
    },
});

/** The narrow form of the VPC destination page. */
export const NARROW = policy(
    allow(EIGHT.filter((action) => action !== "ec2:CreateNetworkInterfacePermission")),
    TAGGED_ONLY,
    TAGGING,
);

/** A role of the stack, by its name, with these inputs. */
export function iotRole(name: string, values: Record<string, unknown> = {}): ResourceFacts {
    const arn = `arn:aws:iam::${ACCOUNT}:role/${name}`;
    return { kind: "role", id: name, name, values: { arn, name, assumeRolePolicy: trust(), ...values } };
}

/** An inline policy of a role. */
export function rights(role: string, document: unknown, id = `${role}-policy`): ResourceFacts {
    return {
        kind: "rolePolicy",
        id,
        name: id,
        values: { role, policy: document },
        references: { role: [role] },
        dependencies: [role],
    };
}

const INTERFACES = "iot-kafka-interfaces";
const SECRETS = "iot-kafka-secrets";
const ERRORS = "errors";

/** A destination whose role has these inputs, and this inline policy where one is given. */
export function withInterfaceRole(document: unknown = NARROW, values: Record<string, unknown> = {}): StackFacts {
    return withInterfacePolicies(document === undefined ? [] : [rights(INTERFACES, document)], values);
}

/** A destination whose role has these resources beside it. */
export function withInterfacePolicies(policies: ResourceFacts[], values: Record<string, unknown> = {}): StackFacts {
    const dependencies = [INTERFACES, ...policies.map(({ id }) => id)];
    return stackOf(iotRole(INTERFACES, values), ...policies, destination("plant", { dependencies }));
}

/** A destination whose role is trusted so. */
export function withTrust(assumeRolePolicy: unknown): StackFacts {
    return withInterfaceRole(NARROW, { assumeRolePolicy });
}

export const SECRET_NAME = "AmazonMSK_plant";
export const SECRET_PATTERN = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:${SECRET_NAME}-??????`;
export const READING = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"];

/** A rule that reads its user with a role that has this inline policy, beside these other resources. */
export function withSecretRole(document: unknown, others: ResourceFacts[] = [], changes: Properties = {}): StackFacts {
    return withSecretPolicies([rights(SECRETS, document)], others, changes);
}

/** The same with these policies. */
export function withSecretPolicies(
    policies: ResourceFacts[],
    others: ResourceFacts[] = [],
    changes: Properties = {},
): StackFacts {
    const reading = {
        "sasl.scram.username": getSecret(SECRET_NAME, "SecretString", "username"),
        "sasl.scram.password": getSecret(SECRET_NAME, "SecretString", "password"),
        ...changes,
    };
    return stackOf(iotRole(SECRETS), ...policies, ...others, only(ruleReading(reading)));
}

function ruleReading(properties: Properties): StackFacts {
    const [one] = rule([]).resources;
    const kafka = {
        destinationArn: `arn:aws:iot:us-east-1:${ACCOUNT}:ruledestination/vpc/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e`,
        topic: "telemetry",
        key: "${topic(2)}",
        clientProperties: {
            "bootstrap.servers": "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096",
            "security.protocol": "SASL_SSL",
            "sasl.mechanism": "SCRAM-SHA-512",
            ...properties,
        },
    };
    return stackOf({ ...one!, values: { ...one!.values, kafkas: [kafka] } });
}

/** A rule with this error action, whose role has this inline policy. */
export function withErrorRole(
    errorAction: Record<string, unknown>,
    document?: unknown,
    values: Record<string, unknown> = {},
): StackFacts {
    const [one] = ruleReading({
        "sasl.scram.username": getSecret(SECRET_NAME, "SecretString", "username"),
        "sasl.scram.password": getSecret(SECRET_NAME, "SecretString", "password"),
    }).resources;
    const policies = document === undefined ? [] : [rights(ERRORS, document)];
    return stackOf(iotRole(ERRORS, values), ...policies, { ...one!, values: { ...one!.values, errorAction } });
}

/** The ARN of the role of an error action. */
export const ERROR_ROLE = `arn:aws:iam::${ACCOUNT}:role/${ERRORS}`;

/** An error action that sends to a queue. */
export const ERROR_QUEUE = {
    sqs: { queueUrl: `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/errors`, roleArn: ERROR_ROLE },
};

/** A rule with an error action to a queue, whose role has the right to it and this trust policy. */
export function withErrorTrust(assumeRolePolicy: string): StackFacts {
    return withErrorRole(ERROR_QUEUE, policy(allow("sqs:SendMessage")), { assumeRolePolicy });
}
