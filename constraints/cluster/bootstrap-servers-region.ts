import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict } from "../core/verdict";
import { KERBEROS, withProperties } from "../examples/configurations";
import { mskRegion } from "../facts/brokers";
import { BROKERS, checkEntries } from "../kafka-action/brokerPorts";
import { MSK_BOOTSTRAP_BROKERS } from "./pages";

export const bootstrapServersRegion = defineConstraint({
    id: "bootstrap-servers-region",
    subject: "kafkaAction",
    requirements: ["MSK-PORT-10"],
    level: "advisory",
    severity: "medium",
    what: "Brokers of Amazon MSK are in the Region of the rule.",
    why: "The destination's interfaces are in the rule's Region; they reach brokers of another one over a peering only.",
    fix: "Take the brokers of the cluster in the rule's Region; with a peering, suppress this with that reason.",
    source: MSK_BOOTSTRAP_BROKERS,
    check: (action): Verdict | undefined => {
        const { effectiveRegion, brokers } = action;
        if (isUnknown(brokers)) return undetermined(BROKERS);
        if (!isUnknown(effectiveRegion)) {
            return checkEntries(action, ({ host }) => {
                const region = mskRegion(host);
                return region === undefined || region === effectiveRegion
                    ? undefined
                    : `is in ${region}, and the rule in ${effectiveRegion}`;
            });
        }
        const hasMsk = brokers.some(({ host }) => host !== undefined && mskRegion(host) !== undefined);
        return hasMsk ? undetermined(BROKERS, "the Region of the rule is not known yet") : undefined;
    },
    examples: {
        valid: [
            { title: "brokers in the rule's Region", stack: withProperties({}) },
            { title: "brokers of another kind", stack: withProperties({}, KERBEROS) },
            { title: "a Region that is not known yet", stack: withProperties({}, undefined, UNKNOWN) },
        ],
        invalid: [
            {
                title: "brokers in another Region",
                stack: withProperties({
                    "bootstrap.servers": "b-1.plant.abc123.c2.kafka.eu-central-1.amazonaws.com:9096",
                }),
            },
        ],
    },
});
