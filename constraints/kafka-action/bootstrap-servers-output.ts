import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { besides, besidesCluster, cluster } from "../examples/clusters";
import { MUTUAL_TLS } from "../examples/configurations";
import { type BrokerEntry, brokerKey, isMskHost } from "../facts/brokers";
import { BOOTSTRAP_OUTPUTS, brokersInOutput, clusterName } from "../facts/clusters";
import type { KafkaAction } from "../facts/kafkaAction";
import type { ResourceFacts, UsedOutput } from "../facts/stack";
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
        const { brokers } = action;
        if (isUnknown(action.property("bootstrap.servers"))) {
            const used = usedOutput(action);
            if (used !== undefined) return judgeUse(action, used);
        }
        const made = action.cluster;
        if (made === undefined) return undefined;
        if (isUnknown(brokers))
            return undetermined(BROKERS, `which output of ${clusterName(made)} it is, shows at the update`);
        return judge(action, made, brokers);
    },
    examples: {
        valid: [
            { title: "the SASL/SCRAM output", stack: withOutput("bootstrapBrokersSaslScram") },
            { title: "the TLS output", stack: withOutput("bootstrapBrokersTls", true) },
            { title: "an output that is not known yet", stack: besidesCluster([cluster()]) },
            { title: "the SASL/SCRAM output, before it is known", stack: withUse("bootstrapBrokersSaslScram") },
        ],
        invalid: [
            { title: "the plaintext output", stack: withOutput("bootstrapBrokers") },
            { title: "the IAM output", stack: withOutput("bootstrapBrokersSaslIam") },
            { title: "the TLS output for SASL_SSL", stack: withOutput("bootstrapBrokersTls") },
            { title: "the TLS output for SASL_SSL, before it is known", stack: withUse("bootstrapBrokersTls") },
            { title: "the ARN of the cluster", stack: withUse("arn") },
            { title: "the output of PrivateLink", stack: withOutput("bootstrapBrokersVpcConnectivityTls", true) },
        ],
    },
});

/** The output of a cluster that the list of brokers will be, where its source tells. */
function usedOutput(action: KafkaAction): UsedOutput | undefined {
    const isOfCluster = ({ resource: { kind } }: UsedOutput) => kind === "cluster" || kind === "serverlessCluster";
    const used = action.outputsAt(BROKERS).filter((one) => isOfCluster(one) && one.output !== undefined);
    return used.length === 1 ? used[0] : undefined;
}

function judgeUse(action: KafkaAction, { resource, output = "" }: UsedOutput): Verdict | undefined {
    const served = Object.hasOwn(BOOTSTRAP_OUTPUTS, output) ? BOOTSTRAP_OUTPUTS[output] : undefined;
    const made = clusterName(resource);
    if (served === undefined) {
        if (!NAMES.has(output)) return undetermined(BROKERS, `what ${output} of ${made} is, shows at the update`);
        const what = output === "arn" ? "the ARN" : `the ${output}`;
        return violation(BROKERS, `The brokers are ${what} of the cluster ${made}, which is no list of them`);
    }
    return judgeServed(action, resource, [output]);
}

/** Outputs of a cluster that name it, and list no brokers. */
const NAMES: ReadonlySet<string> = new Set(["arn", "id", "clusterName", "currentVersion", "clusterUuid"]);

function judge(action: KafkaAction, made: ResourceFacts, brokers: readonly BrokerEntry[]): Verdict | undefined {
    // Where the port alone tells what is wrong, a constraint about ports says so, whatever output it came from.
    const judged = brokers.filter((entry) => isWellFormed(entry) && !tellsByPort(entry));
    const outputs = Object.keys(BOOTSTRAP_OUTPUTS).filter((output) => {
        const listed = brokersInOutput(made, output);
        return judged.some((entry) => listed.has(brokerKey(entry)));
    });
    return judgeServed(action, made, outputs);
}

/** Judges the outputs of a cluster that the brokers stand in. */
function judgeServed(action: KafkaAction, made: ResourceFacts, outputs: readonly string[]): Verdict | undefined {
    const { protocol } = action;
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

/** A rule that takes this output of a cluster that is yet to be made. */
function withUse(output: string) {
    const made = cluster();
    const { resources, ...stack } = besidesCluster([made]);
    const outputs = [{ path: ["kafkas", 0, "clientProperties", "bootstrap.servers"], of: made.id, output }];
    return {
        ...stack,
        resources: resources.map((one) => (one.kind === "topicRule" ? { ...one, outputs } : one)),
    };
}
