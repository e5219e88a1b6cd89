import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { configurationWith } from "../examples/serverProperties";
import { wholeNumber } from "../facts/topic";
import { BEST_PRACTICES } from "./pages";
import { SERVER_PROPERTIES_PATH } from "./serverPropertiesPath";

export const configurationInSync = defineConstraint({
    id: "configuration-in-sync",
    subject: "configuration",
    requirements: ["MSK-HA-01"],
    level: "advisory",
    severity: "medium",
    what: "Topics that brokers make have three replicas, of which at most one less need be in sync.",
    why: "Otherwise each restart of a broker, a rolling update too, stops all writes with acks all.",
    fix: "Set default.replication.factor=3 and min.insync.replicas=2.",
    source: BEST_PRACTICES,
    check: (configuration) => {
        const lines = ["min.insync.replicas", "default.replication.factor"].map((name) => configuration.setting(name));
        if (lines.some(isUnknown)) return undetermined(SERVER_PROPERTIES_PATH);
        const [inSync, replicas] = lines.map(wholeNumber);
        if (replicas !== undefined && replicas > 0 && replicas < 3)
            return violation(SERVER_PROPERTIES_PATH, `default.replication.factor is ${replicas}`);
        if (inSync === undefined || replicas === undefined || inSync < replicas) return undefined;
        return violation(
            SERVER_PROPERTIES_PATH,
            `min.insync.replicas is ${inSync}, and default.replication.factor ${replicas}`,
        );
    },
    examples: {
        valid: [
            { title: "two of three", stack: configurationWith("default.replication.factor=3\nmin.insync.replicas=2") },
            { title: "the defaults", stack: configurationWith("num.partitions=6") },
        ],
        invalid: [
            {
                title: "three of three",
                stack: configurationWith("default.replication.factor=3\nmin.insync.replicas=3"),
            },
            { title: "one replica", stack: configurationWith("default.replication.factor=1") },
        ],
    },
});
