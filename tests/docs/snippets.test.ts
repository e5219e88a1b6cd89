import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import ts from "typescript";
import { blocks, pages } from "../support/pages";

const root = resolve(__dirname, "..", "..");

describe("the TypeScript on the pages", () => {
    it("compiles, importing the package by its name", () => {
        const snippets = new Map(
            pages()
                .flatMap(blocks)
                .filter(({ language }) => language === "ts")
                .map(({ file, line, text }) => [join(root, `${file}.${line}.ts`), text]),
        );
        assert.ok(snippets.size > 0);
        assert.deepEqual(problemsOf(snippets), []);
    }).timeout(300_000);
});

/** Compiles texts as if they were files beside their pages, with the repository's settings and the sources as the package. */
function problemsOf(texts: ReadonlyMap<string, string>): string[] {
    const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
    const compiled: ts.CompilerOptions = {
        ...options,
        paths: {
            "pulumi-iot-kafka": [join(root, "components/index.ts")],
            "pulumi-iot-kafka/policies": [join(root, "policies/packs.ts")],
            "pulumi-iot-kafka/testing": [join(root, "components/testing/index.ts")],
            "pulumi-iot-kafka/constraints": [join(root, "constraints/index.ts")],
        },
    };
    const host = ts.createCompilerHost(compiled);
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = (file) => texts.has(file) || fileExists(file);
    host.readFile = (file) => texts.get(file) ?? readFile(file);
    host.getSourceFile = (file, ...rest) => {
        const text = texts.get(file);
        return text === undefined ? getSourceFile(file, ...rest) : ts.createSourceFile(file, text, rest[0]);
    };
    const program = ts.createProgram([...texts.keys()], compiled, host);
    return ts
        .getPreEmitDiagnostics(program)
        .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}
