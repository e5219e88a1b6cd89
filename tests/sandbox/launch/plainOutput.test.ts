import assert from "node:assert/strict";
import { PlainOutput } from "../../../sandbox/launch/plainOutput";

const WARNING = "warning: using pulumi-resource-aws from $PATH at /cache/bin/pulumi-resource-aws";

function shown(...lines: readonly string[]): string[] {
    const out: string[] = [];
    const output = new PlainOutput((line) => out.push(line));
    lines.forEach((line) => output.add(line));
    return out;
}

describe("the sandbox's output", () => {
    it("is Pulumi's, without the warnings about plugins on PATH and their share in the count", () => {
        assert.deepEqual(
            shown(
                "Previewing update (dev):",
                ` +  pulumi:pulumi:Stack plant-dev create ${WARNING}`,
                " +  aws:iot:TopicRule telemetry create ",
                " +  pulumi:pulumi:Stack plant-dev create 1 error; 2 warnings; 2 messages",
                "Diagnostics:",
                "  pulumi:pulumi:Stack (plant-dev):",
                `    ${WARNING}`,
                "",
                "    warning: the program's own",
                "",
                "    iot-kafka-required: judged 1, undetermined 0, not judged 0",
                "",
                "Resources:",
                "    + 2 to create",
            ),
            [
                "Previewing update (dev):",
                " +  aws:iot:TopicRule telemetry create ",
                " +  pulumi:pulumi:Stack plant-dev create 1 error; 1 warning; 2 messages",
                "Diagnostics:",
                "  pulumi:pulumi:Stack (plant-dev):",
                "    warning: the program's own",
                "",
                "    iot-kafka-required: judged 1, undetermined 0, not judged 0",
                "",
                "Resources:",
                "    + 2 to create",
            ],
        );
    });

    it("has no heading left over where the warnings were all", () => {
        assert.deepEqual(
            shown(
                "Destroying (dev):",
                `    pulumi:pulumi:Stack plant-dev  ${WARNING}`,
                "",
                " -  pulumi:pulumi:Stack plant-dev deleted (0.01s) ",
                "    pulumi:pulumi:Stack plant-dev  1 warning",
                "Diagnostics:",
                "  pulumi:pulumi:Stack (plant-dev):",
                `    ${WARNING}`,
                "",
                "Resources:",
                "    - 2 deleted",
            ),
            [
                "Destroying (dev):",
                " -  pulumi:pulumi:Stack plant-dev deleted (0.01s) ",
                "Resources:",
                "    - 2 deleted",
            ],
        );
    });

    it("counts each of several runs by itself", () => {
        const run = [
            ` +  pulumi:pulumi:Stack plant-dev create ${WARNING}`,
            " +  pulumi:pulumi:Stack plant-dev create 1 warning; 1 message",
        ];
        const row = " +  pulumi:pulumi:Stack plant-dev create 1 message";
        assert.deepEqual(shown(...run, ...run), [row, row]);
    });

    it("is filtered in colour as well", () => {
        assert.deepEqual(
            shown(
                ` \x1b[32m+\x1b[0m  pulumi:pulumi:Stack plant-dev create \x1b[33mwarning: \x1b[0m${WARNING.slice(9)}`,
                " \x1b[32m+\x1b[0m  pulumi:pulumi:Stack plant-dev create \x1b[33m1 warning\x1b[0m; 2 messages",
            ),
            [" \x1b[32m+\x1b[0m  pulumi:pulumi:Stack plant-dev create \x1b[33m\x1b[0m2 messages"],
        );
    });
});
