import assert from "node:assert/strict";
import { UNKNOWN } from "../../../constraints";
import { getSecret, KERBEROS, withProperties } from "../../../constraints/examples/configurations";
import type { KafkaAction } from "../../../constraints/facts/kafkaAction";
import { secretsReadBy } from "../../../constraints/facts/secretCall";
import { Stack, type StackFacts } from "../../../constraints/facts/stack";
import { TopicRule } from "../../../constraints/facts/topicRule";

function actionOf(facts: StackFacts): KafkaAction {
    const stack = new Stack(facts);
    return new TopicRule(stack, stack.ofKind("topicRule")[0]!).kafkaActions[0]!;
}

const ROLE = "arn:aws:iam::209876543210:role/iot-kafka-secrets";

describe("the secrets that an action reads", () => {
    it("are told with the property, the secret and the role of each call", () => {
        assert.deepEqual(secretsReadBy(actionOf(withProperties({}, KERBEROS))), [
            {
                path: ["clientProperties", "ssl.truststore"],
                property: "ssl.truststore",
                secretId: "kafka_truststore",
                roleArn: ROLE,
            },
            {
                path: ["clientProperties", "ssl.truststore.password"],
                property: "ssl.truststore.password",
                secretId: "kafka_truststore_password",
                roleArn: ROLE,
            },
            {
                path: ["clientProperties", "sasl.kerberos.keytab"],
                property: "sasl.kerberos.keytab",
                secretId: "kafka_keytab",
                roleArn: ROLE,
            },
        ]);
    });

    for (const [title, template] of Object.entries({
        "double quotes": `\${get_secret("id", "SecretString", "key", "${ROLE}")}`,
        "line breaks": `\${get_secret(\n'id',\n\t'SecretString',\r\n 'key',\n'${ROLE}'\n)}`,
        "no blanks": `\${get_secret('id','SecretString','key','${ROLE}')}`,
        "capital letters": `\${GET_SECRET('id', 'SecretString', 'key', '${ROLE}')}`,
        "text around it": `user-\${get_secret('id', 'SecretString', 'key', '${ROLE}')}!`,
        "a function around it": `\${lower(get_secret('id', 'SecretString', 'key', '${ROLE}'))}`,
    })) {
        it(`are found with ${title}`, () => {
            const [read] = secretsReadBy(actionOf(withProperties({ "sasl.scram.username": template })));
            assert.equal(read?.secretId, "id");
            assert.equal(read?.roleArn, ROLE);
        });
    }

    it("are not found in a text that only looks like a call", () => {
        const changes = {
            "sasl.scram.username": "get_secret('id', 'SecretString', 'role')",
            "sasl.scram.password": "${'get_secret(1, 2, 3)'}",
        };
        assert.deepEqual(secretsReadBy(actionOf(withProperties(changes))), []);
    });

    it("are left open where an argument is computed, missing or not known yet", () => {
        const changes = {
            "sasl.scram.username": `\${get_secret(topic(2), 'SecretString', '${ROLE}')}`,
            "sasl.scram.password": "${get_secret('id')}",
            "ssl.truststore": UNKNOWN,
        };
        assert.deepEqual(
            secretsReadBy(actionOf(withProperties(changes))).map(({ secretId, roleArn }) => [secretId, roleArn]),
            [
                [undefined, ROLE],
                [undefined, undefined],
            ],
        );
    });

    it("are read by a quote that is doubled inside its text, too", () => {
        const changes = { "sasl.scram.username": getSecret("o''brien", "SecretString", "key") };
        assert.equal(secretsReadBy(actionOf(withProperties(changes)))[0]?.secretId, "o'brien");
    });
});
