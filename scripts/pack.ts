/**
 * `npm run pack`: the tarball that is published, in a folder (`npm run pack -- FOLDER`, by default `artefacts`).
 *
 * What only a checkout needs stays out of it: the scripts, which npm would ask whoever installs the package to approve, and
 * the list of development tools, and the types that nothing that is published names.
 */
import { execFileSync } from "node:child_process";
import {
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const root = resolve(__dirname, "..");

/** Packs what is built, by default of this checkout. The same files give the same bytes. @returns the path of the tarball */
export function pack(into: string, from = root): string {
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-pack-"));
    try {
        const whole = npmPack(from, folder);
        execFileSync("tar", ["-xzf", whole, "-C", folder]);
        const manifest = join(folder, "package", "package.json");
        const { scripts: _scripts, devDependencies: _tools, ...published } = JSON.parse(readFileSync(manifest, "utf8"));
        writeFileSync(manifest, `${JSON.stringify(published, null, 2)}\n`);
        removeUnnamedTypes(join(folder, "package"), published.exports);
        mkdirSync(into, { recursive: true });
        return npmPack(join(folder, "package"), resolve(into));
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** Types are compiled file by file; a program sees those that an entry names, and what these name. */
function removeUnnamedTypes(
    folder: string,
    entries: Readonly<Record<string, string | { readonly types: string }>>,
): void {
    const named = new Set<string>();
    const waiting = Object.values(entries).flatMap((entry) =>
        typeof entry === "string" ? [] : [join(folder, entry.types)],
    );
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
        if (named.has(file)) continue;
        named.add(file);
        for (const [, path] of readFileSync(file, "utf8").matchAll(/\b(?:from |import\()"(\.[^"]+)"/g)) {
            const target = join(dirname(file), path!);
            waiting.push([`${target}.d.ts`, join(target, "index.d.ts")].find((one) => existsSync(one))!);
        }
    }
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (file.endsWith(".d.ts") && !named.has(join(folder, file))) rmSync(join(folder, file));
    }
}

function npmPack(folder: string, into: string): string {
    const said = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", into], {
        cwd: folder,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
        maxBuffer: 64 * 1024 * 1024,
        shell: process.platform === "win32",
    });
    const [packed] = JSON.parse(said) as [{ readonly filename: string }];
    return join(into, packed.filename);
}

if (require.main === module) {
    const tarball = pack(process.argv[2] ?? join(root, "artefacts"));
    console.log(`${tarball}  ${(statSync(tarball).size / 1e6).toFixed(2)} MB`);
}
