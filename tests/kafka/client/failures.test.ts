import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { FAILURES } from "../../../kafka/client";

const ROOT = resolve(__dirname, "../../..");
const SOURCES = ["kafka/client", "kafka/kerberos", "kafka/secrets", "kafka/doctor"]
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => join(ROOT, folder, file)))
    .filter((file) => file.endsWith(".ts") && !file.endsWith("failures.ts"))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");

describe("the codes of failures", () => {
    it("stand in the documentation, each with what it says", () => {
        const page = readFileSync(join(ROOT, "docs/kafka-client.md"), "utf8");
        for (const [code, words] of Object.entries(FAILURES))
            assert.ok(page.includes(`| \`${code}\` | ${words} |`), code);
    });

    it("are all given somewhere", () => {
        assert.deepEqual(
            Object.keys(FAILURES).filter((code) => !SOURCES.includes(`"${code}"`)),
            [],
        );
    });
});
