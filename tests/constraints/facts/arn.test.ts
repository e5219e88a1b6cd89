import assert from "node:assert/strict";
import fc from "fast-check";
import { parseArn } from "../../../constraints/facts/arn";

describe("an ARN", () => {
    const part = fc.stringMatching(/^[a-z0-9-]*$/);

    it("is read into its parts, the resource with whatever colons it has", () => {
        fc.assert(
            fc.property(part, part, part, part, fc.string(), (partition, service, region, account, resource) => {
                assert.deepEqual(parseArn(`arn:${partition}:${service}:${region}:${account}:${resource}`), {
                    partition,
                    service,
                    region,
                    account,
                    resource,
                });
            }),
        );
    });

    it("is nothing that has fewer than five colons or another beginning", () => {
        for (const text of [
            "",
            "arn",
            "arn:aws:iot",
            "arn:aws:iot:us-east-1:1",
            "ARN:aws:iot:a:b:c",
            " arn:aws:iot:a:b:c",
        ]) {
            assert.equal(parseArn(text), undefined, text);
        }
        fc.assert(
            fc.property(fc.string(), (text) => {
                const read = parseArn(text);
                assert.equal(read !== undefined, text.startsWith("arn:") && text.split(":").length > 5);
            }),
        );
    });

    it("is read in a time in proportion to its length", () => {
        const since = process.cpuUsage().user;
        for (const text of ["arn:".repeat(200_000), `arn:${":".repeat(500_000)}`]) parseArn(text);
        assert.ok(process.cpuUsage().user - since < 1_500_000);
    });
});
