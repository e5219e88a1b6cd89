import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { readSource, type SourceDocument, type SourceResource } from "../../sources";
import { asksForJson, oneOf, readArguments } from "../arguments";
import { type Command, EXIT, type ExitCode, type Terminal, UsageProblem } from "../command";
import { callProblem, describeProblem, type FileProblem, reasonOf } from "../fileProblem";
import { type ImportedRule, importedRule, type NotCarried } from "../import/importedRule";
import { programText, type Setting, variableName } from "../import/programText";
import { projectFiles } from "../import/projectFiles";
import { readInputs } from "../readInputs";

/** The one document of `--format json`. */
interface ImportReport {
    /** By name, the text of each file of the project. */
    readonly files: Readonly<Record<string, string>>;
    readonly rules: readonly { readonly name: string; readonly resource: string; readonly importId: string | null }[];
    /** What the program asks its configuration for, since the file does not tell it. */
    readonly settings: readonly Setting[];
    readonly notCarried: readonly NotCarried[];
    readonly errors: readonly FileProblem[];
}

interface Call {
    readonly name: string;
    readonly out?: string;
    readonly format: "text" | "json";
}

/** `iot-kafka import`: a Pulumi program for rules that exist. */
export const importCommand: Command = {
    help: `iot-kafka import FILE [--out FOLDER] [--format text|json]

  Writes the Pulumi program that makes the rules of a file with KafkaTopicRule, and adopts them in AWS by their names:
    a topic rule payload, aws iot get-topic-rule, a CloudFormation template, terraform show -json, a Pulumi export.

  --out FOLDER    writes a whole project into a new or empty folder   (without it the program is printed)
  --format json   one JSON document with the files and what they do not bring along

  What is not brought along is listed on standard error, each with its place in the file.
  Exit codes: 0 written, 2 the file has no rule with a Kafka action or cannot be used, 64 wrong usage.`,
    run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
    let call: Call;
    try {
        call = readCall(args);
    } catch (error) {
        if (!(error instanceof UsageProblem) || !asksForJson(args)) throw error;
        print(failed([callProblem(error)]), terminal);
        return EXIT.usage;
    }
    const { files, errors } = readInputs([call.name]);
    const documents = files.map((file) => readSource(file));
    const report = importOf(call, documents, errors);
    if (report.errors.length === 0 && call.out !== undefined) {
        const problem = writeProject(call.out, report.files);
        if (problem) return end(call, failed([problem]), terminal);
    }
    return end(call, report, terminal);
}

function readCall(args: readonly string[]): Call {
    const { values, positionals } = readArguments({
        args: [...args],
        allowPositionals: true,
        options: { out: { type: "string" }, format: { type: "string", default: "text" } },
    });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageProblem("name one file, or - for standard input");
    if (values.out === "") throw new UsageProblem("--out needs the name of a folder");
    return { name, out: values.out, format: oneOf("format", values.format, ["text", "json"] as const) };
}

function importOf(call: Call, documents: readonly SourceDocument[], errors: readonly FileProblem[]): ImportReport {
    const problems = [...errors, ...documents.flatMap((document) => document.problems)];
    if (problems.length > 0) return failed(problems);
    const resources = documents.flatMap((document) => document.resources);
    const found = resources.filter(isKafkaRule);
    if (found.length === 0) {
        const message = "There is no topic rule with a Kafka action in it.";
        return failed([{ file: call.name, line: 1, column: 1, message }]);
    }
    const names = new Set<string>();
    const imported = found.map((source) => importedRule(source, freeName(source, names)));
    const rules = imported.map(({ rule }) => rule);
    const program = programText(rules, call.name === "-" ? "standard input" : basename(call.name));
    return {
        files: Object.fromEntries(projectFiles(projectName(call), program)),
        rules: rules.map(({ name, resource, importId }: ImportedRule) => ({
            name,
            resource,
            importId: importId ?? null,
        })),
        settings: program.settings,
        notCarried: [
            ...imported.flatMap(({ notCarried }) => notCarried),
            ...resources.filter((source) => !found.includes(source)).map(leftWhereItIs),
        ],
        errors: [],
    };
}

function isKafkaRule({ facts }: SourceResource): boolean {
    const { kafkas } = facts.values;
    return facts.kind === "topicRule" && Array.isArray(kafkas) && kafkas.length > 0;
}

function leftWhereItIs(source: SourceResource): NotCarried {
    const { file, resource, type } = source;
    const message = `${resource} (${type}) is not in the program: it stays where it is made.`;
    return { file, ...source.locate([]), resource, path: "", message };
}

/** A name for the program: the rule's, what the file calls it, or the file's, with a number where its variable is taken. */
function freeName({ facts, resource, file }: SourceResource, taken: Set<string>): string {
    const own =
        typeof facts.values.name === "string"
            ? facts.values.name
            : resource === file
              ? stem(file)
              : (facts.name ?? resource);
    const plain = own.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "rule";
    let name = plain;
    for (let number = 2; taken.has(variableName(name)); number++) name = `${plain}-${number}`;
    taken.add(variableName(name));
    return name;
}

function projectName({ name, out }: Call): string {
    const text = out === undefined ? stem(name) : basename(out);
    return text.replace(/[^A-Za-z0-9_.-]+/g, "-").replace(/^[-.]+/, "") || "iot-kafka";
}

function stem(file: string): string {
    return file === "-" ? "rule" : basename(file, extname(file));
}

/** Writes into a folder that is new or empty: nothing of somebody's is ever overwritten. */
function writeProject(folder: string, files: ImportReport["files"]): FileProblem | undefined {
    const place = { file: folder, line: 1, column: 1 };
    try {
        if (existsSync(folder) && readdirSync(folder).length > 0)
            return { ...place, message: "The folder is not empty: name a new one." };
        mkdirSync(folder, { recursive: true });
        for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { flag: "wx" });
        return undefined;
    } catch (error) {
        return { ...place, message: `The folder cannot be written to: ${reasonOf(error)}.` };
    }
}

function failed(errors: readonly FileProblem[]): ImportReport {
    const plain = errors.map(({ file, line, column, message }) => ({ file, line, column, message }));
    return { files: {}, rules: [], settings: [], notCarried: [], errors: plain };
}

function end(call: Call, report: ImportReport, terminal: Terminal): ExitCode {
    for (const problem of report.errors) terminal.err(describeProblem(problem));
    for (const problem of report.notCarried.filter(({ path }) => path !== "")) terminal.err(describeProblem(problem));
    const elsewhere = report.notCarried.filter(({ path }) => path === "").map(({ resource }) => resource);
    if (elsewhere.length > 0) terminal.err(`not in the program, and left where they are made: ${elsewhere.join(", ")}`);
    for (const { key, about } of report.settings) terminal.err(`pulumi config set ${key} …   (${about})`);
    if (call.format === "json") print(report, terminal);
    else if (report.errors.length === 0)
        terminal.out(call.out === undefined ? report.files["index.ts"]!.trimEnd() : written(call.out, report));
    return report.errors.length > 0 ? EXIT.unusable : EXIT.ok;
}

function written(folder: string, { rules, files }: ImportReport): string {
    const named = rules.map(({ name }) => name).join(", ");
    return `${join(folder, "index.ts")}: ${named}\n${Object.keys(files).length} files; next: npm install, and npx iot-kafka sandbox preview`;
}

function print(report: ImportReport, terminal: Terminal): void {
    terminal.out(JSON.stringify(report, null, 2));
}
