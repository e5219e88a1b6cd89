import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What Java says of a store, or why it does not open. */
export interface JavaVerdict {
    readonly opens: boolean;
    /** True where the key manager takes the keys with the password. */
    readonly takesKeys: boolean;
    /** As `summary` has them, sorted. */
    readonly entries: readonly string[];
    /** How many certificates are trusted because of the store. */
    readonly trusted: number;
    readonly line: string;
}

export interface Question {
    readonly bytes: Uint8Array;
    readonly password: string | undefined;
    readonly keyPassword?: string | undefined;
}

/** A folder for files of a test, and the way to get rid of it. */
export function workFolder() {
    const path = mkdtempSync(join(tmpdir(), "iot-kafka-stores-"));
    return {
        path,
        file(name: string, content: string | Uint8Array): string {
            writeFileSync(join(path, name), content);
            return join(path, name);
        },
        remove: () => rmSync(path, { recursive: true, force: true }),
    };
}

export type WorkFolder = ReturnType<typeof workFolder>;

/** Runs a program and gives what it printed; an error holds what it complained of. */
export function tool(program: string, args: readonly string[], folder: WorkFolder): string {
    const ran = spawnSync(program, args, { cwd: folder.path, encoding: "utf8" });
    if (ran.error) throw ran.error;
    if (ran.status !== 0) throw new Error(`${program} ${args[0]}: ${ran.stderr}${ran.stdout}`);
    return ran.stdout;
}

/** Asks one Java for all stores, since it takes a second to start. */
export function askJava(questions: readonly Question[], folder: WorkFolder): JavaVerdict[] {
    const encoded = (text: string | undefined) =>
        text === undefined ? "-" : `+${Buffer.from(text).toString("base64")}`;
    const lines = questions.map(({ bytes, password, keyPassword }, index) =>
        [folder.file(`question-${index}`, bytes), password, keyPassword].map(encoded).join(" "),
    );
    const answers = execFileSync("java", ["-XX:TieredStopAtLevel=1", join(__dirname, "StoreOracle.java")], {
        input: lines.join("\n"),
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
    });
    return answers.trim().split("\n").map(verdictIn);
}

function verdictIn(line: string): JavaVerdict {
    const [head, keys, ...rest] = line.split("; ");
    return {
        opens: head === "ok",
        takesKeys: keys === "keys",
        entries: rest.filter((part) => part !== "").slice(0, -1),
        trusted: Number(/trusts (\d+)$/.exec(line)?.[1] ?? 0),
        line,
    };
}
