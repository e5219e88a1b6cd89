import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pages } from "../support/pages";

const root = resolve(__dirname, "..", "..");

describe("the pages", () => {
    it("link only to files that exist", () => {
        const broken = pages().flatMap(({ file, text }) =>
            [...text.matchAll(/\]\(([^)\s]+)\)/g)]
                .map((match) => match[1]!)
                .filter((target) => !/^(https?:|#|mailto:)/.test(target))
                .filter((target) => !existsSync(join(root, dirname(file), target.split("#")[0]!)))
                .map((target) => `${file} -> ${target}`),
        );
        assert.deepEqual(broken, []);
    });
});
