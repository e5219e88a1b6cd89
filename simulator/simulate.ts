import {
    type EvaluationContext,
    type EvaluationError,
    explainSql,
    explainTemplate,
    Message,
    type Variables,
} from "../language/evaluate";
import type { ActionText, CompiledAction, CompiledRule } from "./compileRule";
import type { ErrorMessage } from "./errorMessage";
import { isRecordProblem, type RecordParts, recordOf, utf8 } from "./kafkaRecord";
import { type Publication, payloadProblem } from "./publication";
import { routeOf } from "./route";
import { withoutSecrets } from "./secretTexts";
import { Sent } from "./sent";
import type {
    ActionResult,
    ErrorActionResult,
    MatchedText,
    NotMatched,
    Simulation,
    SimulationError,
    SimulationText,
} from "./simulation";

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
    options: SimulationOptions = {},
): Simulation {
    const result = simulateText(compiled, publication, options);
    if (!result.matched) return result;
    const { rule, matched, outputJson, output = null, ...rest } = result;
    if (outputJson === undefined) return { rule, matched, output, ...rest };
    return { rule, matched, output: JSON.parse(outputJson), outputJson, ...rest };
}

/** As `simulate`, for those who want the output as text only: reading it takes as long as all else together. */
export function simulateText(
    compiled: CompiledRule,
    publication: Publication,
    { context: given = {}, partitions }: SimulationOptions = {},
): SimulationText {
    const { rule, statement } = compiled;
    const { topic, payload } = publication;
    const { name, problem, isReached, seenTopic } = routeOf(compiled, topic);
    const refused = problem ?? payloadProblem(payload);
    if (refused !== undefined) return { ...notMatched(name, "refused"), error: refused };
    if (!rule.enabled) return notMatched(name, "disabled");
    if (!isReached) return notMatched(name, "topic");
    const context: EvaluationContext = { ...given, topic: seenTopic };
    const message = new Message(payload);
    const outcome = statement.evaluate(message, context);
    const missing = new Set<string>();
    // A WHERE that is not true may have met a name that the message does not have: the mistake that is made most.
    if (!outcome.ok || !outcome.isComplete || !outcome.matched)
        addMissing(missing, missingInStatement(compiled, message, context));
    if (!outcome.ok) return nothingRuns(compiled, name, told(outcome.error, context), [...missing]);
    if (!outcome.matched) return notMatched(name, "where", [...missing]);
    const run: Run = { compiled, publication, message, context, variables: outcome.variables, partitions, missing };
    const sent = new Sent(outcome.output);
    const actions = compiled.actions.map((action, index) => actionResult(action, `actions[${index}].kafka`, sent, run));
    const errorAction = errorActionResult(name, actions, run);
    const result = { rule: name, matched: true, ...formsOf(sent), undefined: [...missing], actions } as const;
    return errorAction === undefined ? result : { ...result, errorAction };
}

/** JSON is told by its text alone. */
function formsOf({ output, json }: Sent): Pick<MatchedText, "output" | "outputJson" | "outputBase64"> {
    if (json !== undefined) return { outputJson: json };
    if (!(output instanceof Uint8Array)) return { output: null };
    return { output: utf8(output), outputBase64: Buffer.from(output).toString("base64") };
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
): SimulationText {
    return {
        rule,
        matched: true,
        output: null,
        undefined: missing,
        actions: actions.map(() => ({ action: "kafka", record: null, error })),
        error,
    };
}

function actionResult(action: CompiledAction, place: string, sent: Pick<Sent, "bytes">, run: Run): ActionResult {
    const filled = fill(action, place, sent, run);
    if ("code" in filled) return { action: "kafka", record: null, error: told(filled, run.context) };
    const made = recordOf(filled, run.partitions);
    return isRecordProblem(made)
        ? { action: "kafka", record: null, error: told(made, run.context) }
        : { action: "kafka", record: made, error: null };
}

/** The texts of an action with their templates filled in, or the first that cannot be. */
function fill(
    action: CompiledAction,
    place: string,
    sent: Pick<Sent, "bytes">,
    run: Run,
): RecordParts | EvaluationError {
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
        value: sent.bytes,
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
        if (explained.ok) addMissing(run.missing, explained.value.undefinedIn(message, context, variables));
    }
    return outcome.text;
}

function told<E extends SimulationError>(error: E, { secrets }: EvaluationContext): E {
    return { ...error, message: withoutSecrets(error.message, secrets) };
}

/** What the error action gets, if an action failed. Its templates see the error message in place of the payload. */
function errorActionResult(
    name: string | null,
    actions: readonly ActionResult[],
    run: Run,
): ErrorActionResult | undefined {
    const { compiled, publication, context } = run;
    const failed = actions.filter(({ error }) => error !== null);
    if (failed.length === 0 || compiled.errorAction === undefined) return undefined;
    const message: ErrorMessage = {
        ruleName: name,
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
    const result = actionResult(
        kafka,
        "errorAction.kafka",
        { bytes: Buffer.from(text) },
        { ...run, message: new Message(text) },
    );
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

function missingInStatement({ rule, statement }: CompiledRule, message: Message, context: EvaluationContext) {
    const explained = cached(EXPLAINED_STATEMENTS, statement, () => explainSql(rule.sql, { version: rule.sqlVersion }));
    return explained.ok ? explained.value.undefinedIn(message, context) : [];
}

function addMissing(missing: Set<string>, texts: readonly string[]): void {
    for (const text of texts) missing.add(text);
}
