import assert from "node:assert/strict";
import { join } from "node:path";
import { install, installedProject, type Project } from "./project";

const SUBPATHS = [".", "./constraints", "./policies", "./simulator", "./plugin", "./testing"];

/** A program that names a type and a value of each subpath. */
const PROGRAM = `
import { IotKafkaPipeline, type IotKafkaPipelineArgs } from "pulumi-iot-kafka";
import { CATALOGUE } from "pulumi-iot-kafka/constraints";
import { required } from "pulumi-iot-kafka/policies";
import { simulate } from "pulumi-iot-kafka/simulator";
export const args: IotKafkaPipelineArgs = { sql: "SELECT * FROM 'a'", topic: "t", network: "new" };
export const count: number = CATALOGUE.length + required.length;
export const used = [IotKafkaPipeline, simulate];
// @ts-expect-error the topic is missing: types that resolve to any would let this pass
export const wrong: IotKafkaPipelineArgs = { sql: "SELECT * FROM 'a'", network: "new" };
`;

const SETTINGS = [
    {
        name: "CommonJS, as pulumi new writes it",
        file: "old.ts",
        options: { module: "commonjs", moduleResolution: "node10" },
    },
    { name: "CommonJS of Node", file: "classic.cts", options: { module: "nodenext", moduleResolution: "nodenext" } },
    { name: "ES modules of Node", file: "modern.mts", options: { module: "nodenext", moduleResolution: "nodenext" } },
    { name: "a bundler", file: "bundled.ts", options: { module: "esnext", moduleResolution: "bundler" } },
];

describe("the types of the installed package", function () {
    this.timeout(600_000);
    let project: Project;
    before(() => {
        project = installedProject();
    });

    for (const version of ["5.9.3", "6.0"]) {
        describe(`under TypeScript ${version}`, () => {
            let compiler: string;
            before(() => {
                const folder = join(project.folder, `typescript-${version}`);
                project.write(`typescript-${version}/package.json`, "{}");
                install(folder, `typescript@${version}`);
                compiler = join(folder, "node_modules", "typescript", "bin", "tsc");
            });
            for (const { name, file, options } of SETTINGS) {
                // TypeScript 6 no longer knows the resolution of Node 10 without being told to ignore that it is deprecated.
                const more = version === "5.9.3" ? {} : { ignoreDeprecations: "6.0" };
                it(`resolve for ${name}`, async () => {
                    project.write(file, PROGRAM);
                    const compilerOptions = {
                        ...options,
                        ...more,
                        strict: true,
                        noEmit: true,
                        skipLibCheck: true,
                        target: "es2022",
                    };
                    project.write("tsconfig.json", JSON.stringify({ compilerOptions, files: [file] }));
                    const { code, stdout } = await project.run(process.execPath, compiler, "-p", ".");
                    assert.equal(code, 0, stdout);
                });
            }
        });
    }

    it("are declared for every subpath", () => {
        const manifest = require(join(project.folder, "node_modules", "pulumi-iot-kafka", "package.json"));
        assert.deepEqual(
            Object.keys(manifest.exports).filter((path) => path !== "./package.json"),
            SUBPATHS,
        );
        assert.deepEqual(
            Object.keys(manifest.typesVersions["*"]),
            SUBPATHS.slice(1).map((path) => path.slice(2)),
        );
    });
});
