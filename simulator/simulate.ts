import {
    type EvaluationContext,
    type EvaluationError,
    explainSql,
    explainTemplate,
    Message,
    type Result,
    serialize,
    serializeBytes,
    type Variables,
} from "../language/evaluate";
import type { ActionText, CompiledAction, CompiledRule } from "./compileRule";
import type { ErrorMessage } from "./errorMessage";
import { isRecordProblem, type RecordParts, recordOf, utf8 } from "./kafkaRecord";
import { basicIngest, type Publication, publicationProblem, reaches } from "./publication";
import { withoutSecrets } from "./secretTexts";
import type { ActionResult, ErrorActionResult, Matched, NotMatched, Simulation, SimulationError } from "./simulation";

/** What else is known of a message and of where it goes. */
export interface SimulationOptions {
    /** Identity, time, secrets and the answers of other services. `topic` is that of the message. */
    readonly context?: Omit<EvaluationContext, "topic">;
    /** Partitions of the Kafka topic. @default not known, so that neither is the partition of a key */
    readonly partitions?: number;
}

/** What one message has to do with one rule, while it is simulated. */
interface Run {
    readonly compiled: CompiledRule;
    readonly publication: Publication;
    readonly message: Message;
    readonly context: EvaluationContext;
    readonly variables: Variables;
    readonly partitions: number | undefined;
    /** Texts of expressions without a value. */
    readonly missing: Set<string>;
}

/** What becomes of a message in a rule. Never throws, and never changes the message. */
export function simulate(
    compiled: CompiledRule,
    publication: Publication,
    { context: given = {}, partitions }: SimulationOptions = {},
): Simulation {
    const { rule, statement } = compiled;
    const { topic, payload } = publication;
    const name = nameOf(compiled, topic);
    const refused = publicationProblem(publication);
    if (refused !== undefined) return { ...notMatched(name, "refused"), error: refused };
    if (!rule.enabled) return notMatched(name, "disabled");
    if (!reaches(topic, { name: rule.name, filter: statement.statement.from?.filter })) {
        return notMatched(name, "topic");
    }
    const context: EvaluationContext = { ...given, topic: basicIngest(topic)?.topic ?? topic };
    const message = new Message(payload);
    const outcome = statement.evaluate(message, context);
    const missing = new Set<string>();
    // A WHERE that is not true may have met a name that the message does not have: the mistake that is made most.
    if (!outcome.ok || !outcome.isComplete || !outcome.matched)
        addMissing(missing, explainedStatement(compiled, message, context));
    if (!outcome.ok) return nothingRuns(compiled, name, told(outcome.error, context), [...missing]);
    if (!outcome.matched) return notMatched(name, "where", [...missing]);
    const { variables, output } = outcome;
    const run: Run = { compiled, publication, message, context, variables, partitions, missing };
    const value = serializeBytes(output);
    const actions = compiled.actions.map((action, index) =>
        actionResult(action, `actions[${index}].kafka`, value, run),
    );
    const errorAction = errorActionResult(actions, run);
    return {
        rule: name,
        matched: true,
        ...shown(output, value),
        undefined: [...missing],
        actions,
        ...(errorAction === undefined ? {} : { errorAction }),
    };
}

/** A payload has no name of its own: with Basic Ingest the rule is the one that the topic names. */
function nameOf({ rule }: CompiledRule, topic: string): string | null {
    return rule.name ?? basicIngest(topic)?.rule ?? null;
}

function notMatched(rule: string | null, reason: NotMatched["reason"], missing: readonly string[] = []): NotMatched {
    return { rule, matched: false, reason, undefined: missing, actions: [] };
}

/** A statement that fails stops everything: neither the actions nor the error action run. */
function nothingRuns(
    { actions }: CompiledRule,
    rule: string | null,
    error: SimulationError,
    missing: readonly string[],
): Simulation {
    return {
        rule,
        matched: true,
        output: null,
        undefined: missing,
        actions: actions.map(() => ({ action: "kafka", record: null, error })),
        error,
    };
}

function actionResult(action: CompiledAction, place: string, value: Uint8Array, run: Run): ActionResult {
    const filled = fill(action, place, value, run);
    if ("code" in filled) return { action: "kafka", record: null, error: told(filled, run.context) };
    const made = recordOf(filled, run.partitions);
    return isRecordProblem(made)
        ? { action: "kafka", record: null, error: told(made, run.context) }
        : { action: "kafka", record: made, error: null };
}

