import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pack } from "../../scripts/pack";
import { call, type Ended } from "../cli/program";

/** A project of somebody who installed the package: outside of the checkout, with nothing but the tarball and its peers. */
export interface Project {
    readonly folder: string;
    write(file: string, text: string): void;
    /** Runs a program of the project's own: `node` by default, or the path of another one. */
    run(program: string, ...args: string[]): Promise<Ended>;
}

let project: Project | undefined;

/** The project, made once for all tests of the package: installing the peers is what takes long. It goes with the process. */
export function installedProject(): Project {
    project ??= makeProject();
    return project;
}

function makeProject(): Project {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "iot-kafka-package-")));
    const made: Project = {
        folder,
        write(file, text) {
            mkdirSync(dirname(join(folder, file)), { recursive: true });
            writeFileSync(join(folder, file), text);
        },
        run: (program, ...args) => call(program, args, { folder }),
    };
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    const tarball = pack(folder);
    made.write("package.json", JSON.stringify({ name: "stranger", private: true }));
    install(folder, tarball, "typescript@5.9.3");
    return made;
}

/** `npm install`, from npm's cache where it can. */
export function install(folder: string, ...packages: string[]): void {
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error", ...packages], {
        cwd: folder,
        stdio: ["ignore", "ignore", "inherit"],
        shell: process.platform === "win32",
    });
}
