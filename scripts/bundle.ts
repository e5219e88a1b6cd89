import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix, relative, resolve } from "node:path";
import { build, type OutputFile, type Plugin, transform } from "esbuild";

const root = resolve(__dirname, "..");

/** What Node is asked for by name, from outside of the package or inside of it. Each becomes a file of that name in dist/. */
const ENTRIES = [
    "components/index",
    "components/flat/index",
    "components/testing/index",
    "constraints/index",
    "policies/packs",
    "policies/required/index",
    "policies/recommended/index",
    "simulator/index",
    "cli/main",
    "cli/commands/check",
    "cli/commands/explain",
    "cli/commands/import",
    "cli/commands/sandbox",
    "cli/commands/simulate",
    // Loaded when they are needed: by the first component that is made, by a command.
    "constraints/catalogue",
    "cli/check/html/index",
    "cli/check/sarifReport",
    "cli/check/textReport",
    "kafka/client/index",
    "kafka/secrets/index",
];

/** In one file with all that it needs, to be copied to a machine inside of a VPC. */
const DOCTOR = "cli/commands/doctor";
/** Made by the parser generator as it is: nothing of it is loaded before the first statement is read. */
const PARSER = "language/iotSql.generated.js";

const COMMON = { bundle: true, platform: "node", target: "node20", write: false, logLevel: "warning" } as const;

/** Stands before what stays a file of its own, until it is known from where it is asked for. */
const OWN = "own:";

/** Writes all JavaScript of the package, and removes what an earlier build left there. */
export async function bundle(into: string): Promise<void> {
    const written = (await Promise.all([packageFiles(into), doctorFile(into), sandboxFiles(into)])).flat();
    for (const { path, text } of written) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
    }
    mkdirSync(dirname(join(into, PARSER)), { recursive: true });
    copyFileSync(join(root, PARSER), join(into, PARSER));
    const kept = new Set([...written.map(({ path }) => path), join(into, PARSER)]);
    for (const file of readdirSync(into, { recursive: true, encoding: "utf8" })) {
        if (/\.js(\.map)?$/.test(file) && !kept.has(join(into, file))) rmSync(join(into, file));
    }
}

type Written = Pick<OutputFile, "path" | "text">;

/**
 * The package as few files: what Node is asked for, and what they share in `shared/`. Hundreds of small files take longer to
 * load than to run; a file for each entry with all that it needs would be several copies of one class or symbol, which are
 * not equal to each other.
 */
async function packageFiles(into: string): Promise<Written[]> {
    // Only ES modules can be split into shared files by esbuild; each then becomes the CommonJS that the package is.
    const { outputFiles } = await build({
        ...COMMON,
        entryPoints: ENTRIES.map((entry) => join(root, `${entry}.ts`)),
        outbase: root,
        outdir: into,
        splitting: true,
        format: "esm",
        external: ["@pulumi/*"],
        chunkNames: "shared/[name]-[hash]",
        plugins: [ownFiles, lateExamples],
    });
    return Promise.all(
        outputFiles.map(async ({ path, text }) => {
            const { code } = await transform(text, { format: "cjs", platform: "node", target: "node20" });
            return { path, text: located(lateProviders(code), path, into) + namesOfClasses(text) };
        }),
    );
}

async function doctorFile(into: string): Promise<Written[]> {
    const entryPoints = [join(root, `${DOCTOR}.ts`)];
    const { outputFiles } = await build({
        ...COMMON,
        entryPoints,
        outbase: root,
        outdir: into,
        plugins: [lateExamples],
        // Names stay, so that errors can be read.
        minifySyntax: true,
        minifyWhitespace: true,
    });
    return outputFiles;
}

/** The sandbox starts programs out of its own folder, and stays file by file. */
async function sandboxFiles(into: string): Promise<Written[]> {
    const entryPoints = [`${root.replaceAll("\\", "/")}/sandbox/**/*.ts`];
    const { outputFiles } = await build({
        ...COMMON,
        entryPoints,
        outbase: root,
        outdir: into,
        bundle: false,
        format: "cjs",
    });
    return outputFiles;
}

/** What is required in the middle of a function is meant to be loaded then: it is an entry, and so a file that can be named. */
const ownFiles: Plugin = {
    name: "own files",
    setup(one) {
        one.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
            const own = relative(root, resolve(resolveDir, path)).replaceAll("\\", "/");
            if (/^sandbox(\/|$)/.test(own)) return { path: OWN + own, external: true };
            if (kind !== "require-call" || own.includes("node_modules/")) return undefined;
            const entry = [own, `${own}/index`].find((name) => [...ENTRIES, DOCTOR, PARSER].includes(name));
            if (entry === undefined) return { errors: [{ text: `${own} is required late: add it to the entries` }] };
            return { path: OWN + entry, external: true };
        });
    },
};

/** Examples of constraints are for tests and pages: they are made when somebody looks at them, not whenever the package is loaded. */
const lateExamples: Plugin = {
    name: "late examples",
    setup(one) {
        one.onLoad({ filter: /[\\/]constraints[\\/].*\.ts$/ }, ({ path }) => ({
            loader: "ts",
            contents: readFileSync(path, "utf8").replace(
                /^( +)examples: (\{$[\s\S]*?^\1\}),$/gm,
                "$1get examples() { return $2; },",
            ),
        }));
    },
};

const PROVIDER = /^(var (import_\w+) = )(require\("@pulumi\/(?:aws\/|random)[^"]*"\);)$/gm;

/**
 * Modules of providers are loaded when the first resource of them is made: nobody needs all that some component makes. What
 * was asked of `import_ec2` is asked of `(import_ec2())`.
 */
function lateProviders(code: string): string {
    const names = [...code.matchAll(PROVIDER)].map(([, , name]) => name!);
    if (names.length === 0) return code;
    return code.replace(PROVIDER, "$1() => $3").replace(new RegExp(`\\b(${names.join("|")})\\.`, "g"), "($1()).");
}

/** With the paths of our own files as they are from the file that asks for them. */
function located(code: string, path: string, into: string): string {
    return code.replace(/(?:\(0, \w+\.__require\)|\b(?:__)?require)\("own:([^"]+)"\)/g, (_whole, own: string) => {
        const target = posix.relative(dirname(relative(into, path)).replaceAll("\\", "/"), own);
        return `require("${target.startsWith(".") ? target : `./${target}`}")`;
    });
}

/** A class keeps its name where the bundle had to give it another one: Pulumi finds the components of a plugin by theirs. */
function namesOfClasses(text: string): string {
    const exported = [...text.matchAll(/^ {2}(\w+) as (\w+),?$/gm)];
    const classes = exported.filter(([, name]) => new RegExp(`^var ${name} = class\\b`, "m").test(text));
    return classes.map(([, name, own]) => `Object.defineProperty(${name}, "name", { value: "${own}" });\n`).join("");
}
