import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { cluster, configured } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { DEFAULT_CONFIGURATION } from "./pages";

const NAME = "unclean.leader.election.enable";

export const uncleanLeaderDefault = defineConstraint({
    id: "unclean-leader-default",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-CONF-07"],
    level: "advisory",
    severity: "medium",
    offByDefault: true,
    what: `A cluster with standard brokers and without tiered storage sets ${NAME}=false.`,
    why: "Its default is true: a replica that is behind may lead, and messages that were acknowledged are lost, even with acks all.",
    fix: `Give the cluster an \`aws.msk.Configuration\` with ${NAME}=false.`,
    source: DEFAULT_CONFIGURATION,
    check: (made) => {
        const path = made.pathOf("configurationInfo");
        const storage = made.value("storageMode");
        if (made.isExpress === true || storage === "TIERED") return undefined;
        const setting = made.setting(NAME);
        if (typeof setting === "string") return undefined;
        if (isUnknown(setting) || isUnknown(made.isExpress) || isUnknown(storage))
            return undetermined(path, "the configuration or the brokers are not known yet");
        return violation(path, `${NAME} is not set`);
    },
    examples: {
        valid: [
            { title: "false", stack: stackOf(...configured(`${NAME}=false`)) },
            { title: "tiered storage", stack: stackOf(cluster({ storageMode: "TIERED" })) },
            {
                title: "a configuration of another stack",
                stack: stackOf(cluster({ configurationInfo: { arn: UNKNOWN } })),
            },
        ],
        invalid: [
            { title: "no configuration", stack: stackOf(cluster()) },
            { title: "a configuration without it", stack: stackOf(...configured("num.partitions=6")) },
        ],
    },
});
