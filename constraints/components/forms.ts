import { errorActionForm } from "./errorActionForm";
import type { Form, ObjectForm } from "./form";
import { OTHER_ACTIONS } from "./otherActions";
import { checkSameActions } from "./sameActions";
import {
    checkAddress,
    checkBrokerList,
    checkCidrBlock,
    checkSecurityGroupId,
    HIGHEST_PORT,
    LOWEST_PORT,
} from "./texts";

export { RETENTION_DAYS } from "./errorActionForm";

const TEXT: Form = { is: "text" };
const FLAG: Form = { is: "flag" };
const TAGS: Form = { is: "map" };

const SECRET_TEXT: ObjectForm = {
    is: "object",
    required: { secretId: TEXT, roleArn: TEXT },
    optional: { key: TEXT },
};
const SECRET_FILE: ObjectForm = { is: "object", required: { secretId: TEXT, roleArn: TEXT } };
const TEXT_OR_SECRET: Form = { is: "textOr", object: SECRET_TEXT };

const TLS: Readonly<Record<string, Form>> = {
    trustStore: {
        is: "object",
        required: {
            file: { is: "oneMember", members: { binary: SECRET_FILE, text: SECRET_TEXT, base64: TEXT } },
        },
        optional: { password: TEXT_OR_SECRET },
    },
};

const USER_AND_PASSWORD: ObjectForm = {
    is: "object",
    required: { username: TEXT_OR_SECRET, password: SECRET_TEXT },
    optional: TLS,
};

export const AUTHENTICATION: Extract<Form, { is: "tagged" }> = {
    is: "tagged",
    by: "mode",
    variants: {
        "SCRAM-SHA-512": USER_AND_PASSWORD,
        PLAIN: USER_AND_PASSWORD,
        GSSAPI: {
            is: "object",
            required: { keytab: SECRET_FILE, serviceName: TEXT, kdc: TEXT, realm: TEXT, principal: TEXT },
            optional: TLS,
        },
        SSL: {
            is: "object",
            required: { keyStore: SECRET_FILE, keyStorePassword: TEXT_OR_SECRET },
            optional: { keyPassword: SECRET_TEXT, ...TLS },
        },
    },
};

/** What is written of a record, beside its topic. */
const MESSAGE: Readonly<Record<string, Form>> = {
    key: TEXT,
    partition: TEXT,
    headers: { is: "list", of: { is: "object", required: { key: TEXT, value: TEXT } } },
    acks: TEXT,
    compression: TEXT,
    keySerializer: TEXT,
    valueSerializer: TEXT,
};

/** The cluster of a Kafka action. */
const CONNECTION: Readonly<Record<string, Form>> = {
    destinationArn: TEXT,
    bootstrapServers: TEXT,
    authentication: AUTHENTICATION,
};

/** What the arguments of a `KafkaTopicRule` look like. */
export const KAFKA_TOPIC_RULE_FORM: ObjectForm = {
    is: "object",
    open: true,
    elsewhere: {
        name: "Give ruleName.",
        kafkas: "Give topic, destinationArn, bootstrapServers and authentication themselves, and moreKafka for more.",
        clientProperties: "Give bootstrapServers, authentication, acks and compression instead.",
    },
    required: { sql: TEXT, topic: TEXT, ...CONNECTION },
    optional: {
        ...MESSAGE,
        moreKafka: {
            is: "list",
            plain: true,
            of: { is: "object", required: { topic: TEXT }, optional: { ...MESSAGE, ...CONNECTION } },
        },
        otherActions: {
            is: "object",
            elsewhere: { kafkas: "Give moreKafka to the rule." },
            optional: Object.fromEntries(OTHER_ACTIONS.map((name) => [name, { is: "list", of: { is: "given" } }])),
        },
        ruleName: TEXT,
        enabled: FLAG,
        description: TEXT,
        sqlVersion: TEXT,
        errorAction: errorActionForm({ is: "object", required: { topic: TEXT, ...CONNECTION }, optional: MESSAGE }),
        region: TEXT,
        tags: TAGS,
    },
    check: checkSameActions,
};

export const SECURITY_GROUP_ID: Form = { is: "text", check: checkSecurityGroupId };
export const CIDR_BLOCKS: Form = { is: "list", of: { is: "text", check: checkCidrBlock }, plain: true };

/** Where the name of a key distribution center leads. */
export const KDC_ADDRESSES = {
    addresses: { is: "list", of: { is: "text", check: checkAddress }, notEmpty: true },
} as const;

/** What belongs to the security group that a `VpcDestination` makes where none is given. */
const OF_OWN_GROUP = [
    "brokerPort",
    "bootstrapServers",
    "brokerSecurityGroupId",
    "brokerCidrBlocks",
    "kerberos",
    "kdcSecurityGroupId",
    "kdcCidrBlocks",
];

/** What the arguments of a `VpcDestination` look like. */
export const VPC_DESTINATION_FORM: ObjectForm = {
    is: "object",
    open: true,
    elsewhere: {
        securityGroups: "Give securityGroupIds.",
        vpcConfiguration: "Give vpcId, subnetIds, securityGroupIds and roleArn themselves.",
    },
    required: { vpcId: TEXT, subnetIds: { is: "list", of: TEXT } },
    optional: {
        securityGroupIds: { is: "list", of: TEXT },
        brokerPort: { is: "number", from: LOWEST_PORT, to: HIGHEST_PORT },
        bootstrapServers: { is: "text", check: checkBrokerList },
        brokerSecurityGroupId: SECURITY_GROUP_ID,
        brokerCidrBlocks: CIDR_BLOCKS,
        kerberos: { is: "plainFlag" },
        kdcSecurityGroupId: SECURITY_GROUP_ID,
        kdcCidrBlocks: CIDR_BLOCKS,
        kdcRecord: { is: "object", required: { host: TEXT, ...KDC_ADDRESSES }, optional: { zoneId: TEXT } },
        roleArn: TEXT,
        interfacePermissions: { is: "word", words: ["tagged", "documented"] },
        enabled: FLAG,
        region: TEXT,
        tags: TAGS,
    },
    exclusive: [
        ["securityGroupIds", OF_OWN_GROUP],
        ["roleArn", ["interfacePermissions"]],
        ["brokerPort", ["bootstrapServers"]],
    ],
};
