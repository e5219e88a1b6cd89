import type { Shape } from "./shape";

const NONE = ["none", "none"] as const;

const SECRET: Shape = { leaves: ["secretId", "roleArn", "key"] };
const FILE: Shape = { leaves: ["secretId", "roleArn"] };
const STORED: Shape = { leaves: ["existingSecretId", "key"] };

const AUTHENTICATION: Shape = {
    kinds: { usernameSecret: "username", keyStorePasswordSecret: "keyStorePassword" },
    members: {
        usernameSecret: SECRET,
        password: SECRET,
        keytab: FILE,
        keyStore: FILE,
        keyStorePasswordSecret: SECRET,
        keyPassword: SECRET,
        trustStore: {
            kinds: { passwordSecret: "password" },
            members: { file: { members: { binary: FILE, text: SECRET } }, passwordSecret: SECRET },
        },
    },
};

const ACTION: Shape = { members: { authentication: AUTHENTICATION } };

const RULE_MEMBERS: Readonly<Record<string, Shape>> = {
    moreKafka: { each: ACTION },
    errorAction: { word: NONE, members: { kafka: ACTION } },
};

/** Of the arguments of a `KafkaTopicRule`. */
export const KAFKA_TOPIC_RULE_SHAPE: Shape = { members: { ...RULE_MEMBERS, authentication: AUTHENTICATION } };

/** Of the arguments of a `KafkaCredentials`. */
export const KAFKA_CREDENTIALS_SHAPE: Shape = {
    members: {
        keyStore: {
            kinds: { passwordSecret: "password", keyPasswordSecret: "keyPassword" },
            members: { passwordSecret: STORED, keyPasswordSecret: STORED },
        },
        trustStore: { kinds: { passwordSecret: "password" }, members: { passwordSecret: STORED } },
    },
};

/** Of the arguments of an `MskCluster`. */
export const MSK_CLUSTER_SHAPE: Shape = { members: { logs: { word: NONE } } };

const ALARM: Shape = { word: NONE };

const ALARM_MEMBERS: Readonly<Record<string, Shape>> = Object.fromEntries(
    [
        "failures",
        "errorActionFailures",
        "throttled",
        "parseErrors",
        "noSuccess",
        "idle",
        "diskUsed",
        "cpu",
        "offlinePartitions",
        "underReplicatedPartitions",
        "noController",
        "connections",
        "dashboard",
        "notify",
    ].map((name) => [name, ALARM]),
);

/** Of the arguments of `PipelineAlarms`. */
export const PIPELINE_ALARMS_SHAPE: Shape = { members: ALARM_MEMBERS };

/** Of the arguments of a `VpcDestination`, which are the same. */
export const VPC_DESTINATION_SHAPE: Shape = {};

/** Of the arguments of an `IotKafkaPipeline`. */
export const IOT_KAFKA_PIPELINE_SHAPE: Shape = {
    flags: { newNetwork: ["network", "new"] },
    members: {
        ...RULE_MEMBERS,
        kafka: {
            kinds: { authentication: "credentials" },
            members: {
                cluster: MSK_CLUSTER_SHAPE,
                credentials: KAFKA_CREDENTIALS_SHAPE,
                authentication: AUTHENTICATION,
            },
        },
        topicSettings: { word: ["existing", "existing"] },
        alarms: { word: NONE, mayBeEmpty: true, members: ALARM_MEMBERS },
    },
};
