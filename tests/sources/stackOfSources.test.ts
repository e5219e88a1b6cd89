import assert from "node:assert/strict";
import { readSource, stackOfSources } from "../../sources";
import { findingsIn, fixture, mandatoryIn, readFixture, readValue } from "./read";

const ARN = { "Fn::GetAtt": ["Destination", "Arn"] };
const ACTION = {
    Kafka: { DestinationArn: { "Fn::ImportValue": "plant-destination" }, Topic: "t", ClientProperties: {} },
};

function template(file: string, resources: object, outputs: object = {}) {
    return readValue({ Resources: resources, Outputs: outputs }, file);
}

describe("files as one stack", () => {
    it("have ids of their own, also where they use the same names", () => {
        const rule = { Rule: { Type: "AWS::IoT::TopicRule", Properties: {} } };
        const { resources } = stackOfSources([template("a.json", rule), template("b.json", rule)]);
        assert.deepEqual(
            resources.map(({ id, name }) => [id, name]),
            [
                ["a.json#Rule", "Rule"],
                ["b.json#Rule", "Rule"],
            ],
        );
    });

    it("are joined where one template imports what another exports", () => {
        const destination = {
            Destination: { Type: "AWS::IoT::TopicRuleDestination", Properties: { VpcProperties: {} } },
        };
        const exported = { Out: { Value: ARN, Export: { Name: "plant-destination" } } };
        const rule = { Type: "AWS::IoT::TopicRule", Properties: { TopicRulePayload: { Sql: "s", Actions: [ACTION] } } };
        const documents = [template("rule.json", { Rule: rule }), template("net.json", destination, exported)];
        const [read] = stackOfSources(documents).resources;
        assert.deepEqual(read!.references, { kafkas: ["net.json#Destination"] });
        const [alone] = stackOfSources(documents.slice(0, 1)).resources;
        assert.deepEqual(alone!.references, { kafkas: [] });
    });

    it("are joined by the names in them, whatever their formats", () => {
        // Without the association nothing is said of the secret itself.
        const text = fixture("cloudformation/plant.yaml")
            .replace('{"username": "plant"}', '{"user": "plant"}')
            .replace("AWS::MSK::BatchScramSecret", "Custom::Association");
        const rule = readValue({
            sql: "SELECT * FROM 'a/b'",
            awsIotSqlVersion: "2016-03-23",
            actions: [
                {
                    kafka: {
                        destinationArn: "arn:aws:iot:us-east-1:209876543210:ruledestination/vpc/7b1f3c52",
                        topic: "t",
                        clientProperties: {
                            "bootstrap.servers": "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096",
                            "security.protocol": "SASL_SSL",
                            "sasl.mechanism": "SCRAM-SHA-512",
                            "sasl.scram.username":
                                "${get_secret('AmazonMSK_plant', 'SecretString', 'username', 'arn:aws:iam::209876543210:role/r')}",
                            "sasl.scram.password":
                                "${get_secret('AmazonMSK_plant', 'SecretString', 'password', 'arn:aws:iam::209876543210:role/r')}",
                        },
                    },
                },
            ],
        });
        assert.deepEqual(mandatoryIn(rule), []);
        const found = findingsIn([rule, readSource({ file: "plant.yaml", text })]);
        assert.ok(
            found.some(
                ({ constraint, source }) => constraint === "get-secret-json-key" && source === rule.resources[0],
            ),
        );
    });

    it("are in the Region that is given, whatever they tell", () => {
        const plan = readFixture("terraform/fourteen-mistakes.plan.json");
        const [told] = stackOfSources([plan]).resources;
        const { region, resources } = stackOfSources([plan], "eu-central-1");
        assert.deepEqual([told!.region, told!.values.region], ["us-east-1", "us-east-1"]);
        assert.deepEqual([region, resources[0]!.region, resources[0]!.values.region], Array(3).fill("eu-central-1"));
    });

    it("are in the account that AWS's ARNs name, where that is one", () => {
        const given = readFixture("payload/fourteen-mistakes-get-topic-rule.json");
        assert.equal(stackOfSources([given]).account, "209876543210");
        assert.equal(stackOfSources([readFixture("cloudformation/plant.yaml")]).account, undefined);
    });
});
