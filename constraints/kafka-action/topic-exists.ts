import { matchesGlob } from "../core/configuration";
import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { listOption } from "../core/options";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { besides, cluster, configured, topic } from "../examples/clusters";
import { brokerSetting } from "../facts/clusters";
import { hasUnnamedTopic, literalTopic, topicsNamed } from "../facts/topics";
import { MSK_DEFAULT_CONFIGURATION } from "./pages";

const PATH = ["topic"];

export const topicExists = defineConstraint({
    id: "topic-exists",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-TOPIC-05"],
    level: "advisory",
    severity: "medium",
    offByDefault: true,
    what: "The stack makes the topic, or its brokers make topics by themselves.",
    why: "Amazon MSK does not make topics by default: each message to one that is not there fails.",
    fix: "Declare an `aws.msk.Topic`, set auto.create.topics.enable=true, or list the topic in the option `elsewhere`.",
    source: MSK_DEFAULT_CONFIGURATION,
    options: { elsewhere: listOption("Topics that are made elsewhere: * globs over their names.", []) },
    check: (action, { elsewhere }) => {
        const name = literalTopic(action);
        if (isUnknown(name)) return undetermined(PATH);
        if (
            name === undefined ||
            topicsNamed(action, name).length > 0 ||
            elsewhere.some((glob) => matchesGlob(glob, name))
        ) {
            return undefined;
        }
        const made = action.cluster;
        const setting = made && brokerSetting(action.stack, made, "auto.create.topics.enable");
        if (setting === "true") return undefined;
        if (isUnknown(setting) || hasUnnamedTopic(action))
            return undetermined(PATH, "the topics or the configuration are not known yet");
        return violation(PATH, `No topic ${show(name)} is in the stack`);
    },
    examples: {
        valid: [
            { title: "the topic", stack: besides([cluster(), topic("telemetry")]) },
            { title: "brokers that make topics", stack: besides(configured("auto.create.topics.enable = true\n")) },
            { title: "a topic that templates make", stack: besides([cluster()], { action: { topic: "${topic(2)}" } }) },
            { title: "a topic of another stack", stack: besides([cluster()]), options: { elsewhere: ["tele*"] } },
            { title: "a topic whose name is not known yet", stack: besides([cluster(), topic(UNKNOWN)]) },
        ],
        invalid: [
            { title: "no topic", stack: besides([cluster()]) },
            { title: "a misspelt topic", stack: besides([cluster(), topic("telemtry")]) },
        ],
    },
});
