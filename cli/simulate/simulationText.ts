import type { ActionResult, KafkaRecord, MatchedText, SimulationError, SimulationText } from "../../simulator";
import type { Paint } from "../paint";
import type { ProducedAction } from "./produceRecords";

const REASONS = {
    topic: "the topic does not pass its filter",
    where: "WHERE is not true",
    disabled: "the rule is disabled",
    refused: "the message broker takes no such message",
} as const;

/** A simulation for people. */
export function simulationText(simulation: SimulationText, paint: Paint): string {
    const name = simulation.rule ?? "the rule";
    if (!simulation.matched) {
        const lines = [`${paint.strong(name)}  ${paint.warning("not matched")}: ${REASONS[simulation.reason]}`];
        const why = simulation.error === undefined ? [] : [`  ${simulation.error.code}: ${simulation.error.message}`];
        return [...lines, ...why, ...missing(simulation.undefined)].join("\n");
    }
    const { actions, error, errorAction } = simulation;
    return [
        `${paint.strong(name)}  ${paint.good("matched")}`,
        ...(error === undefined ? [output(simulation)] : failure("no action runs", error, paint)),
        ...missing(simulation.undefined),
        ...(error === undefined
            ? actions.flatMap((action) => [
                  ...kafka("kafka", action.record, action.error, paint),
                  ...sent(action, paint),
              ])
            : []),
        ...(errorAction === undefined
            ? []
            : [
                  row("error action", `${errorAction.action} gets ${JSON.stringify(errorAction.message)}`),
                  ...(errorAction.record === undefined
                      ? []
                      : kafka("its record", errorAction.record, errorAction.error ?? null, paint)),
              ]),
    ].join("\n");
}

function kafka(title: string, record: KafkaRecord | null, error: SimulationError | null, paint: Paint): string[] {
    if (record === null) return failure(`${title}: no record`, error!, paint);
    const { topic, key, partition, headers, value, valueBase64 } = record;
    return [
        row(title, `topic ${topic}, ${key === null ? "no key" : `key ${JSON.stringify(key)}`}, ${placed(partition)}`),
        ...headers.map((header) => row("", `header ${JSON.stringify(header.key)}: ${JSON.stringify(header.value)}`)),
        row("", value === null ? `value (base64) ${valueBase64}` : `value ${value}`),
    ];
}

/** Where the record was put, or why it was not. */
function sent(action: ActionResult | ProducedAction, paint: Paint): string[] {
    if (!("produced" in action) || action.record === null) return [];
    if (action.produced === null) return failure("not produced", action.error!, paint);
    const { partition, offset } = action.produced;
    return [row("produced", `partition ${partition}, ${offset === null ? "no offset told" : `offset ${offset}`}`)];
}

function placed(partition: KafkaRecord["partition"]): string {
    if (partition === "any") return "any partition";
    return partition === null ? "a partition by the key (--partitions N tells which)" : `partition ${partition}`;
}

function failure(title: string, { code, message }: SimulationError, paint: Paint): string[] {
    return [`  ${paint.error(title)}  ${code}: ${message}`];
}

function missing(texts: readonly string[]): string[] {
    return texts.length === 0 ? [] : [row("undefined", texts.join(", "))];
}

function row(title: string, text: string): string {
    return `  ${title.padEnd(12)}  ${text}`;
}

/** JSON, the text of bytes, or their base64. */
function output({ output: value, outputJson, outputBase64 }: MatchedText): string {
    if (outputJson !== undefined) return row("output", outputJson);
    if (outputBase64 === undefined) return row("output", "nothing: what SELECT VALUE selects is Undefined");
    return row("output", typeof value === "string" ? value : `(base64) ${outputBase64}`);
}
