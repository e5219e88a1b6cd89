import { isObject, type Properties, part, parts, text, type Value } from "../../../provider/value";
import { Refusal } from "../../refusal";
import { arn } from "../../scope";
import type { Attempt, ResourceTable } from "../../table";
import { first, isTaken, lengthRefusal, nameOf, patternRefusal } from "../common";
import { kafkaActionProblem } from "./kafkaAction";
import { sqlProblem } from "./sqlProblem";

const TOPIC_RULE = "aws:iot/topicRule:TopicRule";
const DESTINATION = "aws:iot/topicRuleDestination:TopicRuleDestination";
const NAME = /^[a-zA-Z0-9_]+$/;
const MOST_ACTIONS = 10;
const LARGEST_PAYLOAD = 131_072;

/** The lists of actions, which the provider keeps as sets. */
const ACTIONS = [
    ...["cloudwatchAlarms", "cloudwatchLogs", "cloudwatchMetrics", "dynamodbs", "dynamodbv2s", "elasticsearch"],
    ...["firehoses", "https", "iotAnalytics", "iotEvents", "kafkas", "kineses", "lambdas", "republishes", "s3"],
    ...["sns", "sqs", "stepFunctions", "timestreams"],
];

/** https://docs.aws.amazon.com/iot/latest/apireference/API_CreateTopicRule.html */
export const topicRule: ResourceTable = {
    token: TOPIC_RULE,
    required: ["enabled", "sql", "sqlVersion"],
    name: { property: "name", limit: 128, separator: "_" },
    taggable: true,
    computed: ["arn", "name"],
    replaces: ["name"],
    sets: ACTIONS,
    remembers: ["name", "arn"],
    tells: (inputs) => withoutPasswords(inputs) as Properties,
    make: (attempt) => {
        const name = nameOf(attempt);
        return { id: name, outputs: { name, arn: arn(attempt.scope, "iot", `rule/${name}`) } };
    },
    refuse: (attempt) => {
        const { inputs } = attempt;
        const name = text(inputs, "name") ?? "";
        const kafkas = [...parts(inputs, "kafkas"), part(part(inputs, "errorAction"), "kafka")];
        return first(
            () => (NAME.test(name) ? undefined : patternRefusal("InvalidRequestException", name, "ruleName", NAME)),
            () => (name.length > 128 ? lengthRefusal("InvalidRequestException", name, "ruleName", 128) : undefined),
            () => versionProblem(text(inputs, "sqlVersion")),
            () => sqlProblem(text(inputs, "sql") ?? ""),
            () => actionsProblem(inputs),
            ...kafkas.map((kafka) => () => kafka && kafkaActionProblem(kafka)),
            ...kafkas.map((kafka) => () => destinationProblem(attempt, text(kafka, "destinationArn"))),
            () =>
                isTaken(attempt, TOPIC_RULE, "name")
                    ? new Refusal("ResourceAlreadyExistsException", `Rule ${name} already exists`)
                    : undefined,
        );
    },
};

/** A password can stand literally in the client properties. */
function withoutPasswords(value: Value): Value {
    if (Array.isArray(value)) return value.map(withoutPasswords);
    if (!isObject(value)) return value;
    const told = Object.entries(value).filter(([name, one]) => !name.endsWith(".password") || isTemplate(one));
    return Object.fromEntries(told.map(([name, one]) => [name, withoutPasswords(one as Value)]));
}

function isTemplate(value: Value | undefined): boolean {
    return typeof value === "string" && value.startsWith("${get_secret(");
}

function versionProblem(version: string | undefined): Refusal | undefined {
    return ["2015-10-08", "2016-03-23", "beta"].includes(version ?? "")
        ? undefined
        : new Refusal("InvalidRequestException", `The value of awsIotSqlVersion, ${version}, is not valid`);
}

function actionsProblem(inputs: Properties): Refusal | undefined {
    const count = ACTIONS.reduce((sum, name) => sum + parts(inputs, name).length, 0);
    if (count > MOST_ACTIONS) {
        return new Refusal("InvalidRequestException", `A rule may have ${MOST_ACTIONS} actions at most, not ${count}`);
    }
    const { tags: _tags, name: _name, ...payload } = inputs;
    return Buffer.byteLength(JSON.stringify(payload)) > LARGEST_PAYLOAD
        ? new Refusal("InvalidRequestException", `The rule payload is larger than ${LARGEST_PAYLOAD} bytes`)
        : undefined;
}

/** A destination of this account and Region that the account has never seen does not exist. */
function destinationProblem({ account, scope }: Attempt, destinationArn: string | undefined): Refusal | undefined {
    if (!destinationArn || !account.lasting) {
        return undefined;
    }
    const [, , , region, number] = destinationArn.split(":");
    if (region !== scope.region || number !== scope.account) {
        return new Refusal("InvalidRequestException", "The destination belongs to another Region or account");
    }
    return account.find(DESTINATION, destinationArn, region)
        ? undefined
        : new Refusal("ResourceNotFoundException", `The destination ${destinationArn} does not exist`);
}
