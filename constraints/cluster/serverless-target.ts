import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";

import { undetermined, type Verdict, violation } from "../core/verdict";
import { association, cluster } from "../examples/clusters";
import { sentTo, sentToServerless } from "../examples/provisioned";
import type { KafkaAction } from "../facts/kafkaAction";
import type { ResourceFacts, ResourceKind } from "../facts/stack";
import { BROKERS } from "../kafka-action/brokerPorts";
import { MSK_SERVERLESS } from "./pages";

export const serverlessTarget = defineConstraint({
    id: "serverless-target",
    subject: "kafkaAction",
    joins: true,
    requirements: ["MSK-SRVLESS-01"],
    level: "mandatory",
    severity: "high",
    what: "A rule does not send to a cluster of MSK Serverless.",
    why: "MSK Serverless lets clients in by IAM only, which the Kafka action does not speak.",
    fix: "Send to a provisioned cluster with SASL/SCRAM or mutual TLS.",
    source: MSK_SERVERLESS,
    check: (action): Verdict | undefined => {
        // Where the brokers are known their names tell, which is judged elsewhere.
        if (!isUnknown(action.brokers)) return undefined;
        const made = referenced(action, "serverlessCluster");
        if (made.length === 0) return undefined;
        if (referenced(action, "cluster").length > 0) {
            return undetermined(BROKERS, "to which of the clusters it sends is not known yet");
        }
        return violation(BROKERS, `The brokers are those of ${made.map(({ name, id }) => name ?? id).join(" or ")}`);
    },
    examples: {
        valid: [
            { title: "a provisioned cluster", stack: sentTo({}) },
            {
                title: "a provisioned cluster beside a serverless one",
                stack: sentToServerless(cluster(), association()),
            },
        ],
        invalid: [{ title: "a serverless cluster", stack: sentToServerless() }],
    },
});

/** The clusters of a kind that the action hangs on, in its list of brokers or elsewhere. */
function referenced({ stack, references }: KafkaAction, kind: ResourceKind): ResourceFacts[] {
    return stack.ofKind(kind).filter(({ id }) => references.includes(id));
}
