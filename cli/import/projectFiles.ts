import { version } from "../version";
import type { Program } from "./programText";

/** The files of a project around a program, by name. */
export function projectFiles(project: string, program: Program): ReadonlyMap<string, string> {
    const { text, settings } = program;
    const configuration = settings.map(
        ({ key, about }) => `  ${key}:\n    type: string\n    description: ${JSON.stringify(about)}\n`,
    );
    return new Map([
        ["index.ts", text],
        [
            "Pulumi.yaml",
            `name: ${project}\nruntime: nodejs\nmain: index.ts\n${settings.length > 0 ? `config:\n${configuration.join("")}` : ""}`,
        ],
        ["package.json", `${JSON.stringify(manifest(project), null, 2)}\n`],
        ["tsconfig.json", `${JSON.stringify(COMPILER, null, 2)}\n`],
    ]);
}

const COMPILER = {
    compilerOptions: {
        target: "es2022",
        module: "nodenext",
        moduleResolution: "nodenext",
        strict: true,
        skipLibCheck: true,
        noEmit: true,
    },
    files: ["index.ts"],
};

function manifest(project: string): object {
    return {
        name: project,
        private: true,
        dependencies: { "pulumi-iot-kafka": `^${version()}` },
        devDependencies: { typescript: "~5.9.3" },
    };
}
