import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { issue } from "../kafka/stores/issue";
import { blocks, pages } from "../support/pages";
import { readersFolder } from "../support/readersFolder";

const AUTHORITY = issue("plant authority", { ca: true });
const CLIENT = issue("iot-rules", { by: AUTHORITY });

/** What readers give to programs that ask for it. */
const SETTINGS = { "plant:password": "of no cluster", "plant:privateKey": CLIENT.keyPem };
const FILES = { "authority.pem": AUTHORITY.pem, "client.pem": CLIENT.pem };

/** Programs that are no example: those are deployed by tests/examples. */
const programs = pages()
    .filter(({ file }) => file.startsWith("docs/how-to/"))
    .flatMap(blocks)
    .filter(({ language, note }) => language === "ts" && note === "");

/** Runs every program with answers in the place of AWS, and prints what each of them makes a rule of. */
const RUNNER = `
import { runtime, type Output } from "@pulumi/pulumi";
import { awsMocks } from "pulumi-iot-kafka/testing";

async function main() {
    for (const name of process.argv.slice(2)) {
        const program = (await import(name)) as { ruleName: Output<string> };
        console.log(await new Promise<string>((resolve) => program.ruleName.apply(resolve)));
    }
}

runtime.setMocks(awsMocks(), "plant", "dev").then(main).catch((error) => {
    console.error(String(error));
    process.exit(1);
});
`;

describe("the programs of the how-to pages", () => {
    it("make a rule each, and nothing that they say is refused", () => {
        const names = programs.map((_program, index) => `./program-${index}.ts`);
        const shown = Object.fromEntries(programs.map(({ text }, index) => [names[index]!, text]));
        const folder = readersFolder({ ...shown, ...FILES, "runner.ts": RUNNER }, ["@pulumi"]);
        try {
            const { status, stdout, stderr } = spawnSync(
                process.execPath,
                ["--import", require.resolve("tsx"), "runner.ts", ...names],
                {
                    cwd: folder.path,
                    encoding: "utf8",
                    env: { ...folder.environment, PULUMI_CONFIG: JSON.stringify(SETTINGS) },
                },
            );
            assert.equal(status, 0, stdout + stderr);
            assert.ok(programs.length >= 3);
            assert.deepEqual(stdout.trim().split("\n"), Array(programs.length).fill("plant_dev_telemetry"));
        } finally {
            folder.remove();
        }
    }).timeout(120_000);
});
