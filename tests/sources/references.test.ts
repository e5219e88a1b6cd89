import assert from "node:assert/strict";
import { readSource } from "../../sources";
import { findingsIn, fixture, readValue } from "./read";

const PLANT = fixture("cloudformation/plant.yaml");

/** What is said, by constraint, of the template of the plant after a change. */
function said(from: string | RegExp, to: string, constraint: string): string[] {
    const text = PLANT.replace(from, to);
    assert.notEqual(text, PLANT);
    const document = readSource({ file: "plant.yaml", text });
    return findingsIn([document])
        .filter((one) => one.constraint === constraint)
        .map(({ message }) => message);
}

describe("a reference in a template", () => {
    for (const [title, reference] of [
        ["Ref", "!Ref Cluster"],
        ["GetAtt", "!GetAtt Cluster.Arn"],
        ["Sub", '!Sub "${Cluster.Arn}"'],
        ["Join", "!Join ['', [!Ref Cluster]]"],
    ] as const) {
        it(`to a cluster in the place of the destination is found, by ${title}`, () => {
            const [message, ...more] = said(
                /DestinationArn: .*/,
                `DestinationArn: ${reference}`,
                "destination-arn-output",
            );
            assert.match(message!, /^The destination is the ARN of the Amazon MSK cluster Cluster, not/);
            assert.deepEqual(more, []);
        });
    }

    it("to the destination is right", () => {
        for (const reference of ["!Ref Destination", "!GetAtt Destination.Arn"])
            assert.deepEqual(
                findingsIn([
                    readSource({
                        file: "plant.yaml",
                        text: PLANT.replace(/DestinationArn: .*/, `DestinationArn: ${reference}`),
                    }),
                ]).filter(({ level }) => level === "mandatory"),
                [],
            );
    });

    it("to a cluster in the place of its brokers is found", () => {
        const [message] = said(
            /bootstrap\.servers: .*/,
            "bootstrap.servers: !GetAtt Cluster.Arn",
            "bootstrap-servers-output",
        );
        assert.match(message!, /^The brokers are the ARN of the cluster plant, which is no list of them/);
    });
});

describe("a SQL version", () => {
    it("that is not written is said to be missing, and what AWS IoT takes then", () => {
        const rule = { sql: "SELECT * FROM 'a'", actions: [{ kafka: { topic: "a" } }] };
        const [finding] = findingsIn([readValue(rule)]).filter((one) => one.constraint === "sql-version-recommended");
        assert.match(
            finding!.message,
            /^The SQL version .*is missing: AWS IoT then reads the rule by the old one, 2015-10-08/,
        );
        const [written] = findingsIn([readValue({ ...rule, awsIotSqlVersion: "2015-10-08" })]).filter(
            (one) => one.constraint === "sql-version-recommended",
        );
        assert.match(written!.message, /^The SQL version is 2015-10-08/);
    });
});
