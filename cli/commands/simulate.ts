import { type CompiledRule, type Simulation, simulate as simulateRule, succeeded } from "../../simulator";
import { asksForJson } from "../arguments";
import { type Command, EXIT, type ExitCode, type Terminal, UsageProblem } from "../command";
import { describeProblem, type FileProblem } from "../fileProblem";
import { type Paint, painter } from "../paint";
import { explanationText } from "../simulate/explanationText";
import { InputProblems } from "../simulate/inputProblems";
import { readContext } from "../simulate/readContext";
import { readLines, readMessage } from "../simulate/readMessages";
import { readRules } from "../simulate/readRules";
import { readSimulateCall, type SimulateCall } from "../simulate/simulateCall";
import { simulationJson } from "../simulate/simulationJson";
import { simulationText } from "../simulate/simulationText";

/** `iot-kafka simulate`: the Kafka records that rules make of messages. */
export const simulate: Command = {
    help: `iot-kafka simulate (--rule FILE… | --sql TEXT [--sql-version VERSION]) --topic TOPIC
                   (--message FILE|- | --payload-base64 TEXT | --messages FILE|-)
                   [--client-id ID] [--principal ID] [--timestamp MS] [--secrets FILE] [--fixtures FILE]
                   [--partitions N] [--explain] [--format text|json]

  Shows what would arrive in Kafka: topic, key, partition, headers and value of each record, or why there is none.

  --rule FILE        a rule payload, a CloudFormation template, a Terraform plan or a Pulumi export or preview
  --sql TEXT         a statement alone, without actions        (--sql-version: 2016-03-23 by default)
  --topic TOPIC      the MQTT topic; $aws/rules/RULE/TOPIC for Basic Ingest
  --message FILE     the payload;  --payload-base64 gives it by itself,  --messages one on each line
  --secrets FILE     {"<secret id or ARN>": {"SecretString": "…"} or {"SecretBinary": "<base64>"}}
  --fixtures FILE    answers of functions that ask AWS: {"get_thing_shadow": {"<arguments as JSON>": …}}
  --partitions N     the partitions of the Kafka topic, by which a key has its partition
  --explain          each expression with its value, or why it is Undefined, under both SQL versions

  Exit codes: 0 every action has a record, 1 not matched or no record, 2 bad SQL or input, 64 wrong usage.`,
    run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
    try {
        const call = readSimulateCall(args);
        const rules = readRules(call);
        const context = readContext(call);
        const { message } = call;
        if (message.kind === "lines") return simulateLines(call, message.file, rules, context, terminal);
        const payload = message.kind === "bytes" ? message.bytes : readMessage(message.file);
        return simulateOne(call, rules, context, payload, terminal);
    } catch (error) {
        if (error instanceof InputProblems) return refuse(error.problems, EXIT.unusable, args, terminal);
        if (!(error instanceof UsageProblem) || !asksForJson(args)) throw error;
        const problem = { file: "arguments", line: 1, column: 1, message: error.message };
        return refuse([problem], EXIT.usage, args, terminal);
    }
}

/** With JSON, standard output holds one document also when nothing could be simulated. */
function refuse(errors: readonly FileProblem[], code: ExitCode, args: readonly string[], terminal: Terminal): ExitCode {
    if (asksForJson(args)) terminal.out(JSON.stringify({ errors }, null, 2));
    for (const problem of errors) terminal.err(describeProblem(problem));
    return code;
}

type Context = ReturnType<typeof readContext>;

function simulateOne(
    call: SimulateCall,
    rules: readonly CompiledRule[],
    context: Context,
    payload: Uint8Array,
    terminal: Terminal,
): ExitCode {
    const { topic, partitions } = call;
    const results = rules.map((rule) => simulateRule(rule, { topic, payload }, { context, partitions }));
    if (call.format === "json") {
        terminal.out(
            results.length === 1
                ? simulationJson(results[0]!, 2)
                : `{"results":[\n${results.map((result) => simulationJson(result)).join(",\n")}\n]}`,
        );
    } else {
        const paint = painter(terminal.colour);
        terminal.out(results.map((result) => simulationText(result, paint)).join("\n\n"));
    }
    if (call.explain) {
        const print = call.format === "json" ? terminal.err : terminal.out;
        for (const rule of rules) print(`\n${explanationText(rule, payload, { ...context, topic })}`);
    }
    return results.every(succeeded) ? EXIT.ok : EXIT.findings;
}

/** One line of output for each message and rule. A message that matches nothing is normal. */
function simulateLines(
    call: SimulateCall,
    file: string,
    rules: readonly CompiledRule[],
    context: Context,
    terminal: Terminal,
): ExitCode {
    const { topic, partitions } = call;
    const paint = painter(terminal.colour);
    let isFailing = false;
    // One write for many lines: a system call for each takes longer than the simulation.
    let waiting: string[] = [];
    let length = 0;
    const flush = () => {
        if (waiting.length > 0) terminal.out(waiting.join("\n"));
        waiting = [];
        length = 0;
    };
    for (const payload of readLines(file)) {
        const results = rules.map((rule) => simulateRule(rule, { topic, payload }, { context, partitions }));
        isFailing ||= results.some((result) => result.matched && !succeeded(result));
        const text = call.format === "json" ? linesJson(results) : linesText(results, paint);
        waiting.push(text);
        length += text.length;
        if (length > AT_ONCE) flush();
    }
    flush();
    return isFailing ? EXIT.findings : EXIT.ok;
}

/** Characters that are written at once. */
const AT_ONCE = 64 * 1024;

function linesJson(results: readonly Simulation[]): string {
    return results.length === 1
        ? simulationJson(results[0]!)
        : `{"results":[${results.map((result) => simulationJson(result)).join(",")}]}`;
}

function linesText(results: readonly Simulation[], paint: Paint): string {
    return results.map((result) => simulationText(result, paint)).join("\n");
}
