import { EXPRESS_TYPES, STANDARD_TYPES } from "../data/brokerTypes";
import type { Form, ObjectForm } from "./form";
import { RETENTION_DAYS } from "./forms";
import { checkKeyArn } from "./identifiers";
import { EXPRESS_SERVER_PROPERTIES_FORM, SERVER_PROPERTIES_FORM } from "./mskServerPropertyForm";
import { checkSecurityGroupId, type TextCheck } from "./texts";

const TEXT: Form = { is: "text" };
const FLAG: Form = { is: "flag" };
const NUMBER: Form = { is: "number" };
const TEXTS = { is: "list", of: TEXT } satisfies Form;

const AUTHENTICATION: ObjectForm = {
    is: "object",
    elsewhere: {
        sasl: "Give scram or iam themselves.",
        tls: "Give certificateAuthorityArns itself.",
        unauthenticated: "Leave it out: access without any proof is always off.",
    },
    optional: { scram: { is: "plainFlag" }, iam: FLAG, certificateAuthorityArns: { ...TEXTS, notEmpty: true } },
    check: ({ scram = true, certificateAuthorityArns }) => {
        if (scram !== false || certificateAuthorityArns !== undefined) return undefined;
        return {
            found: "it offers neither SASL/SCRAM nor mutual TLS, so AWS IoT cannot log in",
            fix: "Leave out scram, or give certificateAuthorityArns.",
        };
    },
};

/** A legal name of a Kafka topic (KAFKA-TOPIC-01). */
const checkTopicName: TextCheck = (name) => {
    if (/^[A-Za-z0-9._-]{1,249}$/.test(name) && name !== "." && name !== "..") return undefined;
    return {
        found: "it is not the name of a Kafka topic",
        fix: "Name the topic with 1 to 249 letters, digits, dots, hyphens and underscores, and not just . or .. alone.",
    };
};

/** What the settings of a topic look like. */
export const TOPIC_FORM: ObjectForm = {
    is: "object",
    elsewhere: { partitionCount: "Give partitions.", name: "The name stands before the braces." },
    optional: { partitions: NUMBER, replicationFactor: NUMBER, configs: { is: "mapOf", of: { is: "scalar" } } },
};

const TOPICS: Form = { is: "mapOf", checkName: checkTopicName, of: TOPIC_FORM };

/** Express brokers always keep three copies. */
const EXPRESS_TOPICS: Form = {
    is: "mapOf",
    checkName: checkTopicName,
    of: { ...TOPIC_FORM, optional: { ...TOPIC_FORM.optional, replicationFactor: { is: "number", among: [3] } } },
};

const COMMON: Readonly<Record<string, Form>> = {
    instanceType: { is: "word", words: [...STANDARD_TYPES, ...EXPRESS_TYPES] },
    clusterName: TEXT,
    kafkaVersion: TEXT,
    brokers: NUMBER,
    authentication: AUTHENTICATION,
    logs: {
        is: "wordOr",
        word: "none",
        object: { is: "object", optional: { retentionDays: { is: "number", among: RETENTION_DAYS } } },
    },
    monitoring: TEXT,
    kmsKeyArn: { is: "text", check: checkKeyArn },
    topics: TOPICS,
    securityGroupIds: { is: "list", of: { is: "text", check: checkSecurityGroupId }, notEmpty: true },
    region: TEXT,
    tags: { is: "map" },
};

/** Names that people bring along from @pulumi/aws. */
const ELSEWHERE: Readonly<Record<string, string>> = {
    brokerNodeGroupInfo: "Give subnetIds, instanceType, storageGib and securityGroupIds themselves.",
    clientAuthentication: "Give authentication.",
    clientSubnets: "Give subnetIds.",
    configurationInfo: "Give serverProperties; the configuration is made.",
    encryptionInfo: "Give kmsKeyArn; between clients and brokers everything is encrypted.",
    enhancedMonitoring: "Give monitoring.",
    loggingInfo: "Give logs.",
    numberOfBrokerNodes: "Give brokers.",
    securityGroups: "Give securityGroupIds.",
};

const STANDARD: ObjectForm = {
    is: "object",
    open: true,
    elsewhere: ELSEWHERE,
    required: { vpcId: TEXT, subnetIds: TEXTS },
    optional: { ...COMMON, storageGib: NUMBER, serverProperties: SERVER_PROPERTIES_FORM },
};

const EXPRESS: ObjectForm = {
    ...STANDARD,
    elsewhere: { ...ELSEWHERE, storageGib: "Leave it out: Express brokers keep their storage themselves." },
    optional: { ...COMMON, topics: EXPRESS_TOPICS, serverProperties: EXPRESS_SERVER_PROPERTIES_FORM },
};

/** What the arguments of an `MskCluster` look like: Express brokers take less. */
export const MSK_CLUSTER_FORM: Extract<Form, { is: "chosen" }> = {
    is: "chosen",
    choose: ({ instanceType }) => (isExpressType(instanceType) ? EXPRESS : STANDARD),
};

/** True for a type of Express brokers. */
export function isExpressType(instanceType: unknown): boolean {
    return typeof instanceType === "string" && instanceType.startsWith("express.");
}
