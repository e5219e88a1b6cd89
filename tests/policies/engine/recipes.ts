import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parse } from "yaml";
import { openSandbox } from "../../../sandbox";
import { call, type Ended } from "../../cli/program";
import { type Block, blocks, pages } from "../../support/pages";
import { ROOT } from "../../support/programs";

/** The page's blocks of a language, in order. */
export function recipes(language: string): Block[] {
    const page = pages().find(({ file }) => file === "docs/policies/recipes.md")!;
    return blocks(page).filter((block) => block.language === language);
}

/** What a job runs, one after the other, and with which variables. */
export interface Job {
    readonly lines: readonly string[];
    readonly variables: Readonly<Record<string, string>>;
}

/** The only job of a workflow of GitHub Actions. */
export function gitHubJob(workflow: string): Job {
    const { jobs } = parse(workflow) as { jobs: Record<string, { env?: Job["variables"]; steps: { run?: string }[] }> };
    const [job] = Object.values(jobs);
    return { lines: job!.steps.flatMap(({ run }) => run ?? []), variables: job!.env ?? {} };
}

/** The only job of a pipeline of GitLab. */
export function gitLabJob(pipeline: string): Job {
    const [job] = Object.values(parse(pipeline) as Record<string, { script: string[]; variables?: Job["variables"] }>);
    return { lines: job!.script, variables: job!.variables ?? {} };
}

/** A place where jobs run, with the real Pulumi, stand-ins for AWS and an npm that fetches nothing. */
export interface Runner {
    readonly folder: string;
    /** A checkout of somebody's program, with a stack `dev` in a backend of its own. */
    program(name: string, rule: object): Promise<string>;
    /** Runs the lines in a folder until one fails, as a job does. */
    run(folder: string, job: Job, environment?: NodeJS.ProcessEnv): Promise<Ended>;
    remove(): void;
}

/** What npm would install is what the checkout has. */
const NPM = `#!/bin/sh
case "$1" in
    ci | install) echo "npm $*"; ln -sfn "${ROOT}/node_modules" node_modules ;;
    *) PATH="\${PATH#*:}" exec npm "$@" ;;
esac
`;

export async function openRunner(): Promise<Runner> {
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-recipes-"));
    const bin = join(folder, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "npm"), NPM);
    chmodSync(join(bin, "npm"), 0o755);
    const sandbox = await openSandbox();
    const environmentOf = (backend: string) => ({
        ...sandbox.environment,
        PATH: [bin, sandbox.environment.PATH].join(delimiter),
        PULUMI_BACKEND_URL: `file://${backend}`,
        AWS_REGION: "us-east-1",
    });
    return {
        folder,
        async program(name, rule) {
            const [program, backend] = [join(folder, name), join(folder, `${name}-state`)];
            for (const one of [program, backend]) mkdirSync(one);
            writeFileSync(join(program, "Pulumi.yaml"), "name: plant\nruntime: nodejs\nmain: index.js\n");
            writeFileSync(join(program, "package.json"), JSON.stringify({ name: "plant", version: "1.0.0" }));
            cpSync(join(ROOT, "examples/policy-gate-ci/policies.json"), join(program, "policies.json"));
            writeFileSync(join(program, "rule.json"), JSON.stringify(rule));
            const source = `const { iot } = require("@pulumi/aws");\nnew iot.TopicRule("rule", require("./rule.json"));\n`;
            writeFileSync(join(program, "index.js"), source);
            const init = ["stack", "init", "dev", "--non-interactive"];
            const { code, stderr } = await call("pulumi", init, {
                folder: program,
                environment: environmentOf(backend),
            });
            if (code !== 0) throw new Error(stderr);
            return program;
        },
        run: (where, { lines, variables }, environment = {}) =>
            call("bash", ["-e", "-c", lines.join("\n")], {
                folder: where,
                environment: { ...environmentOf(`${where}-state`), ...variables, ...environment },
            }),
        remove: () => rmSync(folder, { recursive: true, force: true }),
    };
}
