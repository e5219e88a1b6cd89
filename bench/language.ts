import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { parseSql } from "../language";
import { compileSql, Message, serialize } from "../language/evaluate";
import { partitionOf } from "../simulator";

export const about = "IoT SQL evaluated per second, beside JSON.parse and JSON.stringify of the same message";

const SECONDS = 1.5;

/** A message as a gateway sends it: some 500 bytes, nested, with numbers and a list. */
const MESSAGE = JSON.stringify({
    deviceId: "press-17",
    timestamp: 1764057600123,
    temperature: 71.4,
    pressure: 3.25,
    running: true,
    site: { plant: "north", line: 4, position: { lat: 48.137154, lon: 11.576124 } },
    tags: ["press", "hydraulic", "critical"],
    readings: [
        { sensor: "t1", value: 70.5, ok: true },
        { sensor: "t2", value: 71.25, ok: true },
        { sensor: "t3", value: 99.75, ok: false },
        { sensor: "t4", value: 68.5, ok: true },
    ],
    firmware: "4.2.1-beta",
});

const STATEMENTS: readonly { readonly sql: string; readonly aim: number }[] = [
    { sql: "SELECT * FROM 'a/+'", aim: 1.5 },
    { sql: "SELECT deviceId, temperature, site.plant AS plant FROM 'a/+'", aim: 1.5 },
    { sql: "SELECT *, topic(2) AS id, timestamp() AS received FROM 'a/+'", aim: 1.5 },
    {
        sql: "SELECT deviceId, temperature * 1.8 + 32 AS fahrenheit FROM 'a/+' WHERE temperature > 50 AND running",
        aim: 3,
    },
    {
        sql: "SELECT upper(deviceId) AS id, CASE temperature > 70 WHEN true THEN 'hot' ELSE 'cold' END AS state, concat(site.plant, '/', site.line) AS place FROM 'a/+' WHERE startswith(firmware, '4.')",
        aim: 3,
    },
    {
        sql: "SELECT deviceId, (SELECT sensor, value FROM readings WHERE ok = true AND value > 70) AS high FROM 'a/+' WHERE EXISTS (SELECT * FROM readings WHERE value > 90)",
        aim: 3,
    },
];

/**
 * How often a second `work` is done once the code is compiled: in the best of many short samples, for in the others
 * something else had the processor, too.
 */
function rate(work: () => unknown, times = 200): number {
    let most = 0;
    for (const started = performance.now(); performance.now() - started < 2 * SECONDS * 1000; ) {
        const since = performance.now();
        for (let again = 0; again < times; again++) work();
        most = Math.max(most, (times / (performance.now() - since)) * 1000);
    }
    return most;
}

export async function run(): Promise<void> {
    const bytes = Buffer.from(MESSAGE);
    console.log(`a message of ${bytes.length} bytes, from its bytes to the text that is sent; one core, warm`);
    const floor = rate(() => JSON.stringify(JSON.parse(bytes.toString("utf8"))));
    console.log(`  JSON.parse + JSON.stringify ${perSecond(floor)}`);
    for (const { sql, aim } of STATEMENTS) {
        const compiled = compileSql(sql);
        if (!compiled.ok) throw new Error(compiled.problems[0]!.message);
        const { evaluate } = compiled.value;
        const context = { topic: "a/press-17", timestamp: 1764057600123 };
        const own = rate(() => {
            const outcome = evaluate(new Message(bytes), context);
            return outcome.ok && outcome.matched ? serialize(outcome.output) : undefined;
        });
        const times = floor / own;
        console.log(
            `  ${perSecond(own)}  ${times.toFixed(2)} x the floor, aim ${aim}: ${times <= aim ? "met" : "missed"}   ${shortened(sql)}`,
        );
    }
    const long = `SELECT ${Array.from({ length: 70 }, (_, index) => `site.value${index} AS column${index}`).join(", ")} FROM 'a/+'`;
    // Another text each time, for a text that was read lately is not read again.
    const parses = rate(() => parseSql(`${long} WHERE x = ${Math.random()}`), 5);
    console.log(`a statement of ${long.length} characters parsed: ${(1000 / parses).toFixed(2)} ms, aim 1`);
    await streams();
    keys();
}

