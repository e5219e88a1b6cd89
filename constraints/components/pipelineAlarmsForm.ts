import { show } from "../core/show";
import { ERROR_KINDS } from "./errorAction";
import type { Form, ObjectForm } from "./form";
import { checkKeyArn } from "./identifiers";
import type { TextCheck } from "./texts";

const TEXT: Form = { is: "text" };
const REFUSED: Form = { is: "word", words: ["none"] };

const ARN_OF_TOPIC = /^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/;
const ARN_OF_CERTIFICATE = /^arn:[a-z-]+:acm:[a-z0-9-]+:\d{12}:certificate\/[A-Za-z0-9-]+$/;

const checkTopicArn: TextCheck = (text) =>
    ARN_OF_TOPIC.test(text)
        ? undefined
        : {
              found: `it is ${show(text)}, not the ARN of a standard topic of Amazon SNS`,
              fix: "Give the `arn` output of the topic.",
          };

const checkCertificateArn: TextCheck = (text) =>
    ARN_OF_CERTIFICATE.test(text)
        ? undefined
        : {
              found: `it is ${show(text)}, not the ARN of a certificate of AWS Certificate Manager`,
              fix: "Give the `arn` output of the certificate, or expires for one that is kept elsewhere.",
          };

const checkMoment: TextCheck = (text) =>
    /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/.test(text) && !Number.isNaN(Date.parse(text))
        ? undefined
        : { found: `it is ${show(text)}, not a date`, fix: 'Give a date such as "2027-06-30T12:00:00Z".' };

/** An alarm that is refused in words, or whose thresholds are given. */
function alarm(settings: Readonly<Record<string, Form>>): Form {
    return { is: "wordOr", word: "none", object: { is: "object", optional: settings } };
}

const A_DAY = 1440;
const MINUTES: Form = { is: "number", from: 1, to: A_DAY };
const COUNTED = alarm({ moreThan: { is: "number", from: 0, to: 1_000_000_000 }, minutes: MINUTES });
const PERCENT: Form = { is: "number", from: 1, to: 100 };

/** AWS IoT disables a destination after seven days without traffic; an alarm has to come before. */
const MOST_IDLE_DAYS = 6;

/** The alarms themselves, which a pipeline takes too. */
export const ALARM_SETTINGS: Readonly<Record<string, Form>> = {
    failures: COUNTED,
    errorActionFailures: COUNTED,
    throttled: COUNTED,
    parseErrors: COUNTED,
    noSuccess: alarm({ minutes: MINUTES }),
    idle: alarm({ days: { is: "number", from: 1, to: MOST_IDLE_DAYS } }),
    diskUsed: alarm({ percent: PERCENT }),
    cpu: alarm({ percent: PERCENT }),
    offlinePartitions: REFUSED,
    underReplicatedPartitions: REFUSED,
    noController: REFUSED,
    connections: REFUSED,
    certificate: {
        is: "object",
        optional: {
            arn: { is: "text", check: checkCertificateArn },
            expires: { is: "text", check: checkMoment },
            days: { is: "number", from: 1, to: 365 },
        },
        exclusive: [["arn", ["expires"]]],
        check: ({ arn, expires }) =>
            arn !== undefined || expires !== undefined
                ? undefined
                : { found: "neither arn nor expires is given", fix: "Give one of them, or leave out certificate." },
    },
    dashboard: REFUSED,
    notify: {
        is: "wordOr",
        word: "none",
        object: {
            is: "object",
            optional: {
                existingTopicArn: { is: "text", check: checkTopicArn },
                kmsKeyArn: { is: "text", check: checkKeyArn },
            },
            exclusive: [["existingTopicArn", ["kmsKeyArn"]]],
        },
    },
};

/** Each broker has alarms of its own. */
export const BROKER_COUNT: Form = { is: "number", from: 1, to: 90, plain: true };

const CLUSTER: ObjectForm = {
    is: "object",
    elsewhere: { clusterName: "Give name.", numberOfBrokerNodes: "Give brokers." },
    required: { name: TEXT, brokers: BROKER_COUNT },
    optional: {
        brokerKind: { is: "word", words: ["standard", "express"] },
        clientAuthentication: TEXT,
    },
};

/** What the arguments of `PipelineAlarms` look like. */
export const PIPELINE_ALARMS_FORM: ObjectForm = {
    is: "object",
    open: true,
    elsewhere: { snsTopicArn: "Give notify: { existingTopicArn }.", clusterName: "Give cluster: { name, brokers }." },
    required: { ruleName: TEXT },
    optional: {
        errorAction: { is: "word", words: [...ERROR_KINDS] },
        cluster: CLUSTER,
        ...ALARM_SETTINGS,
        region: TEXT,
        tags: { is: "map" },
    },
    check: ({ cluster, ...args }) => {
        if (cluster !== undefined) return undefined;
        const given = OF_CLUSTER.filter((name) => args[name] !== undefined && args[name] !== "none");
        return given.length === 0
            ? undefined
            : {
                  at: given[0]!,
                  found: "it speaks of brokers, and no cluster is given",
                  fix: "Give cluster: { name, brokers }.",
              };
    },
};

/** Alarms that watch a cluster. */
const OF_CLUSTER = ["diskUsed", "cpu", "offlinePartitions", "underReplicatedPartitions", "noController", "connections"];
