import type { EvaluationErrorCode } from "../language/evaluate";
import type { ErrorMessage } from "./errorMessage";
import type { KafkaRecord, RecordProblem } from "./kafkaRecord";
import type { PublicationProblem } from "./publication";

/** Why there is no record; the codes are stable, new ones may be added. */
export interface SimulationError {
    readonly code: RecordProblem["code"] | PublicationProblem["code"] | EvaluationErrorCode;
    readonly message: string;
}

/** What one Kafka action makes of a message. */
export interface ActionResult {
    readonly action: "kafka";
    /** Null where there is none, for the reason in `error`. */
    readonly record: KafkaRecord | null;
    readonly error: SimulationError | null;
}

/** What the error action gets when an action fails. */
export interface ErrorActionResult {
    /** The name that AWS gives it: `cloudwatchLogs`, `kafka`. */
    readonly action: string;
    readonly message: ErrorMessage;
    /** Of a Kafka error action. */
    readonly record?: KafkaRecord | null;
    readonly error?: SimulationError | null;
}

/** The rule was not asked, or its WHERE was not true: nothing happens. */
export interface NotMatched {
    readonly rule: string | null;
    readonly matched: false;
    /** `refused`: the message broker takes no such message, so that no rule sees it. */
    readonly reason: "topic" | "where" | "disabled" | "refused";
    /** Texts of the expressions that had no value. */
    readonly undefined: readonly string[];
    readonly actions: readonly [];
    /** Why the message broker refuses the message. */
    readonly error?: SimulationError;
}

/** The rule's actions run, or would have if its statement had not failed. */
export interface Matched {
    readonly rule: string | null;
    readonly matched: true;
    /** The document after SELECT; a text where it is no JSON, null for other bytes and where there is nothing. */
    readonly output: unknown;
    /** The same as the JSON text that is sent, with every digit; absent where it is no JSON. */
    readonly outputJson?: string;
    /** The bytes that are sent, where they are no JSON: the payload as it came. */
    readonly outputBase64?: string;
    /** Texts of the expressions that had no value, of the statement and of the templates. */
    readonly undefined: readonly string[];
    readonly actions: readonly ActionResult[];
    /** Why no action runs at all: the statement failed, as with a function that asks another service. */
    readonly error?: SimulationError;
    /** Present when an action fails and the rule has an error action. */
    readonly errorAction?: ErrorActionResult;
}

/** What becomes of a message in a rule. */
export type Simulation = Matched | NotMatched;

/** A match whose output is given as JSON text alone, or by `output` where it is none. */
export interface MatchedText extends Omit<Matched, "output"> {
    readonly output?: string | null;
}

/** A simulation whose output was not read back from its text. */
export type SimulationText = MatchedText | NotMatched;

/** True when the rule matched and each of its Kafka actions has a record. */
export function succeeded(simulation: Simulation | SimulationText): boolean {
    return (
        simulation.matched &&
        simulation.error === undefined &&
        simulation.actions.every(({ record, error }) => record !== null && error === null)
    );
}
