import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Ended, ran } from "./run";
import { OTHER_RESOURCES } from "./templateOfOthers";

const root = resolve(__dirname, "../..");
const fixtures = join(root, "tests", "fixtures", "sources");

/** The names under which each mistake stands, in a template and in a plan. */
const MISTAKEN = [
    ["RuleName", "name"],
    ["Sql", "sql"],
    ["AwsIotSqlVersion", "sql_version"],
    ["DestinationArn", "destination_arn"],
    ["Topic", "topic"],
    ["Partition", "partition"],
    ["Headers", "header"],
    ...["security.protocol", "acks", "compression.type", "sasl.mechanism"].map((name) => [name]),
    ...["sasl.scram.password", "bootstrap.servers", "linger.ms"].map((name) => [name]),
] as const;

/** What a tool said: the resource, and the last name of the path where it says one. */
interface Said {
    readonly resource: string;
    readonly property: string;
}

interface Tool {
    readonly name: string;
    readonly call: (file: string) => Ended;
    readonly read: (out: string) => readonly Said[];
}

/** The same mistakes in files: before `iot-kafka check`, cfn-lint and checkov. */
export function compareFiles(folder: string): void {
    const [template, plan] = [
        join(folder, "template.json"),
        join(fixtures, "terraform", "fourteen-mistakes.plan.json"),
    ];
    writeFileSync(template, templateWithOthers());
    const bin = environment(folder);
    const others = Object.keys(OTHER_RESOURCES);
    print(
        "CloudFormation template",
        template,
        [...(bin ? [cfnLint(bin), checkov(bin, "cloudformation")] : []), own()],
        others,
    );
    print("Terraform plan", plan, [...(bin ? [checkov(bin, "terraform_plan")] : []), own()], []);
    if (!bin)
        console.log("  left out: cfn-lint and checkov: they cannot be installed (python3 with venv and pip is needed)");
}

function templateWithOthers(): string {
    const text = readFileSync(join(fixtures, "cloudformation", "fourteen-mistakes.json"), "utf8");
    const template = JSON.parse(text) as { Resources: object };
    return JSON.stringify({ ...template, Resources: { ...template.Resources, ...OTHER_RESOURCES } }, null, 4);
}

/** A virtual environment with both tools, which lasts as long as the measurement. */
function environment(folder: string): string | undefined {
    const bin = join(folder, "venv", "bin");
    if (ran("python3", ["-m", "venv", join(folder, "venv")]).code !== 0) return undefined;
    return ran(join(bin, "pip"), ["install", "--quiet", "cfn-lint", "checkov"]).code === 0 ? bin : undefined;
}

function cfnLint(bin: string): Tool {
    const file = join(bin, "cfn-lint");
    return {
        name: ran(file, ["--version"]).out.trim(),
        call: (input) => ran(file, ["-f", "json", input]),
        read: (out) =>
            (JSON.parse(out) as { Location: { Path: (string | number)[] } }[]).map(({ Location: { Path } }) => ({
                resource: String(Path[1]),
                property: String(Path.filter((part) => typeof part === "string").at(-1)),
            })),
    };
}

function checkov(bin: string, framework: string): Tool {
    const file = join(bin, "checkov");
    const args = ["--framework", framework, "-o", "json", "--quiet", "--compact", "--skip-download"];
    return {
        name: `checkov ${ran(file, ["--version"]).out.trim()}`,
        call: (input) => ran(file, ["-f", input, ...args]),
        read: (out) => {
            const report = JSON.parse(out) as {
                results?: { failed_checks: { resource: string; check_name: string }[] };
            };
            return (report.results?.failed_checks ?? []).map(({ resource, check_name }) => ({
                resource: resource.split(".").at(-1)!,
                property: check_name,
            }));
        },
    };
}

function own(): Tool {
    return {
        name: "iot-kafka check",
        call: (input) => ran(process.execPath, [join(root, "bin", "iot-kafka.js"), "check", input, "--format", "json"]),
        read: (out) =>
            (JSON.parse(out) as { findings: { resource: string; path: string }[] }).findings.map(
                ({ resource, path }) => ({
                    resource,
                    property: /(?:\["([^"]+)"\]|(?:^|\.)([\w-]+))$/.exec(path)?.slice(1).join("") ?? "",
                }),
            ),
    };
}

function print(what: string, file: string, tools: readonly Tool[], others: readonly string[]): void {
    console.log(
        `${what} with the same ${MISTAKEN.length} mistakes${others.length > 0 ? ` and ${others.length} elsewhere` : ""}`,
    );
    console.log(`${"".padEnd(36)}of 14   of ${String(others.length).padStart(2)}   other   time`);
    for (const { name, call, read } of tools) {
        const { out, milliseconds } = [call(file), call(file)].sort((a, b) => a.milliseconds - b.milliseconds)[0]!;
        const said = read(out);
        const isMistake = ({ resource, property }: Said) =>
            /telemetry/i.test(resource) && MISTAKEN.some((names) => names.some((one) => one === property));
        const found = MISTAKEN.filter((names) =>
            said.some((one) => isMistake(one) && names.some((n) => n === one.property)),
        );
        const elsewhere = others.filter((name) => said.some(({ resource }) => resource === name));
        const rest = said.filter((one) => !isMistake(one) && !others.includes(one.resource));
        const counts = [found, elsewhere, rest].map(({ length }) => String(length).padStart(5)).join("   ");
        console.log(`${name.padEnd(36)}${counts}   ${(milliseconds / 1000).toFixed(1)} s`);
    }
}
