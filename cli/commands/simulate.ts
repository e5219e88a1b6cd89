import { once } from "node:events";
import { type SimulationText, succeeded } from "../../simulator";
import { asksForJson } from "../arguments";
import { type Command, EXIT, type ExitCode, type Terminal, UsageProblem } from "../command";
import { callProblem, describeProblem, type FileProblem } from "../fileProblem";
import { painter } from "../paint";
import { InputProblems } from "../simulate/inputProblems";
import { kafkaProducer, type Producer, producerSecrets } from "../simulate/producer";
import { readContext } from "../simulate/readContext";
import { MessageLines, readMessage } from "../simulate/readMessages";
import { readRules } from "../simulate/readRules";
import { type MessageSource, readSimulateCall } from "../simulate/simulateCall";
import { Simulator } from "../simulate/simulator";

/** `iot-kafka simulate`: the Kafka records that rules make of messages. */
export const simulate: Command = {
    help: `iot-kafka simulate (--rule FILE… | --sql TEXT [--sql-version VERSION]) --topic TOPIC
                   (--message FILE|- | --payload-base64 TEXT | --messages FILE|-)
                   [--client-id ID] [--principal ID] [--timestamp MS] [--secrets FILE|aws] [--fixtures FILE]
                   [--partitions N] [--explain] [--produce] [--format text|json]

  Shows what would arrive in Kafka: topic, key, partition, headers and value of each record, or why there is none.

  --rule FILE        a rule payload, a CloudFormation template, a Terraform plan or a Pulumi export or preview
  --sql TEXT         a statement alone, without actions        (--sql-version: 2016-03-23 by default)
  --topic TOPIC      the MQTT topic; $aws/rules/RULE/TOPIC for Basic Ingest
  --message FILE     the payload;  --payload-base64 gives it by itself,  --messages one on each line
  --secrets FILE     {"<secret id or ARN>": {"SecretString": "…"} or {"SecretBinary": "<base64>"}}
  --secrets aws      reads those that the rule names from AWS Secrets Manager, with the credentials of this machine
  --fixtures FILE    answers of functions that ask AWS: {"get_thing_shadow": {"<arguments as JSON>": …}}
  --partitions N     the partitions of the Kafka topic, by which a key has its partition
  --produce          sends the records to the brokers of the rule's client properties, with the secrets of --secrets
  --explain          each expression with its value, or why it is Undefined, under both SQL versions

  Exit codes: 0 every action has a record, 1 not matched or no record, 2 bad SQL or input, 64 wrong usage.`,
    run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
    try {
        const call = readSimulateCall(args);
        const rules = readRules(call);
        const context = await readContext(call, rules);
        const { message } = call;
        const simulator = new Simulator(call, rules, context);
        const producer = call.produce ? kafkaProducer(producerSecrets(call, rules, context)) : undefined;
        const code = await simulateAll(simulator, message, producer, terminal).finally(() => producer?.close());
        // The rules that could be simulated were; what is wrong with the others decides.
        for (const problem of rules.problems) terminal.err(describeProblem(problem));
        return rules.problems.length > 0 ? EXIT.unusable : code;
    } catch (error) {
        if (error instanceof InputProblems) return refuse(error.problems, EXIT.unusable, args, terminal);
        if (!(error instanceof UsageProblem) || !asksForJson(args)) throw error;
        return refuse([callProblem(error)], EXIT.usage, args, terminal);
    }
}

/** With JSON, standard output holds one document also when nothing could be simulated. */
function refuse(errors: readonly FileProblem[], code: ExitCode, args: readonly string[], terminal: Terminal): ExitCode {
    if (asksForJson(args)) terminal.out(JSON.stringify({ errors }, null, 2));
    for (const problem of errors) terminal.err(describeProblem(problem));
    return code;
}

async function simulateAll(
    simulator: Simulator,
    message: MessageSource,
    producer: Producer | undefined,
    terminal: Terminal,
): Promise<ExitCode> {
    if (message.kind === "lines") return simulateLines(simulator, message.file, producer, terminal);
    const payload = message.kind === "bytes" ? message.bytes : readMessage(message.file);
    const results = producer ? await simulator.produce(payload, producer) : simulator.simulate(payload);
    terminal.out(
        simulator.call.format === "json"
            ? simulator.document(results)
            : simulator.text(results, painter(terminal.colour)),
    );
    return results.every(({ simulation }) => succeeded(simulation)) ? EXIT.ok : EXIT.findings;
}

/** One line of output for each message. A message that matches nothing is normal, one that the broker refuses is not. */
async function simulateLines(
    simulator: Simulator,
    file: string,
    producer: Producer | undefined,
    terminal: Terminal,
): Promise<ExitCode> {
    const paint = painter(terminal.colour);
    const isJson = simulator.call.format === "json";
    const lines = new MessageLines(file);
    let isFailing = false;
    for (const payloads of lines.batches()) {
        const texts: string[] = [];
        for (const payload of payloads) {
            const results = producer ? await simulator.produce(payload, producer) : simulator.simulate(payload);
            isFailing ||= results.some(({ simulation }) => fails(simulation));
            texts.push(isJson ? simulator.line(results) : simulator.text(results, paint));
        }
        // One write for many lines: a system call for each takes longer than the simulation.
        if (texts.length > 0) terminal.out(texts.join("\n"));
        await written();
    }
    if (lines.blank > 0) terminal.err(`note: ${file}: lines without a message were skipped: ${lines.blank}`);
    return isFailing ? EXIT.findings : EXIT.ok;
}

/** Lets what was written go, so that memory does not grow where a reader is slow, and a reader that left is noticed. */
async function written(): Promise<void> {
    if (process.stdout.writableNeedDrain) await once(process.stdout, "drain");
    else await new Promise((done) => setImmediate(done));
}

function fails(simulation: SimulationText): boolean {
    return simulation.matched ? !succeeded(simulation) : simulation.reason === "refused";
}
