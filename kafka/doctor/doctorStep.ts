import type { FailureCode, Step } from "../client";
import type { StoreProblemCode } from "../stores";

/** What a step is called that did not fail. Codes never change. */
export type QuietCode =
    /** It works. */
    | "ok"
    /** Something that it needs failed before it, or there was no time left. */
    | "not-reached"
    /** A substitution template, whose value each message decides. */
    | "by-message"
    /** The file does not tell the value: it is known when the stack is deployed. */
    | "not-known"
    /** Nothing came back over UDP, which nobody has to answer. */
    | "kdc-silent"
    /** The broker does not say whether the user may write. */
    | "rights-not-told";

/** A failure's, a store's, a quiet one, or the id of a constraint in a `properties` step. */
export type DoctorCode = FailureCode | StoreProblemCode | QuietCode | "out-of-time" | (string & {});

/** One thing that was tried with the client of one action. */
export interface DoctorStep {
    /** Which Kafka action of the rule, from 0; its error action comes last. */
    readonly action: number;
    readonly step: Step;
    /** `host:port`, a host, a property, a secret, a topic: there is one step for each. */
    readonly target: string;
    /** `null`: not reached, or not to be told. */
    readonly ok: boolean | null;
    readonly code: DoctorCode;
    /** What was found. */
    readonly cause: string;
    /** What to do; empty where nothing is to be done. */
    readonly fix: string;
}

/** A step as the parts of the doctor make it; whose action it is, is added at the end. */
export type StepOfAction = Omit<DoctorStep, "action">;

/** What `iot-kafka doctor --format json` prints. */
export interface DoctorReport {
    /** True where no step failed. */
    readonly ok: boolean;
    readonly steps: readonly DoctorStep[];
}

/** Why a step failed. */
export interface Reason {
    readonly code: FailureCode | StoreProblemCode;
    readonly cause: string;
    readonly fix: string;
}

export function passed(step: Step, target: string, cause: string): StepOfAction {
    return { step, target, ok: true, code: "ok", cause, fix: "" };
}

export function failed(step: Step, target: string, { code, cause, fix }: Reason): StepOfAction {
    return { step, target, ok: false, code, cause, fix };
}

export function open(step: Step, target: string, code: QuietCode, cause: string): StepOfAction {
    return { step, target, ok: null, code, cause, fix: "" };
}

/** A step that was not tried because of another. */
export function notReached(step: Step, target: string, because: string): StepOfAction {
    return open(step, target, "not-reached", `Not reached: ${because}.`);
}
