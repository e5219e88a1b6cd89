import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { SERVICE_PROPERTIES } from "../data/serverProperties";
import { configurationWith } from "../examples/serverProperties";
import { CONFIGURATION_PROPERTIES } from "./pages";
import { MOST_LINES, SERVER_PROPERTIES_PATH } from "./serverPropertiesPath";

/** Where each is decided instead, where it is decided at all. */
const INSTEAD: Readonly<Record<string, string>> = {
    "advertised.listeners": "Names of one's own go into custom.advertised.listeners.",
    "sasl.enabled.mechanisms": "Turn logins on with the cluster's clientAuthentication.",
    "security.inter.broker.protocol":
        "Encryption between brokers is the cluster's encryptionInfo.encryptionInTransit.inCluster.",
};

export const configurationServiceProperty = defineConstraint({
    id: "configuration-service-property",
    subject: "configuration",
    requirements: ["MSK-CONF-02"],
    level: "mandatory",
    severity: "high",
    what: "A configuration leaves listeners, logins, broker ids, disks and ZooKeeper to Amazon MSK.",
    why: "The service owns these properties, and refuses a configuration that sets one.",
    fix: "Remove the line; the inputs of the cluster decide on listeners and logins.",
    source: CONFIGURATION_PROPERTIES,
    check: ({ lines }) => {
        if (isUnknown(lines)) return undetermined(SERVER_PROPERTIES_PATH);
        const wrong = lines.flatMap(({ line, name }) => {
            if (name === undefined || !SERVICE_PROPERTIES.includes(name)) return [];
            const instead = INSTEAD[name];
            return violation(
                SERVER_PROPERTIES_PATH,
                `Line ${line} sets ${name}`,
                instead === undefined ? {} : { fix: `Remove the line. ${instead}` },
            );
        });
        return wrong.slice(0, MOST_LINES);
    },
    examples: {
        valid: [
            { title: "properties of the owner", stack: configurationWith("num.partitions=6") },
            {
                title: "listeners of one's own",
                stack: configurationWith(
                    "custom.advertised.listeners=CLIENT_SASL_SCRAM://b-{broker_id}.plant.example:9000+{broker_id}",
                ),
            },
        ],
        invalid: [
            { title: "listeners", stack: configurationWith("listeners=SASL_SSL://:9096") },
            { title: "mechanisms", stack: configurationWith("num.partitions=6\nsasl.enabled.mechanisms=PLAIN") },
            { title: "the identity of a broker", stack: configurationWith("broker.id=1") },
        ],
    },
});
