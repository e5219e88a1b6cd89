import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ROOT } from "./run";

describe("the hook for pre-commit", () => {
    it("calls the command that the package installs, once for all files", () => {
        const [hook, ...more] = parse(readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8"));
        const { bin } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
        assert.deepEqual(more, []);
        assert.deepEqual([hook.id, hook.language, hook.pass_filenames], ["iot-kafka-check", "node", false]);
        const [command, subcommand] = hook.entry.split(" ");
        assert.deepEqual([Object.keys(bin), subcommand], [[command], "check"]);
        for (const file of ["a/template.yaml", "b.yml", "plan.json", "x.template"]) {
            assert.ok(new RegExp(hook.files).test(file), file);
        }
    });
});
