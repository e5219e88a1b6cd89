import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { iotKafka, outside } from "../../program";

/** The destination, which is there before and after. */
const PLANT = `
import { VpcDestination } from "pulumi-iot-kafka";

export const destination = new VpcDestination("plant", {
    vpcId: "vpc-0a1b2c3d4e5f60718",
    subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"],
    brokerPort: 9094,
});
`;

const PROPERTIES = {
    "bootstrap.servers": "broker-1.plant.example.org:9094",
    "security.protocol": "SASL_SSL",
    "sasl.mechanism": "PLAIN",
    "sasl.plain.username": "${get_secret('plant', 'SecretString', 'username', 'arn:aws:iam::602911837465:role/plant')}",
    "sasl.plain.password": "${get_secret('plant', 'SecretString', 'password', 'arn:aws:iam::602911837465:role/plant')}",
    "compression.type": "zstd",
    acks: "1",
};
const SQL = "SELECT *, topic(2) AS deviceId FROM 'devices/+/telemetry' WHERE temperature > 80";
const MESSAGE = { topic: "telemetry", key: "${topic(2)}", headers: [{ key: "site", value: "north" }] };

/** A rule made by hand, which stays in AWS when its program no longer knows it. */
const BY_HAND = `
import * as aws from "@pulumi/aws";
import { destination } from "./plant";

const { destinationArn } = destination;
new aws.iot.TopicRule("plant", {
    name: "plant_telemetry",
    description: "What the presses say",
    enabled: true,
    sql: ${JSON.stringify(SQL)},
    sqlVersion: "2016-03-23",
    kafkas: [{ destinationArn, ...${JSON.stringify(MESSAGE)}, clientProperties: ${JSON.stringify(PROPERTIES)} }],
}, { retainOnDelete: true });
export { destinationArn };
`;

/** The same as `aws iot get-topic-rule` prints it. */
function asPrinted(destinationArn: string): object {
    const rule = { ruleName: "plant_telemetry", description: "What the presses say", ruleDisabled: false };
    const actions = [{ kafka: { destinationArn, ...MESSAGE, clientProperties: PROPERTIES } }];
    return {
        ruleArn: "arn:aws:iot:us-east-1:602911837465:rule/plant_telemetry",
        rule: { ...rule, sql: SQL, awsIotSqlVersion: "2016-03-23", actions },
    };
}

describe("a rule that was imported", function () {
    this.timeout(240_000);
    const place = outside();
    after(() => place.remove());

    it("is adopted as it is: its program previews to the same rule", async () => {
        const folder = place.program("plant", {
            "Pulumi.yaml": "name: plant\nruntime: nodejs\nmain: index.ts\n",
            "plant.ts": PLANT,
            "index.ts": BY_HAND,
        });
        const made = await iotKafka(["sandbox", "up", folder]);
        assert.equal(made.code, 0, made.stdout + made.stderr);
        const [, destinationArn] = /destinationArn\s*:\s*"(arn:[^"]+)"/.exec(made.stdout) ?? [];
        assert.ok(destinationArn, made.stdout);

        const printed = join(place.path, "rule.json");
        writeFileSync(printed, JSON.stringify(asPrinted(destinationArn)));
        const imported = await iotKafka(["import", printed]);
        assert.equal(imported.code, 0, imported.stderr);
        writeFileSync(join(folder, "index.ts"), `import "./plant";\n${imported.stdout}`);
        const adopted = await iotKafka(["sandbox", "up", folder]);
        assert.equal(adopted.code, 0, adopted.stdout + adopted.stderr);
        assert.match(adopted.stdout, /aws:iot:TopicRule\s+plant-telemetry\S*\s+import/);
        assert.doesNotMatch(adopted.stdout, /\bdiff:|warning: inputs to import/);

        const again = await iotKafka(["sandbox", "preview", folder]);
        assert.equal(again.code, 0, again.stdout);
        assert.doesNotMatch(again.stdout, /\d+ to (create|update|replace|delete|import)/);
        await iotKafka(["sandbox", "destroy", folder]);
    });
});
