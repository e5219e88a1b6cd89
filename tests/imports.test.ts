import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, resolve } from "node:path";

const root = resolve(__dirname, "..");

/** Which of our folders each of our folders may import, and which packages beside Node's own. */
const MAY_IMPORT: Readonly<
    Record<string, { readonly folders: readonly string[]; readonly packages: readonly RegExp[] }>
> = {
    language: { folders: [], packages: [/^decimal\.js$/, /^re2js$/] },
    constraints: { folders: ["language"], packages: [] },
    kafka: {
        folders: ["language"],
        packages: [
            /^@platformatic\/wasm-utils\/bundled$/,
            /^@hpcc-js\/wasm-zstd$/,
            /^@aws-sdk\/client-secrets-manager$/,
        ],
    },
    components: {
        folders: ["constraints", "kafka"],
        packages: [/^@pulumi\/(pulumi|random)(\/|$)/, /^@pulumi\/aws\/[A-Za-z0-9]+$/, /^@pulumi\/aws$/],
    },
    simulator: { folders: ["constraints", "kafka", "language"], packages: [] },
    policies: { folders: ["constraints", "sources"], packages: [/^@pulumi\/policy(\/deserialize)?$/] },
    sources: { folders: ["constraints", "language"], packages: [/^yaml$/] },
    sandbox: { folders: [], packages: [/^@pulumi\/pulumi\//, /^@grpc\/grpc-js$/, /^google-protobuf\//] },
    cli: {
        folders: ["constraints", "sandbox", "kafka", "language", "simulator", "sources"],
        packages: [/^tinyglobby$/, /^sarif$/],
    },
};

interface Import {
    readonly file: string;
    readonly target: string;
    readonly typeOnly: boolean;
}

/** Static imports and exports of a source file, and `require`s and dynamic imports of a literal. */
function importsOf(file: string): Import[] {
    const text = readFileSync(join(root, file), "utf8");
    const pattern =
        /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;"']*?from\s+"([^"]+)"|(?:require|import)\(\s*"([^"]+)"\s*\)/g;
    return [...text.matchAll(pattern)].map((match) => ({
        file,
        target: (match[2] ?? match[3])!,
        typeOnly: match[1] !== undefined,
    }));
}

function sourcesIn(folder: string): string[] {
    const path = join(root, folder);
    if (!statSync(path, { throwIfNoEntry: false })) return [];
    return readdirSync(path, { recursive: true, encoding: "utf8" })
        .map((file) => posix.join(folder, file.replaceAll("\\", "/")))
        .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
}

describe("the house", () => {
    for (const [folder, allowed] of Object.entries(MAY_IMPORT)) {
        it(`lets ${folder}/ import only ${allowed.folders.join(", ") || "nothing of ours"}`, () => {
            const wrong = sourcesIn(folder)
                .flatMap(importsOf)
                .filter(({ file, target }) => {
                    if (target.startsWith("node:")) return false;
                    if (!target.startsWith(".")) return !allowed.packages.some((pattern) => pattern.test(target));
                    const top = posix.join(posix.dirname(file), target).split("/")[0]!;
                    return top !== folder && !allowed.folders.includes(top);
                })
                .map(({ file, target }) => `${file} -> ${target}`);
            assert.deepEqual(wrong, []);
        });
    }

    it("keeps every file under 300 lines", () => {
        const long = [...Object.keys(MAY_IMPORT), "scripts", "bench", "tests"]
            .flatMap(sourcesIn)
            .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length }))
            .filter(({ file, lines }) => lines > 300 && !file.startsWith("tests/fixtures/"));
        assert.deepEqual(long, []);
    });

    it("has Pulumi.yaml at its root, and no PulumiPlugin.yaml beside it, which the engine refuses", () => {
        assert.ok(statSync(join(root, "Pulumi.yaml")).isFile());
        assert.equal(statSync(join(root, "PulumiPlugin.yaml"), { throwIfNoEntry: false }), undefined);
    });
});
