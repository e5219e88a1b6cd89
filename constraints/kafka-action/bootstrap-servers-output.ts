import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { besides, besidesCluster, cluster } from "../examples/clusters";
import { MUTUAL_TLS } from "../examples/configurations";
import { type BrokerEntry, brokerKey, isMskHost } from "../facts/brokers";
import { BOOTSTRAP_OUTPUTS, brokersInOutput, clusterName } from "../facts/clusters";
import type { KafkaAction } from "../facts/kafkaAction";
import type { ResourceFacts } from "../facts/stack";
import { BROKERS, HIGHEST_PORT, isWellFormed, LOWEST_PORT } from "./brokerPorts";
import { MSK_BOOTSTRAP } from "./pages";

export const bootstrapServersOutput = defineConstraint({
    id: "bootstrap-servers-output",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-BOOT-09"],
    level: "mandatory",
    severity: "high",
    what: "The brokers are the output of the cluster that fits the protocol.",
    why: "Each output lists the brokers at the listener of one protocol; AWS IoT speaks those of SASL/SCRAM and TLS inside the VPC only.",
    fix: "Take bootstrapBrokersSaslScram for SASL_SSL, bootstrapBrokersTls for SSL.",
    source: MSK_BOOTSTRAP,
    check: (action) => {
        const made = action.cluster;
        if (made === undefined) return undefined;
        const { brokers } = action;
        if (isUnknown(brokers))
            return undetermined(BROKERS, `which output of ${clusterName(made)} it is, shows at the update`);
        return judge(action, made, brokers);
    },
    examples: {
        valid: [
            { title: "the SASL/SCRAM output", stack: withOutput("bootstrapBrokersSaslScram") },
            { title: "the TLS output", stack: withOutput("bootstrapBrokersTls", true) },
            { title: "an output that is not known yet", stack: besidesCluster([cluster()]) },
        ],
        invalid: [
            { title: "the plaintext output", stack: withOutput("bootstrapBrokers") },
            { title: "the IAM output", stack: withOutput("bootstrapBrokersSaslIam") },
            { title: "the TLS output for SASL_SSL", stack: withOutput("bootstrapBrokersTls") },
            { title: "the output of PrivateLink", stack: withOutput("bootstrapBrokersVpcConnectivityTls", true) },
        ],
    },
});

function judge(action: KafkaAction, made: ResourceFacts, brokers: readonly BrokerEntry[]): Verdict | undefined {
    const { protocol } = action;
    // Where the port alone tells what is wrong, a constraint about ports says so, whatever output it came from.
    const judged = brokers.filter((entry) => isWellFormed(entry) && !tellsByPort(entry));
    const outputs = Object.keys(BOOTSTRAP_OUTPUTS).filter((output) => {
        const listed = brokersInOutput(made, output);
        return judged.some((entry) => listed.has(brokerKey(entry)));
    });
    const served = outputs.map((output) => BOOTSTRAP_OUTPUTS[output]!);
    if (outputs.length === 0 || served.some((one) => one === protocol)) return undefined;
    if (served.some((one) => one !== "none")) {
        if (isUnknown(protocol)) return undetermined(BROKERS, "the security protocol is not known yet");
        if (protocol !== "SSL" && protocol !== "SASL_SSL") return undefined;
    }
    const given = isUnknown(protocol) ? "" : `, but security.protocol is ${String(protocol)}`;
    return violation(BROKERS, `The brokers are ${outputs[0]} of ${clusterName(made)}${given}`);
}

function tellsByPort(entry: BrokerEntry): boolean {
    const { host, port } = entry;
    return isMskHost(host!) || port! < LOWEST_PORT || port! > HIGHEST_PORT;
}

/** A cluster with names and ports of its own, and a rule that takes this output of it. */
function withOutput(output: string, isTls = false) {
    const outputs = Object.keys(BOOTSTRAP_OUTPUTS).map((name, index) => [
        name,
        `b-1.plant.example:${LOWEST_PORT + index}`,
    ]);
    const values = Object.fromEntries(outputs) as Record<string, string>;
    const clientAuthentication = {
        sasl: { scram: true },
        tls: { certificateAuthorityArns: ["arn:aws:acm-pca:us-east-1:209876543210:certificate-authority/1"] },
    };
    return besides([cluster({ ...values, clientAuthentication })], {
        properties: { "bootstrap.servers": values[output] },
        ...(isTls ? { mode: MUTUAL_TLS } : {}),
    });
}
