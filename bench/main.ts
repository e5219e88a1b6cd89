/** `npm run bench -- <name>` runs one measurement; without a name it lists them. Each is a file beside this one. */
import { readdirSync } from "node:fs";

/** What a file of this folder exports. */
export interface Bench {
    /** What is measured, in one line. */
    readonly about: string;
    /** Measures and prints. */
    run(): Promise<void>;
}

const names = readdirSync(__dirname)
    .filter((file) => file.endsWith(".ts") && file !== "main.ts")
    .map((file) => file.replace(/\.ts$/, ""))
    .sort();

async function main(name: string | undefined): Promise<number> {
    if (name !== undefined && names.includes(name)) {
        const { run } = (await import(`./${name}`)) as Bench;
        await run();
        return 0;
    }
    if (name !== undefined) console.error(`npm run bench: nothing here is called ${name}`);
    for (const one of names) {
        const { about } = (await import(`./${one}`)) as Bench;
        console.log(`npm run bench -- ${one}    ${about}`);
    }
    return name === undefined ? 0 : 64;
}

main(process.argv[2]).then((code) => {
    process.exitCode = code;
});
