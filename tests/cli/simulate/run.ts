import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simulate } from "../../../cli/commands/simulate";

export interface Simulated {
    readonly code: number;
    readonly out: string;
    readonly err: string;
}

/** `iot-kafka simulate` in this process. */
export async function simulated(...args: readonly string[]): Promise<Simulated> {
    const said = { out: [] as string[], err: [] as string[] };
    const code = await simulate.run(args, {
        out: (line) => said.out.push(line),
        err: (line) => said.err.push(line),
        colour: false,
    });
    return { code, out: said.out.join("\n"), err: said.err.join("\n") };
}

/** The one document of `--format json`, as a reader of any kind gets it, and the exit code. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into the document as somebody outside does
export async function document(...args: readonly string[]): Promise<{ readonly code: number; readonly json: any }> {
    const { code, out } = await simulated(...args, "--format", "json");
    return { code, json: JSON.parse(out) };
}

/** A folder of files for a test, `remove`d when it is done. */
export function folder(): { file(name: string, content: string | Uint8Array | object): string; remove(): void } {
    const path = mkdtempSync(join(tmpdir(), "iot-kafka-simulate-"));
    return {
        file(name, content) {
            const file = join(path, name);
            const isText = typeof content === "string" || content instanceof Uint8Array;
            writeFileSync(file, isText ? content : JSON.stringify(content));
            return file;
        },
        remove: () => rmSync(path, { recursive: true, force: true }),
    };
}

/** The payload of a rule with one Kafka action. */
export function payload(texts: object, more: object = {}): object {
    const kafka = { destinationArn: "", clientProperties: {}, ...texts };
    return { sql: "SELECT * FROM 'a/+'", awsIotSqlVersion: "2016-03-23", actions: [{ kafka }], ...more };
}
