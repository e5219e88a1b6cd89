import { openSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { start, stop } from "./children";

/** What Apache Kafka's own client says of a job. */
export interface JavaAnswer {
    readonly ok: boolean;
    /** The exception and its causes, where it is not ok. */
    readonly error?: string;
    readonly partition?: number;
    /** -1 where the broker was not asked to confirm. */
    readonly offset?: number;
    readonly records?: readonly JavaRecord[];
    readonly partitions?: readonly number[];
}

/** A record as a Java consumer reads it, bytes in base64. */
export interface JavaRecord {
    readonly partition: number;
    readonly offset: number;
    readonly timestamp: number;
    readonly key: string | null;
    readonly value: string | null;
    readonly headers: readonly (readonly [string, string | null])[];
}

/** One job: what to do, the properties of the client, and what else it needs. */
export interface JavaJob {
    readonly do: "produce" | "consume" | "topic" | "user" | "acl" | "partitions";
    readonly properties?: Readonly<Record<string, string>>;
    readonly [name: string]: unknown;
}

/** Apache Kafka's own client in one long-lived Java, since starting one takes a second. It does many jobs at once. */
export class JavaClient {
    private readonly waiting = new Map<number, { done(answer: JavaAnswer): void; failed(error: Error): void }>();
    private count = 0;

    private constructor(private readonly process: ReturnType<typeof start>) {
        createInterface({ input: process.stdout! }).on("line", (line) => {
            const { id, ...answer } = JSON.parse(line) as JavaAnswer & { readonly id: number };
            this.waiting.get(id)?.done(answer);
            this.waiting.delete(id);
        });
        process.once("close", () => {
            for (const { failed } of this.waiting.values()) failed(new Error("the Java client ended"));
        });
    }

    /** @param options further options of the Java machine */
    static start(jars: string, folder: string, kerberosConfiguration: string, options: readonly string[] = []) {
        const child = start(
            "java",
            [
                ...["-Xmx512m", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"],
                `-Djava.security.krb5.conf=${kerberosConfiguration}`,
                ...options,
                ...["-cp", jars, join(__dirname, "JavaClient.java")],
            ],
            { stdio: ["pipe", "pipe", openSync(join(folder, "java.log"), "a")] },
        );
        return new JavaClient(child);
    }

    ask(job: JavaJob): Promise<JavaAnswer> {
        const id = this.count++;
        return new Promise((done, failed) => {
            this.waiting.set(id, { done, failed });
            this.process.stdin!.write(`${JSON.stringify({ id, ...job })}\n`);
        });
    }

    stop(): Promise<void> {
        return stop(this.process);
    }
}
