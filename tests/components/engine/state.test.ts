import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { openTestStack, type TestStack } from "./testStack";

/** Versions whose stacks have to live on. None is ever taken away. */
const VERSIONS = ["0.1.0"];

/** What happens to a resource without losing it. */
const HARMLESS = ["same", "update", "create", "read", "refresh"];

for (const version of VERSIONS) {
    describe(`a stack that version ${version} deployed`, function () {
        this.timeout(180_000);
        const program = `state-${version}`;
        let stack: TestStack;
        before(async () => {
            stack = await openTestStack(program);
        });
        after(() => stack.close());

        it("loses and replaces nothing under this version", async () => {
            const state = resolve(__dirname, "../../fixtures/components", program, "state.json");
            const imported = await stack.pulumi("stack", "import", "--file", state);
            assert.equal(imported.exitCode, 0, imported.stderr);
            const { exitCode, stdout, stderr } = await stack.pulumi("preview", "--json");
            assert.equal(exitCode, 0, stdout + stderr);
            const { steps, changeSummary } = JSON.parse(stdout) as {
                readonly steps: readonly { readonly op: string; readonly urn: string }[];
                readonly changeSummary: Readonly<Record<string, number>>;
            };
            assert.deepEqual(
                steps.filter(({ op }) => !HARMLESS.includes(op)).map(({ op, urn }) => `${op} ${urn}`),
                [],
            );
            const { resources } = JSON.parse(readFileSync(state, "utf8")).deployment as {
                resources: { urn: string }[];
            };
            const deployed = resources.filter(({ urn }) => !urn.includes("::pulumi:providers:"));
            const kept = (changeSummary.same ?? 0) + (changeSummary.update ?? 0);
            assert.ok(deployed.length > 70 && kept >= deployed.length, JSON.stringify(changeSummary));
        });
    });
}
