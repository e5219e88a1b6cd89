import { createHash, randomUUID } from "node:crypto";
import {
    chmodSync,
    existsSync,
    linkSync,
    mkdirSync,
    readFileSync,
    realpathSync,
    renameSync,
    rmSync,
    statSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "./folders";
import { SandboxProblem } from "./sandboxProblem";

const LANGUAGE_HOST = "pulumi-language-nodejs";
const onWindows = process.platform === "win32";

/** What a bin folder is made of: the name of each command, and the file that it links to or the script that Node runs. */
interface Recipe {
    readonly link: string;
    readonly scripts: Readonly<Record<string, string>>;
}

/**
 * The folder that turns the machine into the sandbox when it is first on PATH: `pulumi`, the Node language host (unless
 * the engine brings the official one), and the stand-ins for the AWS and random providers.
 *
 * It is named after its contents, and so made once for each combination of engine, Node and package.
 *
 * @param engine the executable of the engine
 */
export function binFolder(engine: string, cache: string): string {
    const recipe = recipeFor(engine);
    const name = createHash("sha256")
        .update(JSON.stringify([process.execPath, recipe]))
        .digest("hex")
        .slice(0, 12);
    const folder = join(cache, "bin", name);
    if (!isWhole(folder, recipe)) {
        make(folder, recipe);
    }
    return folder;
}

function recipeFor(engine: string): Recipe {
    const compiled = join(packageRoot(), "dist", "sandbox");
    const host = { [LANGUAGE_HOST]: join(compiled, "host", "main.js") };
    const scripts = {
        ...(bringsLanguageHost(engine) ? {} : host),
        "pulumi-resource-aws": join(compiled, "aws", "main.js"),
        "pulumi-resource-random": join(compiled, "random", "main.js"),
    };
    const missing = Object.values(scripts).find((script) => !existsSync(script));
    if (missing !== undefined) {
        throw new SandboxProblem(`${missing} is missing: in a checkout it is made by npm run build.`);
    }
    return { link: engine, scripts };
}

/** An installed Pulumi has the official host beside it, and prefers it there. */
function bringsLanguageHost(engine: string): boolean {
    return existsSync(join(dirname(realpathSync(engine)), onWindows ? `${LANGUAGE_HOST}.exe` : LANGUAGE_HOST));
}

function isWhole(folder: string, recipe: Recipe): boolean {
    return Object.entries(contents(recipe)).every(([file, text]) => {
        const path = join(folder, file);
        const entry = statSync(path, { throwIfNoEntry: false });
        if (text === undefined) {
            return entry !== undefined && entry.ino === statSync(recipe.link).ino;
        }
        return entry !== undefined && readFileSync(path, "utf8") === text;
    });
}

function make(folder: string, recipe: Recipe): void {
    const draft = `${folder}.${randomUUID()}`;
    mkdirSync(draft, { recursive: true });
    for (const [file, text] of Object.entries(contents(recipe))) {
        if (text === undefined) {
            link(recipe, join(draft, file));
        } else {
            writeFileSync(join(draft, file), text);
            chmodSync(join(draft, file), 0o755);
        }
    }
    try {
        if (existsSync(folder)) {
            renameSync(folder, `${draft}-replaced`);
        }
        renameSync(draft, folder);
    } catch (error) {
        // Another process was faster: its folder has the same name because it has the same contents.
        if (!isWhole(folder, recipe)) {
            throw error;
        }
    } finally {
        rmSync(draft, { recursive: true, force: true });
        rmSync(`${draft}-replaced`, { recursive: true, force: true });
    }
}

/**
 * The engine warns about a language host that is not beside it, and looks where its own name in the file system is: with
 * a hard link, that is the bin folder. A Pulumi that brings its own host must stay where it is.
 */
function link({ link: engine, scripts }: Recipe, path: string): void {
    if (LANGUAGE_HOST in scripts) {
        try {
            linkSync(realpathSync(engine), path);
            return;
        } catch {
            // Another file system, or one without hard links: the warning is the only difference.
        }
    }
    symlinkSync(engine, path);
}

/** Each file with its text; undefined for the link to the engine. */
function contents({ link, scripts }: Recipe): Record<string, string | undefined> {
    const files = Object.entries(scripts).map(([name, script]) =>
        onWindows ? [`${name}.cmd`, windowsScript(process.execPath, script)] : [name, posixScript(script)],
    );
    const engine = onWindows ? { "pulumi.cmd": windowsScript(link) } : { pulumi: undefined };
    return { ...engine, ...(Object.fromEntries(files) as Record<string, string>) };
}

function posixScript(script: string): string {
    return `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(script)} "$@"\n`;
}

function windowsScript(...words: readonly string[]): string {
    return `@${words.map((word) => `"${word}"`).join(" ")} %*\r\n`;
}

function quoted(word: string): string {
    return `'${word.replaceAll("'", `'\\''`)}'`;
}
