/**
 * `npm run release`: everything that a release consists of, in `artefacts/`, once it is known to be right. It publishes
 * nothing: it prints the commands that do.
 *
 *   npm run release                       checks, tests, packs
 *   npm run release -- --without-tests    packs what was not tested; the notes say so, and nothing says how to publish it
 *   npm run release -- --rehearse         the same of a checkout that is not ready: with changes, or without its notes
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { changelogProblems, notesOf } from "./changelog";
import { pack } from "./pack";
import { repeated, version } from "./versions";

const root = resolve(__dirname, "..");

/** What a release is not, and therefore must not be published as one. */
interface Marks {
    readonly isTested: boolean;
    readonly isReady: boolean;
}

/** Why there can be no release of the checkout as it is. */
export function problems(): string[] {
    const own = version();
    const different = repeated().filter((one) => one.version !== own);
    return [
        ...changed().map((line) => `not committed: ${line}`),
        ...(git("tag", "--list", `v${own}`) === ""
            ? []
            : [`the tag v${own} exists: raise the version in package.json`]),
        ...different.map(
            (one) =>
                `${one.file} has ${one.version ?? "no version"}, package.json ${own}: npx tsx scripts/versions.ts --write`,
        ),
        ...changelogProblems(readFileSync(join(root, "CHANGELOG.md"), "utf8"), own),
    ];
}

function changed(): string[] {
    return git("status", "--porcelain").split("\n").filter(Boolean);
}

function git(...args: string[]): string {
    return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trimEnd();
}

/**
 * Writes the artefacts of what is built into an empty folder.
 *
 * @param packed puts the tarball there
 * @returns their names, each below the folder
 */
export function writeArtefacts(folder: string, marks: Marks, packed: (into: string) => string = pack): string[] {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, "schemas"), { recursive: true });
    const tarball = basename(packed(folder));
    copyFileSync(join(root, "plugin", "schema.json"), join(folder, "plugin-schema.json"));
    for (const file of readdirSync(join(root, "docs", "schemas")).filter((name) => !name.includes(".example."))) {
        copyFileSync(join(root, "docs", "schemas", file), join(folder, "schemas", file));
    }
    writeFileSync(join(folder, "release-notes.md"), releaseNotes(marks));
    const schemas = readdirSync(join(folder, "schemas")).map((file) => `schemas/${file}`);
    const artefacts = [tarball, "plugin-schema.json", "release-notes.md", ...schemas].sort();
    const sums = artefacts.map((file) => `${sha256(join(folder, file))}  ${file}\n`);
    writeFileSync(join(folder, "SHA256SUMS"), sums.join(""));
    return [...artefacts, "SHA256SUMS"];
}

function releaseNotes({ isTested, isReady }: Marks): string {
    const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
    const notes = notesOf(changelog, version()) ?? notesOf(changelog, "Unreleased") ?? "";
    const marks = [
        ...(isReady ? [] : ["> A rehearsal: made of a checkout that is not ready to be released.\n"]),
        ...(isTested ? [] : ["> Not tested: made with `--without-tests`.\n"]),
    ];
    return `${[`# pulumi-iot-kafka ${version()}\n`, ...marks, notes].join("\n")}\n`;
}

function sha256(file: string): string {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** Runs one of the package's scripts and shows what it says. */
function npmRun(...script: string[]): boolean {
    const { status } = spawnSync("npm", ["run", "--silent", ...script], {
        cwd: root,
        stdio: "inherit",
        shell: process.platform === "win32",
    });
    return status === 0;
}

function release(): number {
    const { values } = parseArgs({ options: { "without-tests": { type: "boolean" }, rehearse: { type: "boolean" } } });
    const marks = { isTested: !values["without-tests"], isReady: !values.rehearse };
    const found = problems();
    for (const problem of found) console.error(`npm run release: ${problem}`);
    if (found.length > 0 && marks.isReady) return 1;
    const steps = [["build"], ["check"], ...(marks.isTested ? [["test"]] : [])];
    for (const step of steps) {
        if (!npmRun(...step)) {
            console.error(`npm run release: npm run ${step.join(" ")} failed, nothing was packed`);
            return 1;
        }
    }
    const folder = join(root, "artefacts");
    const artefacts = writeArtefacts(folder, marks);
    for (const file of artefacts)
        console.log(`${String(statSync(join(folder, file)).size).padStart(10)}  artefacts/${file}`);
    console.log(whatNext(artefacts, marks));
    return 0;
}

function whatNext(artefacts: readonly string[], { isTested, isReady }: Marks): string {
    if (!isTested || !isReady) return "\nThis is not to be published: see the head of artefacts/release-notes.md.";
    const tarball = artefacts.find((file) => file.endsWith(".tgz"));
    return [
        "\nNothing is published yet. Whoever may publish does it with",
        `  git tag -a v${version()} -m "${version()}" && git push origin v${version()}`,
        `  npm publish artefacts/${tarball}`,
        `  gh release create v${version()} --notes-file artefacts/release-notes.md ${artefacts.map((file) => `artefacts/${file}`).join(" ")}`,
    ].join("\n");
}

if (require.main === module) process.exitCode = release();
