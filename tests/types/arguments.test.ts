import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import ts from "typescript";

const root = resolve(__dirname, "..", "..");
const fixtures = ["arguments.fixture.ts", "pipeline.fixture.ts"];

/** Everything the compiler has to say about one file, under the compiler options of this package. */
function complaintsAbout(file: string): string[] {
    const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
    const program = ts.createProgram([file], options);
    const source = program.getSourceFile(file);
    assert.ok(source);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => {
        const { line } = ts.getLineAndCharacterOfPosition(source, diagnostic.start ?? 0);
        return `line ${line + 1}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
    });
}

describe("the argument types", () => {
    for (const fixture of fixtures) {
        it(`take every right combination and refuse every wrong one: ${fixture}`, () => {
            assert.deepEqual(complaintsAbout(join(__dirname, fixture)), []);
        }).timeout(120_000);
    }
});
