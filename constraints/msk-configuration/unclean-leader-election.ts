import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { configurationWith } from "../examples/serverProperties";
import { DEFAULT_CONFIGURATION } from "./pages";
import { SERVER_PROPERTIES_PATH } from "./serverPropertiesPath";

export const uncleanLeaderElection = defineConstraint({
    id: "unclean-leader-election",
    subject: "configuration",
    requirements: ["MSK-CONF-07"],
    level: "advisory",
    severity: "medium",
    what: "unclean.leader.election.enable is not turned on.",
    why: "A replica that is behind may lead then, and messages that were acknowledged are lost, even with acks all.",
    fix: "Set unclean.leader.election.enable=false.",
    source: DEFAULT_CONFIGURATION,
    check: (configuration) => {
        const line = configuration.lineOf("unclean.leader.election.enable");
        if (isUnknown(line)) return undetermined(SERVER_PROPERTIES_PATH);
        return line?.value.toLowerCase() === "true"
            ? violation(SERVER_PROPERTIES_PATH, `Line ${line.line} sets it to true`)
            : undefined;
    },
    examples: {
        valid: [
            { title: "false", stack: configurationWith("unclean.leader.election.enable=false") },
            { title: "nothing said of it", stack: configurationWith("num.partitions=6") },
        ],
        invalid: [{ title: "true", stack: configurationWith("unclean.leader.election.enable = true") }],
    },
});
