import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { SCRAM_ONLY_REGIONS } from "../data/regions";
import { action, DESTINATION_ARN, KERBEROS, PLAIN, type Properties, rule, SCRAM } from "../examples/configurations";
import { founding } from "../examples/foundingPage";
import { propertyPath } from "./enumerated";

const PATH = propertyPath("sasl.mechanism");
const OTHERS: readonly unknown[] = ["PLAIN", "GSSAPI"];

export const saslMechanismRegion = defineConstraint({
    id: "sasl-mechanism-region",
    subject: "kafkaAction",
    requirements: ["KAFKA-SASL-03"],
    level: "mandatory",
    severity: "high",
    what: "In the Regions of China and of AWS GovCloud (US) the mechanism is SCRAM-SHA-512.",
    why: `In ${SCRAM_ONLY_REGIONS.join(", ")} the Kafka action knows only SCRAM-SHA-512.`,
    fix: 'Write "SCRAM-SHA-512", or use mutual TLS with security.protocol "SSL".',
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const { mechanism, effectiveRegion } = action;
        const isListed = isUnknown(effectiveRegion) || SCRAM_ONLY_REGIONS.includes(effectiveRegion);
        if (!isListed || !(isUnknown(mechanism) || OTHERS.includes(mechanism))) return undefined;
        if (isUnknown(mechanism)) return undetermined(PATH);
        if (isUnknown(effectiveRegion)) return undetermined(PATH, "the Region is not known");
        return violation(PATH, `sasl.mechanism is "${String(mechanism)}" in ${effectiveRegion}`);
    },
    examples: {
        valid: [
            { title: "PLAIN elsewhere", stack: inRegion("eu-central-1", "aws", PLAIN) },
            { title: "SCRAM-SHA-512 in China", stack: inRegion("cn-north-1", "aws-cn", SCRAM) },
            { title: "Kerberos in a Region that is not known", stack: founding({ region: UNKNOWN }) },
        ],
        invalid: [
            { title: "PLAIN in Beijing", stack: inRegion("cn-north-1", "aws-cn", PLAIN) },
            { title: "Kerberos in Ningxia", stack: inRegion("cn-northwest-1", "aws-cn", KERBEROS) },
            { title: "Kerberos in AWS GovCloud", stack: inRegion("us-gov-west-1", "aws-us-gov", KERBEROS) },
            {
                title: "PLAIN with a destination in Beijing, where the rule names no Region",
                stack: { ...inRegion("cn-north-1", "aws-cn", PLAIN), region: undefined },
            },
        ],
    },
});

function inRegion(region: string, partition: string, mode: Properties) {
    const destinationArn = DESTINATION_ARN.replace("arn:aws:iot:us-east-1", `arn:${partition}:iot:${region}`);
    return rule([action(mode, { destinationArn })], {}, region);
}
