import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { repeated, version } from "../../scripts/versions";

const root = resolve(__dirname, "..", "..");

/** Where the version of the package could be named. */
const FOLDERS = [
    "bench",
    "bin",
    "cli",
    "docs",
    "examples",
    "plugin",
    "policies",
    "sandbox",
    "scripts",
    "simulator",
    "templates",
];
const TEXT = /\.(md|ts|js|json|ya?ml|py)$/;

describe("the version", () => {
    it("is the same wherever it is repeated", () => {
        const different = repeated().filter((one) => one.version !== version());
        assert.deepEqual(different, [], "npx tsx scripts/versions.ts --write");
        assert.ok(repeated().length > 15);
    });

    it("is repeated nowhere else", () => {
        const written = FOLDERS.flatMap((folder) =>
            readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
                (file) => `${folder}/${file.replaceAll("\\", "/")}`,
            ),
        );
        const known = new Set(repeated().map(({ file }) => file));
        // Beside a name of ours: other things have versions too.
        const own = version().replaceAll(".", "\\.");
        const pattern = new RegExp(
            `\\b(pulumi-iot-kafka|iotkafka|iot-kafka-\\w+)\\W{1,8}(v|version )?${own}(?![\\d.])`,
        );
        const holding = ["README.md", ...written]
            .filter((file) => TEXT.test(file) && !file.includes("node_modules/") && !known.has(file))
            .filter((file) => pattern.test(readFileSync(join(root, file), "utf8")));
        assert.deepEqual(holding, []);
    });

    it("of the plugin's dependencies is that with which the package is tested", () => {
        const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
        const { dependencies } = JSON.parse(readFileSync(join(root, "plugin", "package.json"), "utf8"));
        for (const [name, range] of Object.entries(dependencies)) {
            if (name !== "pulumi-iot-kafka") assert.equal(range, devDependencies[name], name);
        }
    });
});
