import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { doctor } from "../../../cli/commands/doctor";
import { type Lab, labOrSkip } from "./lab/lab";
import { writeRule } from "./lab/ruleFiles";

const root = resolve(__dirname, "..", "..", "..");

/** The README's run: a user whose password is not the one that the broker knows. */
describe("the doctor's run in the README", function () {
    this.timeout(180_000);
    let lab: Lab;
    before(async function () {
        lab = await labOrSkip(this);
    });

    it("is what a real broker makes of a wrong password", async () => {
        const topic = await lab.topic("telemetry");
        const folder = mkdtempSync(join(lab.folder, "readme-"));
        const out: string[] = [];
        try {
            const properties = { ...lab.modes["SCRAM-SHA-512"], "sasl.scram.password": "mistyped" };
            const { rule, secrets } = writeRule(folder, properties, { topic });
            const terminal = { out: (line: string) => void out.push(line), err: () => undefined, colour: false };
            assert.equal(await doctor.run(["--rule", rule, "--secrets", secrets], terminal), 1);
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
        const shown = /<!-- doctor's run -->\n```text\n([\s\S]*?)\n```/.exec(
            readFileSync(join(root, "README.md"), "utf8"),
        );
        assert.equal(masked(out.join("\n"), topic), masked(shown?.[1] ?? "", topic));
    });
});

/** Names and ports of one run stand for those of another. */
function masked(text: string, topic: string): string {
    return text
        .replaceAll(topic, "telemetry")
        .replace(/localhost:\d+/g, "localhost:PORT")
        .replace(/ +/g, " ")
        .trim();
}
