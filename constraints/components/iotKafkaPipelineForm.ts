import type { Form, ObjectForm } from "./form";
import {
    AUTHENTICATION,
    CIDR_BLOCKS,
    KAFKA_TOPIC_RULE_FORM,
    KDC_ADDRESSES,
    SECURITY_GROUP_ID,
    VPC_DESTINATION_FORM,
} from "./forms";
import { checkClusterArn, checkRoleArn } from "./identifiers";
import { CREDENTIALS_FORM, MSK_CREDENTIALS_FORM, MSK_MODES } from "./kafkaCredentialsForm";
import { MSK_CLUSTER_FORM, TOPIC_FORM } from "./mskClusterForm";
import { ALARM_SETTINGS, BROKER_COUNT } from "./pipelineAlarmsForm";
import { isAuthentication, targetOf } from "./pipelineKinds";
import { pipelineProblems } from "./pipelineProblems";
import { checkBrokerList } from "./texts";

const TEXT: Form = { is: "text" };
const BROKERS: Form = { is: "text", check: checkBrokerList };

/** Credentials to be made, or how to log in with what exists. */
function credentialsForm(modes: readonly string[]): Form {
    return {
        is: "chosen",
        choose: (members) => {
            const { variants } = isAuthentication(members) ? AUTHENTICATION : CREDENTIALS_FORM;
            const words = Object.keys(variants).filter((mode) => modes.includes(mode));
            const word = words.find((mode) => mode === members.mode);
            const variant = word === undefined ? ANY : variants[word]!;
            return { ...variant, required: { mode: { is: "word", words }, ...variant.required } };
        },
    };
}

/** Members are not looked at where the mode, which decides on them, is wrong. */
const ANY: ObjectForm = { is: "object", open: true };

/** Members of a cluster that the pipeline settles itself. */
const SETTLED = ["vpcId", "subnetIds", "authentication", "topics", "region", "tags"];

const NEW_CLUSTER_FORM: Form = {
    is: "chosen",
    choose: (members) => {
        const form = MSK_CLUSTER_FORM.choose(members);
        const own = Object.entries(form.optional ?? {}).filter(([name]) => !SETTLED.includes(name));
        return {
            is: "object",
            elsewhere: {
                ...form.elsewhere,
                vpcId: "Give network: { vpcId, subnetIds } to the pipeline.",
                subnetIds: "Give network: { vpcId, subnetIds } to the pipeline.",
                topics: "Give topic and topicSettings to the pipeline.",
                region: "Give region to the pipeline.",
                tags: "Give tags to the pipeline.",
            },
            optional: {
                ...Object.fromEntries(own),
                authentication: {
                    is: "object",
                    elsewhere: { scram: "Leave it out: AWS IoT logs in that way." },
                    optional: { iam: { is: "flag" }, certificateAuthorityArns: { is: "list", of: TEXT } },
                },
            },
            ...(form.check ? { check: form.check } : {}),
        };
    },
};

const NEW_MSK: ObjectForm = {
    is: "object",
    optional: { cluster: NEW_CLUSTER_FORM, credentials: MSK_CREDENTIALS_FORM },
};

const EXISTING_MSK: ObjectForm = {
    is: "object",
    required: {
        clusterArn: { is: "text", check: checkClusterArn },
        bootstrapServers: BROKERS,
        credentials: credentialsForm(MSK_MODES),
    },
    optional: { brokerSecurityGroupId: SECURITY_GROUP_ID },
};

const OTHER_KAFKA: ObjectForm = {
    is: "object",
    required: { bootstrapServers: BROKERS, credentials: credentialsForm(Object.keys(AUTHENTICATION.variants)) },
    optional: {
        brokerSecurityGroupId: SECURITY_GROUP_ID,
        brokerCidrBlocks: CIDR_BLOCKS,
        kdcSecurityGroupId: SECURITY_GROUP_ID,
        kdcCidrBlocks: CIDR_BLOCKS,
        kdcRecord: {
            is: "object",
            elsewhere: { host: "Leave it out: it is kdc of the credentials." },
            required: KDC_ADDRESSES,
            optional: { zoneId: TEXT },
        },
    },
};

const TARGETS = { new: NEW_MSK, msk: EXISTING_MSK, other: OTHER_KAFKA };

const { destinationArn: _, bootstrapServers: __, authentication: ___, ...required } = KAFKA_TOPIC_RULE_FORM.required!;

/** What the arguments of an `IotKafkaPipeline` look like. */
export const IOT_KAFKA_PIPELINE_FORM: ObjectForm = {
    is: "object",
    open: true,
    elsewhere: {
        ...KAFKA_TOPIC_RULE_FORM.elsewhere,
        authentication: "Give kafka: { bootstrapServers, credentials }.",
        bootstrapServers: "Give kafka: { bootstrapServers, credentials }.",
        clusterArn: "Give kafka: { clusterArn, bootstrapServers, credentials }.",
        credentials: "Give kafka: { credentials }.",
        cluster: "Give kafka: { cluster }.",
        destinationArn: "Give destination: { existingArn }.",
        vpcId: "Give network: { vpcId, subnetIds }.",
        subnetIds: "Give network: { vpcId, subnetIds }.",
        securityGroupIds: "Give network: { vpcId, subnetIds, securityGroupIds }.",
    },
    required,
    optional: {
        ...KAFKA_TOPIC_RULE_FORM.optional,
        network: {
            is: "wordOr",
            word: "new",
            object: {
                is: "object",
                required: { vpcId: TEXT, subnetIds: { is: "list", of: TEXT } },
                optional: { securityGroupIds: { is: "list", of: SECURITY_GROUP_ID, plain: true } },
            },
        },
        destination: {
            is: "object",
            optional: {
                existingArn: TEXT,
                roleArn: { is: "text", check: checkRoleArn },
                interfacePermissions: VPC_DESTINATION_FORM.optional!.interfacePermissions!,
            },
            exclusive: [
                ["existingArn", ["roleArn", "interfacePermissions"]],
                ["roleArn", ["interfacePermissions"]],
            ],
        },
        kafka: { is: "chosen", choose: (members) => TARGETS[targetOf(members)] },
        topicSettings: { is: "wordOr", word: "existing", object: TOPIC_FORM },
        alarms: {
            is: "wordOr",
            word: "none",
            object: { is: "object", optional: { ...ALARM_SETTINGS, brokers: BROKER_COUNT } },
        },
    },
    check: pipelineProblems,
};