/** The texts of an action with their templates filled in, or the first that cannot be. */
function fill(action: CompiledAction, place: string, value: Uint8Array, run: Run): RecordParts | EvaluationError {
    const topic = textAt(action.topic, `${place}.topic`, run);
    if (typeof topic !== "string") return topic;
    const key = action.key && textAt(action.key, `${place}.key`, run);
    if (key !== undefined && typeof key !== "string") return key;
    const partition = action.partition && textAt(action.partition, `${place}.partition`, run);
    if (partition !== undefined && typeof partition !== "string") return partition;
    const headers: { key: string; value: string }[] = [];
    for (const [index, header] of action.headers.entries()) {
        const text = textAt(header.value, `${place}.headers[${index}].value`, run);
        if (typeof text !== "string") return text;
        headers.push({ key: header.key, value: text });
    }
    return {
        topic,
        ...(key === undefined ? {} : { key }),
        ...(partition === undefined ? {} : { partition }),
        headers,
        value,
    };
}

function textAt({ text, template }: ActionText, place: string, run: Run): string | EvaluationError {
    const { message, context, variables, compiled } = run;
    const outcome = template.evaluate(message, context, variables);
    if (!outcome.ok) return { ...outcome.error, message: `${place}: ${outcome.error.message}` };
    if (!outcome.isComplete) {
        const { variables: names, version } = compiled.statement;
        const explained = cached(EXPLAINED_TEMPLATES, template, () =>
            explainTemplate(text, { version, variables: names }),
        );
        if (explained.ok) addMissing(run.missing, explained.value.explain(message, context, variables));
    }
    return outcome.text;
}

function told<E extends SimulationError>(error: E, { secrets }: EvaluationContext): E {
    return { ...error, message: withoutSecrets(error.message, secrets) };
}

/** What the error action gets, if an action failed. Its templates see the error message in place of the payload. */
function errorActionResult(actions: readonly ActionResult[], run: Run): ErrorActionResult | undefined {
    const { compiled, publication, context } = run;
    const failed = actions.filter(({ error }) => error !== null);
    if (failed.length === 0 || compiled.errorAction === undefined) return undefined;
    const message: ErrorMessage = {
        ruleName: nameOf(compiled, publication.topic),
        topic: context.topic ?? publication.topic,
        cloudwatchTraceId: context.traceId ?? null,
        clientId: context.clientId ?? "N/A",
        base64OriginalPayload: Buffer.from(run.message.bytes).toString("base64"),
        failures: actions.flatMap(({ error }, index) =>
            error === null
                ? []
                : [
                      {
                          failedAction: "KafkaAction" as const,
                          failedResource: compiled.rule.actions[index]!.topic,
                          errorMessage: error.message,
                      },
                  ],
        ),
    };
    const { action, kafka } = compiled.errorAction;
    if (kafka === undefined) return { action, message };
    const text = JSON.stringify(message);
    const result = actionResult(kafka, "errorAction.kafka", Buffer.from(text), { ...run, message: new Message(text) });
    return { action, message, record: result.record, error: result.error };
}

/** What explains is compiled when it is first needed, and then as often used as the rule: a stream has many messages. */
const EXPLAINED_STATEMENTS = new WeakMap<object, ReturnType<typeof explainSql>>();
const EXPLAINED_TEMPLATES = new WeakMap<object, ReturnType<typeof explainTemplate>>();

function cached<T>(known: WeakMap<object, T>, key: object, make: () => T): T {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    known.set(key, made);
    return made;
}

function explainedStatement({ rule, statement }: CompiledRule, message: Message, context: EvaluationContext) {
    const explained = cached(EXPLAINED_STATEMENTS, statement, () => explainSql(rule.sql, { version: rule.sqlVersion }));
    return explained.ok ? explained.value.explain(message, context) : { undefined: [] };
}

function addMissing(missing: Set<string>, { undefined: texts }: { readonly undefined: readonly string[] }): void {
    for (const text of texts) missing.add(text);
}

/** What is sent, in the forms that a reader of the result may want. */
function shown(output: Result, value: Uint8Array): Pick<Matched, "output" | "outputJson" | "outputBase64"> {
    if (output === undefined) return { output: null };
    if (output instanceof Uint8Array)
        return { output: utf8(value), outputBase64: Buffer.from(value).toString("base64") };
    const text = serialize(output);
    return { output: JSON.parse(text), outputJson: text };
}
