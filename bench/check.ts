import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const about = "iot-kafka check beside bare node, cfn-lint and checkov, and 10,000 rules";

const CLI = resolve(__dirname, "../bin/iot-kafka.js");
const DESTINATION = "arn:aws:iot:us-east-1:602911837465:ruledestination/vpc/1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9";

interface Ended {
    readonly milliseconds: number;
    readonly out: string;
    readonly ok: boolean;
}

function call(file: string, args: readonly string[]): Ended {
    const since = performance.now();
    const { stdout, status, error } = spawnSync(file, args, {
        encoding: "utf8",
        maxBuffer: 1024 * 1024 * 1024,
        stdio: ["ignore", "pipe", "ignore"],
    });
    return { milliseconds: performance.now() - since, out: stdout ?? "", ok: error === undefined && status !== null };
}

function fastest(times: number, work: () => Ended): Ended {
    return Array.from({ length: times }, work).reduce((best, one) =>
        one.milliseconds < best.milliseconds ? one : best,
    );
}

/** A quarter of the rules have a mistake in their acknowledgements. */
function acks(index: number): string {
    return index % 4 === 0 ? "2" : "1";
}

const secret = (key: string) =>
    `\${get_secret('AmazonMSK_plant', 'SecretString', '${key}', 'arn:aws:iam::602911837465:role/kafka-secret-reader')}`;

function clientProperties(index: number): Readonly<Record<string, string>> {
    return {
        acks: acks(index),
        "bootstrap.servers": `b-1.plant${index}.abc123.c2.kafka.us-east-1.amazonaws.com:9096`,
        "security.protocol": "SASL_SSL",
        "sasl.mechanism": "SCRAM-SHA-512",
        "sasl.scram.username": secret("username"),
        "sasl.scram.password": secret("password"),
    };
}

function template(count: number): string {
    const rules = Array.from({ length: count }, (_, index) => [
        `Rule${index}`,
        {
            Type: "AWS::IoT::TopicRule",
            Properties: {
                RuleName: `plant_${index}`,
                TopicRulePayload: {
                    Sql: `SELECT *, topic(2) AS id FROM 'plant${index}/+/telemetry'`,
                    AwsIotSqlVersion: "2016-03-23",
                    Actions: [
                        {
                            Kafka: {
                                DestinationArn: DESTINATION,
                                Topic: `telemetry-${index}`,
                                Key: "${topic(2)}",
                                ClientProperties: clientProperties(index),
                            },
                        },
                    ],
                },
            },
        },
    ]);
    return JSON.stringify({ AWSTemplateFormatVersion: "2010-09-09", Resources: Object.fromEntries(rules) }, null, 2);
}

function plan(count: number): string {
    const resources = Array.from({ length: count }, (_, index) => ({
        address: `aws_iot_topic_rule.rule${index}`,
        mode: "managed",
        type: "aws_iot_topic_rule",
        name: `rule${index}`,
        provider_name: "registry.terraform.io/hashicorp/aws",
        schema_version: 0,
        values: {
            name: `plant_${index}`,
            enabled: true,
            sql: `SELECT *, topic(2) AS id FROM 'plant${index}/+/telemetry'`,
            sql_version: "2016-03-23",
            kafka: [
                {
                    destination_arn: DESTINATION,
                    topic: `telemetry-${index}`,
                    key: "${topic(2)}",
                    header: [],
                    client_properties: clientProperties(index),
                },
            ],
        },
    }));
    const changes = resources.map(({ address, type, name, values }) => ({
        address,
        mode: "managed",
        type,
        name,
        change: { actions: ["create"], before: null, after: values, after_unknown: {} },
    }));
    return JSON.stringify({
        format_version: "1.2",
        terraform_version: "1.9.0",
        planned_values: { root_module: { resources } },
        resource_changes: changes,
        configuration: { root_module: {} },
    });
}

