import { once } from "node:events";
import { CATALOGUE, type Configuration } from "../../constraints";
import { asksForJson, oneOf, readArguments } from "../arguments";
import { type CheckReport, failed } from "../check/checkReport";
import { Excerpts } from "../check/excerpt";
import { jsonReport } from "../check/jsonReport";
import { type Judged, judgeFiles } from "../check/judgeFiles";
import { type Command, EXIT, type ExitCode, type Terminal, UsageProblem } from "../command";
import { readConfiguration } from "../configurationFile";
import { callProblem, describeProblem, type FileProblem } from "../fileProblem";
import { type Inputs, readInputs } from "../readInputs";
import { readRegion } from "../region";

const FORMATS = ["text", "json", "sarif", "html"] as const;
type Format = (typeof FORMATS)[number];

interface Call {
    readonly names: readonly string[];
    readonly region?: string;
    readonly config?: string;
    readonly failOn: "mandatory" | "advisory";
    readonly format: Format;
}

/** `iot-kafka check`: files judged by every constraint, as one stack. */
export const check: Command = {
    help: `iot-kafka check FILE|FOLDER|GLOB|-… [--region REGION] [--config FILE] [--fail-on mandatory|advisory]
                [--format text|json|sarif|html]

  Judges rules with a Kafka action, VPC destinations, MSK clusters and what is joined to them, in
    a topic rule payload (also as --cli-input-json takes it, and as get-topic-rule prints it),
    a CloudFormation template (JSON or YAML, also of the CDK),
    terraform show -json (a plan or a state),
    a Pulumi stack export or preview --json.
  All files are one stack. Of a folder those named *.json, *.yaml, *.yml and *.template count. - is standard input.

  --region REGION  the Region of every resource, whatever the files say
  --config FILE    a configuration of the policy packs: levels, options, exclusions, suppressions
  --fail-on LEVEL  advisory: exit 1 for advice too   (mandatory by default)
  --format FORMAT  text, json, sarif (2.1.0) or html (one page that needs nothing else)

  Exit codes: 0 nothing to be corrected, 1 findings, 2 input that cannot be used, 64 wrong usage.`,
    run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
    let call: Call;
    try {
        call = readCall(args);
    } catch (error) {
        if (!(error instanceof UsageProblem) || !asksForJson(args)) throw error;
        terminal.out(JSON.stringify(failed([callProblem(error)]), null, 2));
        return EXIT.usage;
    }
    const read = call.config === undefined ? undefined : readConfiguration(call.config, CATALOGUE);
    if (read?.ok === false) return print(call, nothing(read.problems), NO_INPUTS, terminal);
    const inputs = readInputs(call.names);
    const configuration: Configuration = read?.ok ? read.configuration : {};
    return print(call, judgeFiles(inputs, { region: call.region, configuration }), inputs, terminal);
}

const NO_INPUTS: Inputs = { files: [], errors: [], folders: [] };

function nothing(problems: readonly FileProblem[]): Judged {
    const errors = problems.map(({ file, line, column, message }) => ({ file, line, column, message }));
    return { report: failed(errors), documents: [], notes: [] };
}

function readCall(args: readonly string[]): Call {
    const { values, positionals } = readArguments({
        args: [...args],
        allowPositionals: true,
        options: {
            region: { type: "string" },
            config: { type: "string" },
            "fail-on": { type: "string", default: "mandatory" },
            format: { type: "string", default: "text" },
        },
    });
    if (positionals.length === 0)
        throw new UsageProblem("name at least one file, folder or glob, or - for standard input");
    if (values.config === "") throw new UsageProblem("--config needs the name of a file");
    return {
        names: positionals,
        region: values.region === undefined ? undefined : readRegion(values.region),
        config: values.config,
        failOn: oneOf("level", values["fail-on"], ["mandatory", "advisory"] as const),
        format: oneOf("format", values.format, FORMATS),
    };
}

async function print(call: Call, judged: Judged, inputs: Inputs, terminal: Terminal): Promise<ExitCode> {
    const { report, notes } = judged;
    for (const note of notes) terminal.err(note);
    for (const problem of report.errors) terminal.err(describeProblem(problem));
    const isUnread = report.errors.length > 0 && report.evaluated.resources === 0;
    if (call.format !== "text" || !isUnread) {
        for (const piece of written(call.format, judged, inputs, terminal.colour)) {
            terminal.out(piece);
            if (process.stdout.writableNeedDrain) await once(process.stdout, "drain");
        }
    }
    return exitCode(report, call.failOn);
}

/** The report in a format, in pieces that end where a line does; what writes the others is not loaded. */
function written(format: Format, { report, documents }: Judged, { files }: Inputs, colour: boolean): Iterable<string> {
    if (format === "json") return jsonReport(report);
    if (format === "sarif") {
        const { sarifReport } = require("../check/sarifReport") as typeof import("../check/sarifReport");
        return sarifReport(report);
    }
    const excerpts = new Excerpts(files, documents);
    if (format === "html") {
        const { htmlReport } = require("../check/html") as typeof import("../check/html");
        return htmlReport(report, excerpts, documents);
    }
    const { textReport } = require("../check/textReport") as typeof import("../check/textReport");
    return textReport(report, excerpts, colour);
}

function exitCode({ errors, findings }: CheckReport, failOn: Call["failOn"]): ExitCode {
    if (errors.length > 0) return EXIT.unusable;
    const failing = findings.filter(({ level }) => failOn === "advisory" || level === "mandatory");
    return failing.length > 0 ? EXIT.findings : EXIT.ok;
}
