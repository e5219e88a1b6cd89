import { parseTemplate, sameTree } from "../../language";
import { type Facts, isRecord, isUnknown, member } from "../core/known";
import type { Path } from "../core/path";
import { plainArguments } from "./arguments";
import { authenticationArguments } from "./authenticationArguments";
import { type ErrorKind, errorActionFacts } from "./errorAction";
import { KAFKA_PROPERTIES } from "./kafkaAction";
import { OTHER_ACTIONS } from "./otherActions";
import { topicRuleInputs } from "./topicRule";

/** A rule that exists as the arguments of a `KafkaTopicRule`. */
export interface RuleArguments {
    /** Leaves that are not known in the source are UNKNOWN. */
    readonly args: Facts;
    /** Paths of the rule whose values the arguments do not bring back: there is no argument for them. */
    readonly lost: readonly Path[];
}

/**
 * The arguments with which a `KafkaTopicRule` makes the rule that these facts are of. What they would make is compared
 * with what is there, so that nothing is lost unsaid.
 */
export function ruleArguments(rule: Facts): RuleArguments {
    const [first, ...more] = kafkasOf(rule);
    const connection = kafkaArguments(first ?? {});
    const args = {
        ...given({ ruleName: rule.name, sql: rule.sql, sqlVersion: rule.sqlVersion, description: rule.description }),
        ...(rule.enabled === false ? { enabled: false } : {}),
        ...connection,
        ...(more.length > 0 ? { moreKafka: more.map(kafkaArguments) } : {}),
        ...otherActions(rule),
        errorAction: errorActionArguments(rule.errorAction),
        ...given({ region: rule.region, tags: rule.tags }),
    };
    const source = plainArguments(args);
    const made = topicRuleInputs(source, undefined, errorActionFacts(source, undefined));
    const { arn: _arn, id: _id, tagsAll: _tagsAll, ...inputs } = rule;
    return { args, lost: differences(inputs, made) };
}

function kafkasOf(rule: Facts): Facts[] {
    return Array.isArray(rule.kafkas) ? rule.kafkas.filter(isRecord) : [];
}

function kafkaArguments(action: Facts): Facts {
    const properties = isRecord(action.clientProperties) ? action.clientProperties : {};
    const own = KAFKA_PROPERTIES.map(({ property, argument }) => [argument, properties[property]] as const);
    const { topic, key, partition, headers, destinationArn } = action;
    const { authentication } = authenticationArguments(properties);
    return given({ topic, key, partition, headers, ...Object.fromEntries(own), destinationArn, authentication });
}

function otherActions(rule: Facts): Facts {
    const found = OTHER_ACTIONS.filter((name) => !isNothing(rule[name]));
    return found.length === 0 ? {} : { otherActions: Object.fromEntries(found.map((name) => [name, rule[name]])) };
}

/** How each member of an error action is said in arguments; the target and its role are there already. */
const ERROR_ACTIONS: Readonly<Record<string, readonly [ErrorKind, (values: Facts) => Facts]>> = {
    cloudwatchLogs: ["logs", ({ logGroupName, roleArn }) => ({ existingLogGroupName: logGroupName, roleArn })],
    s3: ["s3", ({ bucketName, key, roleArn }) => ({ bucket: bucketName, key, roleArn })],
    sqs: ["sqs", ({ queueUrl, roleArn }) => ({ queueUrl, queueArn: queueArnOf(queueUrl), roleArn })],
    sns: ["sns", ({ targetArn, roleArn }) => ({ topicArn: targetArn, roleArn })],
    kinesis: ["kinesis", ({ streamName, partitionKey, roleArn }) => ({ streamName, partitionKey, roleArn })],
    lambda: ["lambda", ({ functionArn }) => ({ functionArn, permission: "existing" })],
    kafka: ["kafka", kafkaArguments],
};

/** Errors of a rule without an error action go nowhere, which a `KafkaTopicRule` wants said. */
function errorActionArguments(errorAction: unknown): unknown {
    if (!isRecord(errorAction)) return "none";
    const [member] = Object.keys(errorAction).filter((name) => !isNothing(errorAction[name]));
    const way = member !== undefined && Object.hasOwn(ERROR_ACTIONS, member) ? ERROR_ACTIONS[member] : undefined;
    const values = member === undefined ? undefined : errorAction[member];
    if (way === undefined || !isRecord(values)) return "none";
    const [kind, toArguments] = way;
    return { [kind]: given(toArguments(values)) };
}

/** `https://sqs.eu-central-1.amazonaws.com/602911837465/errors` names the parts of the ARN. */
function queueArnOf(queueUrl: unknown): unknown {
    const url = typeof queueUrl === "string" ? queueUrl : "";
    const match = /^https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?\/(\d{12})\/([^/]+)$/.exec(url);
    if (!match) return isUnknown(queueUrl) ? queueUrl : undefined;
    const [, region, china, account, name] = match;
    const partition = china ? "aws-cn" : region!.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    return `arn:${partition}:sqs:${region}:${account}:${name}`;
}

/** Paths of what is there and would not be made, or would be made otherwise. */
function differences(there: unknown, made: unknown, path: Path = []): Path[] {
    // What is off is the same as what is not given.
    if (isNothing(there) || isUnknown(there) || (there === false && made === undefined)) return [];
    if (Array.isArray(there)) return there.flatMap((one, index) => differences(one, at(made, index), [...path, index]));
    if (isRecord(there)) {
        const names = Object.keys(there).filter((name) => !name.startsWith("__"));
        return names.flatMap((name) => differences(there[name], member(made, name), [...path, name]));
    }
    return there === made || isSameTemplate(there, made) ? [] : [path];
}

function at(list: unknown, index: number): unknown {
    return Array.isArray(list) ? list[index] : undefined;
}

/** Templates that differ in their white space only are one template. */
function isSameTemplate(one: unknown, other: unknown): boolean {
    if (typeof one !== "string" || typeof other !== "string" || !one.includes("${")) return false;
    const [left, right] = [parseTemplate(one), parseTemplate(other)];
    return left.ok && right.ok && sameTree(left.value, right.value);
}

function isNothing(value: unknown): boolean {
    return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function given(values: Facts): Record<string, unknown> {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => !isNothing(value)));
}
