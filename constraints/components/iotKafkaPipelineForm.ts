import { isRecord, isUnknown } from "../core/known";
import type { Form, ObjectForm } from "./form";
import { AUTHENTICATION, CIDR_BLOCKS, KAFKA_TOPIC_RULE_FORM, SECURITY_GROUP_ID } from "./forms";
import { checkClusterArn } from "./identifiers";
import { CREDENTIALS_FORM, MSK_CREDENTIALS_FORM, MSK_MODES } from "./kafkaCredentialsForm";
import { MSK_CLUSTER_FORM, TOPIC_FORM } from "./mskClusterForm";
import { checkBrokerList } from "./texts";

const TEXT: Form = { is: "text" };
const BROKERS: Form = { is: "text", check: checkBrokerList };

/** Members that only `authentication` has. */
const OF_AUTHENTICATION = ["username", "password", "keyStorePassword", "keyPassword"];
/** Members that credentials have too, where they hold no role of their own. */
const FILES = ["keytab", "keyStore"];

/** True for `authentication` of a rule, false for credentials that are to be made or adopted. */
export function isAuthentication(credentials: unknown): boolean {
    if (!isRecord(credentials)) return false;
    if (OF_AUTHENTICATION.some((name) => credentials[name] !== undefined)) return true;
    return FILES.some((name) => {
        const file = credentials[name];
        return isRecord(file) && (file.roleArn !== undefined || file.secretId !== undefined);
    });
}

/** Credentials to be made, or how to log in with what exists. */
function credentialsForm(modes: readonly string[]): Form {
    return {
        is: "chosen",
        choose: (members) => {
            const { variants } = isAuthentication(members) ? AUTHENTICATION : CREDENTIALS_FORM;
            const words = Object.keys(variants).filter((mode) => modes.includes(mode));
            const variant = words.includes(String(members.mode)) ? variants[String(members.mode)]! : ANY;
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
    optional: { brokerSecurityGroupId: SECURITY_GROUP_ID, brokerCidrBlocks: CIDR_BLOCKS },
};

/** Which kind of target the arguments speak of. */
export function targetOf(kafka: unknown): "new" | "msk" | "other" {
    if (!isRecord(kafka)) return "new";
    if (kafka.clusterArn !== undefined) return "msk";
    return kafka.bootstrapServers !== undefined ? "other" : "new";
}

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
        destination: { is: "object", required: { existingArn: TEXT } },
        kafka: { is: "chosen", choose: (members) => TARGETS[targetOf(members)] },
        topicSettings: { is: "wordOr", word: "existing", object: TOPIC_FORM },
    },
    check: checkTogether,
};

function checkTogether(args: Readonly<Record<string, unknown>>): ReturnType<NonNullable<ObjectForm["check"]>> {
    const { network, destination, kafka, topicSettings } = args;
    if (isUnknown(kafka)) return undefined;
    const target = targetOf(kafka);
    if (network === undefined && (destination === undefined || target === "new")) {
        return { found: "network is missing", fix: 'Give network: { vpcId, subnetIds }, or "new" for a new cluster.' };
    }
    if (network === "new" && target !== "new") {
        return {
            at: "network",
            found: "it is a new VPC, from which the brokers that exist cannot be reached",
            fix: "Give network: { vpcId, subnetIds } of a VPC that reaches them.",
        };
    }
    if (network !== undefined && destination !== undefined && target !== "new") {
        return {
            at: "network",
            found: "the destination exists, and so do the brokers, so that a network would have no effect",
            fix: "Leave out network, or destination.",
        };
    }
    if (topicSettings !== undefined && target === "other") {
        return {
            at: "topicSettings",
            found: "the cluster is not one of Amazon MSK, whose topics are made elsewhere",
            fix: "Leave it out.",
        };
    }
    return checkGroups(network, kafka);
}

/** Groups that are given are used as they are, so nothing can be said of what they open. */
function checkGroups(network: unknown, kafka: unknown): ReturnType<typeof checkTogether> {
    if (!isRecord(network) || network.securityGroupIds === undefined || !isRecord(kafka)) return undefined;
    const opened = ["brokerSecurityGroupId", "brokerCidrBlocks"].filter((name) => kafka[name] !== undefined);
    if (opened.length === 0) return undefined;
    return {
        at: "kafka",
        found: `${opened.join(" and ")} would have no effect, since network.securityGroupIds are used as they are`,
        fix: `Leave out ${opened.join(" and ")}, or network.securityGroupIds.`,
    };
}
