import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { besides, cluster, topic, withClusterOutput } from "../examples/clusters";
import { rulesAndConfiguration } from "../examples/serverProperties";
import type { Configuration } from "../facts/configuration";
import type { KafkaAction } from "../facts/kafkaAction";
import { wholeNumber } from "../facts/topic";
import { hasUnnamedTopic, literalTopic, topicsNamed } from "../facts/topics";
import { DEFAULT_CONFIGURATION } from "./pages";
import { SERVER_PROPERTIES_PATH } from "./serverPropertiesPath";

export const configurationAutoCreate = defineConstraint({
    id: "configuration-auto-create",
    subject: "configuration",
    joins: true,
    requirements: ["MSK-CONF-05"],
    level: "advisory",
    severity: "medium",
    what: "The topics of rules are declared, and not made by the brokers on the first message.",
    why: "A topic that brokers make has num.partitions partitions, 1 by default; where templates make its name, devices make topics at will.",
    fix: "Declare each as an `aws.msk.Topic` and set auto.create.topics.enable=false, or set num.partitions.",
    source: DEFAULT_CONFIGURATION,
    check: (configuration) => {
        const setting = configuration.setting("auto.create.topics.enable");
        if (isUnknown(setting)) return undetermined(SERVER_PROPERTIES_PATH);
        if (setting?.toLowerCase() !== "true") return undefined;
        const judged = configuration.actions.map((action) => judge(configuration, action));
        // One sentence for all rules: they have one remedy.
        return (
            judged.find((verdict) => verdict?.kind === "violation") ?? judged.find((verdict) => verdict !== undefined)
        );
    },
    examples: {
        valid: [
            { title: "no topics made by brokers", stack: rulesAndConfiguration("num.partitions=6") },
            {
                title: "a declared topic",
                stack: rulesAndConfiguration("auto.create.topics.enable=true", {}, [topic("telemetry")]),
            },
            {
                title: "partitions for all topics",
                stack: rulesAndConfiguration("auto.create.topics.enable=true\nnum.partitions=6"),
            },
            {
                title: "a topic that is not known yet",
                stack: rulesAndConfiguration("auto.create.topics.enable=true", { action: { topic: UNKNOWN } }),
            },
            { title: "a cluster without this configuration", stack: withClusterOutput(besides([cluster()])) },
        ],
        invalid: [
            { title: "a topic of one partition", stack: rulesAndConfiguration("auto.create.topics.enable=true") },
            {
                title: "a topic that templates make",
                stack: rulesAndConfiguration("auto.create.topics.enable=true\nnum.partitions=6", {
                    action: { topic: "plant-${topic(2)}" },
                }),
            },
        ],
    },
});

function judge(configuration: Configuration, action: KafkaAction): Verdict | undefined {
    const topic = action.value("topic");
    const name = literalTopic(action);
    if (isUnknown(name)) return undetermined(SERVER_PROPERTIES_PATH, "the topic of a rule is not known yet");
    const rule = show(action.resource.name ?? action.resource.id);
    if (name === undefined) {
        if (typeof topic !== "string" || topic === "") return undefined;
        return violation(
            SERVER_PROPERTIES_PATH,
            `Brokers make topics, and templates of the rule ${rule} make their names`,
        );
    }
    if (topicsNamed(action, name).length > 0) return undefined;
    const partitions = configuration.setting("num.partitions");
    if (isUnknown(partitions) || (wholeNumber(partitions) ?? 1) > 1) return undefined;
    if (hasUnnamedTopic(action)) return undetermined(SERVER_PROPERTIES_PATH, "the name of a topic is not known yet");
    return violation(
        SERVER_PROPERTIES_PATH,
        `Brokers make the topic ${show(name)} of the rule ${rule}, with one partition`,
    );
}
