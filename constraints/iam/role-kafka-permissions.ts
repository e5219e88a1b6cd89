import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { KAFKA_ACTION_REQUIREMENTS } from "../core/source";
import { undetermined, type Verdict } from "../core/verdict";
import { allow, EIGHT, policy, trust, withInterfaceRole } from "../examples/roles";
import { type Answer, allOf, anyOf } from "../facts/answers";
import type { IotRole } from "../facts/iotRole";
import type { PolicyStatement } from "../facts/policyDocument";
import { statementsOf } from "../facts/roleDocuments";
import { IOT_SERVICE, trustStatementsOf } from "../facts/trust";
import { at } from "./rights";

export const roleKafkaPermissions = defineConstraint({
    id: "role-kafka-permissions",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-NOKAFKA-01"],
    level: "advisory",
    severity: "low",
    what: "The roles of AWS IoT have no kafka-cluster permissions.",
    why: "The Kafka action does not log in by IAM, so that these permissions do nothing for it; what it may do in the cluster is said by the ACLs of Kafka.",
    fix: "Remove them, and give the SASL or certificate user of the rule an ACL in Kafka.",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (role): readonly Verdict[] => {
        if (!isForIotAlone(role)) return [];
        return role.documents.flatMap((document) =>
            statementsOf(document)
                .map((statement) => ({ statement, answer: allowsKafka(statement) }))
                .filter(({ answer }) => answer !== false)
                .map(({ statement, answer }): Verdict => {
                    const place = { on: document.resource, path: [...document.at, ...statement.path] };
                    return isUnknown(answer)
                        ? undetermined(place.path, "what it allows is not known yet", { on: place.on })
                        : at(place, `${role.name}, which AWS IoT assumes, has permissions of kafka-cluster`);
                }),
        );
    },
    examples: {
        valid: [
            { title: "the rights of a destination", stack: withInterfaceRole(policy(allow(EIGHT))) },
            {
                title: "a role that a Lambda function has too",
                stack: withInterfaceRole(policy(allow([...EIGHT, "kafka-cluster:Connect"])), {
                    assumeRolePolicy: trust({ Principal: { Service: ["iot.amazonaws.com", "lambda.amazonaws.com"] } }),
                }),
            },
        ],
        invalid: [
            {
                title: "the rights of a client with IAM authentication",
                stack: withInterfaceRole(
                    policy(allow(EIGHT), allow(["kafka-cluster:Connect", "kafka-cluster:WriteData"])),
                ),
            },
        ],
    },
});

function isForIotAlone(role: IotRole): boolean {
    const statements = trustStatementsOf(role);
    if (statements === undefined || isUnknown(statements)) return false;
    return statements.every(({ principals }) => {
        if (principals === undefined || isUnknown(principals)) return false;
        return principals.every(({ value }) => value === IOT_SERVICE);
    });
}

function allowsKafka({ effect, actions: { excluding, values } }: PolicyStatement): Answer {
    if (effect === "Deny" || excluding) return false;
    if (isUnknown(values)) return UNKNOWN;
    const named = values.map((action) => (isUnknown(action) ? UNKNOWN : /^kafka-cluster:/i.test(action)));
    return allOf([isUnknown(effect) ? UNKNOWN : true, anyOf(named)]);
}