/** cfn-lint and checkov in a virtual environment that lasts as long as the measurement. */
function peers(folder: string): string | undefined {
    const environment = join(folder, "venv");
    console.log("  (installing cfn-lint and checkov into a throw-away virtual environment)");
    if (!call("python3", ["-m", "venv", environment]).ok) return undefined;
    const bin = join(environment, "bin");
    spawnSync(join(bin, "pip"), ["install", "-q", "cfn-lint", "checkov"], { stdio: "ignore" });
    return call(join(bin, "cfn-lint"), ["--version"]).out.includes("cfn-lint") ? bin : undefined;
}

function findings(json: string): number {
    return (JSON.parse(json) as { readonly findings: readonly unknown[] }).findings.length;
}

export async function run(): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-bench-"));
    try {
        measure(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function measure(folder: string): void {
    const bare = fastest(10, () => call(process.execPath, ["-e", "0"]));
    const version = fastest(10, () => call(process.execPath, [CLI, "--version"]));
    const times = version.milliseconds / bare.milliseconds;
    console.log(
        `iot-kafka --version: ${ms(version)}, ${times.toFixed(2)} x bare node (${ms(bare)}), aim 2: ${verdict(times < 2)}`,
    );

    const files = { template: join(folder, "template.json"), plan: join(folder, "plan.json") };
    writeFileSync(files.template, template(400));
    writeFileSync(files.plan, plan(400));
    const bin = peers(folder);
    for (const [what, file] of Object.entries(files)) {
        const own = fastest(3, () => call(process.execPath, [CLI, "check", file, "--format", "json"]));
        console.log(`400 rules in one ${what}: ${ms(own)}, ${findings(own.out)} findings`);
        if (bin === undefined) continue;
        if (what === "template") {
            const lint = call(join(bin, "cfn-lint"), ["-f", "json", file]);
            compare("cfn-lint", lint, own, (JSON.parse(lint.out || "[]") as unknown[]).length);
        }
        const framework = what === "template" ? "cloudformation" : "terraform_plan";
        const checkov = call(join(bin, "checkov"), [
            "-f",
            file,
            "--framework",
            framework,
            "-o",
            "json",
            "--quiet",
            "--compact",
        ]);
        compare("checkov", checkov, own, failedChecks(checkov.out));
    }
    if (bin === undefined)
        console.log("  cfn-lint and checkov could not be installed (python3 with venv and pip is needed)");

    console.log("time and memory for many rules in one template");
    for (const count of [100, 1_000, 10_000]) {
        const file = join(folder, `rules-${count}.json`);
        writeFileSync(file, template(count));
        const script = `require(${JSON.stringify(CLI)}); process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)))`;
        const since = performance.now();
        const { stdout, stderr } = spawnSync(
            process.execPath,
            ["-e", script, "iot-kafka", "check", file, "--format", "json"],
            {
                encoding: "utf8",
                maxBuffer: 1024 * 1024 * 1024,
            },
        );
        const milliseconds = performance.now() - since;
        const megabytes = Number(/(\d+)$/.exec(stderr)?.[1]) / 1024;
        console.log(
            `  ${String(count).padStart(6)} rules: ${milliseconds.toFixed(0)} ms, ${(milliseconds / count).toFixed(2)} ms a rule, ${megabytes.toFixed(0)} MB (aim 500), ${findings(stdout)} findings`,
        );
    }
}

function compare(name: string, other: Ended, own: Ended, found: number): void {
    const times = other.milliseconds / own.milliseconds;
    console.log(
        `  ${name}: ${ms(other)}, ${times.toFixed(1)} x as long (aim 5: ${verdict(times >= 5)}), ${found} findings`,
    );
}

function failedChecks(out: string): number {
    try {
        const report = JSON.parse(out) as { readonly summary?: { readonly failed?: number } };
        return report.summary?.failed ?? 0;
    } catch {
        return 0;
    }
}

function verdict(isMet: boolean): string {
    return isMet ? "met" : "missed";
}

function ms({ milliseconds }: Ended): string {
    return `${milliseconds.toFixed(0)} ms`;
}
