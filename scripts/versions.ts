/**
 * The version stands in package.json. Some files must repeat it, because something other than npm reads them:
 * `npx tsx scripts/versions.ts` lists those that differ, with `--write` it corrects them.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "..");
const NUMBER = "(\\d+\\.\\d+\\.\\d+(?:-[\\w.]+)?)";

/** A file that repeats the version, and what stands before and after it. */
interface Place {
    readonly file: string;
    readonly pattern: RegExp;
}

function places(): Place[] {
    const own = (file: string, indent: string): Place => ({
        file,
        pattern: new RegExp(`^(${indent}"version": ")${NUMBER}(")`, "m"),
    });
    const dependency = (file: string): Place => ({
        file,
        pattern: new RegExp(`("pulumi-iot-kafka": "\\^?)${NUMBER}(")`),
    });
    const packs = ["policies/required", "policies/recommended"].flatMap((folder) => [
        own(`${folder}/package.json`, "  "),
        { file: `${folder}/PulumiPolicy.yaml`, pattern: new RegExp(`^(version: )${NUMBER}()$`, "m") },
    ]);
    const consumers = ["examples", "templates"]
        .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`))
        .filter((file) => readIfThere(file)?.includes('"pulumi-iot-kafka"'));
    return [
        own("package-lock.json", "  "),
        { file: "package-lock.json", pattern: new RegExp(`("": \\{\\s+"name": "[^"]+",\\s+"version": ")${NUMBER}(")`) },
        ...packs,
        own("plugin/package.json", "  "),
        own("plugin/schema.json", "  "),
        ...["plugin/package.json", ...consumers].map(dependency),
    ];
}

/** The version of this package. */
export function version(): string {
    return (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
}

/** Each file that repeats the version with the one that it has. */
export function repeated(): { readonly file: string; readonly version: string | undefined }[] {
    return places().map(({ file, pattern }) => ({ file, version: pattern.exec(readIfThere(file) ?? "")?.[2] }));
}

/** Writes a version wherever it is repeated. */
function write(own: string): void {
    for (const { file, pattern } of places()) {
        const text = readFileSync(join(root, file), "utf8");
        writeFileSync(
            join(root, file),
            text.replace(pattern, (_whole, before, _old, after) => before + own + after),
        );
    }
}

function readIfThere(file: string): string | undefined {
    try {
        return readFileSync(join(root, file), "utf8");
    } catch {
        return undefined;
    }
}

if (require.main === module) {
    const own = version();
    if (process.argv.includes("--write")) write(own);
    const different = repeated().filter((one) => one.version !== own);
    for (const one of different) console.error(`${one.file} has ${one.version ?? "none"}, package.json ${own}`);
    process.exitCode = different.length > 0 ? 1 : 0;
}
