import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
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

/** How often a second `work` is done, after as long a time in which the code is compiled. */
function rate(work: () => unknown): number {
    const count = () => {
        const since = performance.now();
        let done = 0;
        for (; performance.now() - since < SECONDS * 1000; done += 100)
            for (let again = 0; again < 100; again++) work();
        return (done / (performance.now() - since)) * 1000;
    };
    count();
    return count();
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
    const long = `SELECT ${Array.from({ length: 60 }, (_, index) => `site.value${index} AS column${index}`).join(", ")} FROM 'a/+'`;
    const parses = rate(() => parseSql(`${long} WHERE x = ${Math.random()}`));
    console.log(`a statement of ${long.length} characters parsed: ${(1000 / parses).toFixed(2)} ms, aim 1`);
    streams();
    const key = Buffer.from("press-17-north-4");
    console.log(`partitions of keys: ${perSecond(rate(() => partitionOf(key, 12)))}`);
}

/** The same for files of messages, in processes of their own: what is printed is read by nobody. */
function streams(): void {
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-bench-"));
    try {
        for (const megabytes of [16, 256]) {
            const file = join(folder, `${megabytes}.ndjson`);
            const lines = `${MESSAGE}\n`.repeat(Math.ceil((1024 * 1024) / (MESSAGE.length + 1)));
            for (let count = 0; count < megabytes; count++) appendFileSync(file, lines);
            const own = ended(SIMULATE, file);
            const floor = ended(FLOOR, file);
            console.log(
                `${String(megabytes).padStart(4)} MB of messages: ${own.seconds.toFixed(1)} s and ${own.megabytes} MB of memory, ` +
                    `${(own.seconds / floor.seconds).toFixed(2)} x JSON alone (${floor.seconds.toFixed(1)} s), aim 2`,
            );
        }
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

const TELL = "process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));";
const SIMULATE = (file: string) =>
    `${TELL} process.argv = ["node", "iot-kafka", "simulate", "--sql", "SELECT deviceId, temperature FROM 'a/+'", "--topic", "a/b", "--format", "json", "--messages", ${JSON.stringify(file)}]; require(${JSON.stringify(resolve(__dirname, "../bin/iot-kafka.js"))});`;
const FLOOR = (file: string) =>
    `${TELL} let out = []; require("node:readline").createInterface({ input: require("node:fs").createReadStream(${JSON.stringify(file)}) }).on("line", (line) => { out.push(JSON.stringify(JSON.parse(line))); if (out.length === 500) { process.stdout.write(out.join("\\n") + "\\n"); out = []; } });`;

function ended(
    script: (file: string) => string,
    file: string,
): { readonly seconds: number; readonly megabytes: number } {
    const since = performance.now();
    const { stderr } = spawnSync(process.execPath, ["-e", script(file)], {
        stdio: ["ignore", "ignore", "pipe"],
        encoding: "utf8",
    });
    return {
        seconds: (performance.now() - since) / 1000,
        megabytes: Math.round(Number(/(\d+)$/.exec(stderr)?.[1]) / 1024),
    };
}

function perSecond(value: number): string {
    return `${Math.round(value).toLocaleString("en").padStart(11)} a second`;
}

function shortened(sql: string): string {
    return sql.length > 70 ? `${sql.slice(0, 67)}...` : sql;
}