/** The same for messages on the lines of a pipe, in processes of their own. Nothing is stored: the lines are made as they are sent. */
async function streams(): Promise<void> {
    for (const [megabytes, sql] of [
        [100, "SELECT * FROM 'a/+'"],
        [100, "SELECT deviceId, temperature FROM 'a/+'"],
        [1024, "SELECT deviceId, temperature FROM 'a/+'"],
    ] as const) {
        const own = await piped([COMMAND, "simulate", "--sql", sql, "--topic", "a/b", ...LINES], megabytes);
        const floor = await piped(["-e", FLOOR], megabytes);
        const times = own.seconds / floor.seconds;
        const speed = Math.round(megabytes / own.seconds);
        console.log(
            `${String(megabytes).padStart(5)} MB through pipes: ${own.seconds.toFixed(1)} s (${speed} MB a second) and at most ${own.megabytes} MB of memory; ` +
                `${times.toFixed(2)} x JSON.parse + JSON.stringify (${floor.seconds.toFixed(1)} s), ` +
                `${(own.processor / floor.processor).toFixed(2)} x its processor time, aim 2: ${times <= 2 ? "met" : "missed"}   ${sql}`,
        );
    }
}

/** A million different keys, as text, to their partitions. */
function keys(): void {
    const texts = Array.from({ length: 1_000_000 }, (_, number) => `press-${number}-north`);
    let most = 0;
    for (let again = 0; again < 3; again++) {
        const since = performance.now();
        for (const text of texts) partitionOf(Buffer.from(text), 12);
        most = Math.max(most, (texts.length / (performance.now() - since)) * 1000);
    }
    console.log(`partitions of a million keys: ${perSecond(most)}`);
}

const COMMAND = resolve(__dirname, "../bin/iot-kafka.js");
const LINES = ["--format", "json", "--messages", "-"];

/** Prints what a process took when it ends. */
const TELL = resolve(__dirname, "tellUsage.cjs");

/** The least that anybody can do for each line. */
const FLOOR =
    `let out = []; require("node:readline").createInterface({ input: process.stdin })` +
    `.on("line", (line) => { out.push(JSON.stringify(JSON.parse(line))); if (out.length === 500) { process.stdout.write(out.join("\\n") + "\\n"); out = []; } })` +
    `.on("close", () => process.stdout.write(out.join("\\n")));`;

interface Usage {
    readonly seconds: number;
    /** User and system, in seconds. */
    readonly processor: number;
    /** The most memory that it had at once. */
    readonly megabytes: number;
}

async function piped(args: readonly string[], megabytes: number): Promise<Usage> {
    const lines = Buffer.from(`${MESSAGE}\n`.repeat(Math.floor((1024 * 1024) / (MESSAGE.length + 1))));
    const since = performance.now();
    const child = spawn(process.execPath, ["--require", TELL, ...args], { stdio: ["pipe", "pipe", "pipe"] });
    let told = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
        told += text;
    });
    child.stdout.resume();
    const closed = once(child, "close");
    for (let sent = 0; sent < megabytes * 1024 * 1024; sent += lines.length) {
        if (!child.stdin.write(lines)) await once(child.stdin, "drain");
    }
    child.stdin.end();
    const [code] = (await closed) as [number];
    if (code !== 0) throw new Error(`node ${args.join(" ")} ended with ${code}: ${told}`);
    return { ...(JSON.parse(told) as Omit<Usage, "seconds">), seconds: (performance.now() - since) / 1000 };
}

function perSecond(value: number): string {
    return `${Math.round(value).toLocaleString("en").padStart(11)} a second`;
}

function shortened(sql: string): string {
    return sql.length > 70 ? `${sql.slice(0, 67)}...` : sql;
}
