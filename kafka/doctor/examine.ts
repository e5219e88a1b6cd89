import {
    type ClientSettings,
    type Outcome,
    type Properties,
    type PropertyProblem,
    settingsOf,
    type Topic,
} from "../client";
import type { Deadline } from "../client/deadline";
import { because, withoutConsequences } from "./derived";
import { type DoctorReport, type DoctorStep, failed, type StepOfAction } from "./doctorStep";
import { kdcSteps } from "./kdcSteps";
import { oneForEach } from "./oneForEach";
import { produceStep } from "./produceStep";
import { advertised, stepsOnTheWay } from "./reach";
import { storeSteps } from "./storeSteps";
import { askableTopic, type Place, topicSteps } from "./topicSteps";
import { type Visit, visitAll } from "./visits";
import { withoutClient } from "./withoutClient";

/** One Kafka action to be tried. */
export interface ActionToTry extends Place {
    /** Of the rule, from 0. */
    readonly index: number;
    /** Its client properties with the values of their templates; those that nobody knows are left out. */
    readonly properties: Properties;
    /** Client properties that are there, and whose values could not be had. @default none */
    readonly unresolved?: readonly string[];
    /** What was found before anything is tried: of the rule by itself, and of its secrets. */
    readonly before: readonly StepOfAction[];
}

export interface Examination {
    /** Everything is over by then. */
    readonly deadline: Deadline;
    /** True sends one record for each action; otherwise nothing is sent. */
    readonly produce: boolean;
}

/** Tries the client of each action step by step. Never throws, never hangs. */
export async function examine(actions: readonly ActionToTry[], examination: Examination): Promise<DoctorReport> {
    const steps = await Promise.all(
        actions.map(async (action) => {
            const found = oneForEach([...action.before, ...(await examineAction(action, examination))]);
            return found.map((step) => ({ action: action.index, ...step }));
        }),
    );
    const all = steps.flat();
    const isOk = all.every(({ ok, code }) => ok !== false && code !== "not-reached");
    return { ok: isOk, steps: isOk ? all : withReason(all, examination.deadline) };
}

/** Where time ran out before anything failed, the first step that was not reached says so. */
function withReason(steps: readonly DoctorStep[], { timeout }: Deadline): readonly DoctorStep[] {
    if (steps.some(({ ok }) => ok === false)) return steps;
    const first = steps.findIndex(({ code }) => code === "not-reached");
    return steps.map((step, index) => (index === first ? { ...step, ...outOfTime(timeout) } : step));
}

function outOfTime(timeout: number) {
    return {
        ok: false,
        code: "out-of-time" as const,
        cause: `The ${Math.round(timeout)} ms that there are for everything were over before it.`,
        fix: "Give more time by --timeout, or run it where there is less else to do.",
    };
}

async function examineAction(action: ActionToTry, examination: Examination): Promise<StepOfAction[]> {
    const { properties, unresolved = [], before } = action;
    const { settings, problems } = settingsOf(properties, { unresolved });
    const own = [...propertySteps(problems, before), ...storeSteps(properties, unresolved, problems)];
    const prior = [...before, ...own];
    if (!settings) return [...own, ...(await withoutClient(action, prior, examination))];
    const topic = askableTopic(action);
    const [asked, visits] = await Promise.all([
        settings.login?.mechanism === "GSSAPI" ? kdcSteps(settings.login, examination.deadline) : [],
        visitAll(settings, topic, examination.deadline),
    ]);
    const kdcs = asked.map((step) => withoutConsequences(step, prior));
    const ways = visits.flatMap((visit) => stepsOfVisit(settings, visit, [...prior, ...kdcs]));
    const places = topicSteps(action, topicIn(visits), because([...prior, ...kdcs, ...ways]));
    const sent = examination.produce ? [await produceStep(settings, action, places, examination.deadline)] : [];
    return [...own, ...kdcs, ...ways, ...places, ...sent];
}

/** What is wrong with properties by themselves, as the client that is made of them sees it, unless it was told before. */
function propertySteps(problems: readonly PropertyProblem[], before: readonly StepOfAction[]): StepOfAction[] {
    const isTold = (property: string) =>
        before.some(({ ok, target, cause }) => ok === false && `${target} ${cause}`.includes(property));
    return problems
        .filter(({ step, level, property }) => step === "properties" && level === "error" && !isTold(property))
        .map((problem) => failed(problem.step, problem.property, problem));
}

function stepsOfVisit(settings: ClientSettings, visit: Visit, prior: readonly StepOfAction[]): StepOfAction[] {
    const { server, namedBy, approach = { attempts: [] } } = visit;
    return stepsOnTheWay(settings, server, approach).map((step) => {
        const own = withoutConsequences(step, prior);
        return namedBy === undefined ? own : advertised(own, namedBy);
    });
}

/** What one of the brokers says of the topic. */
function topicIn(visits: readonly Visit[]): Outcome<Topic> | undefined {
    const answers = visits.flatMap(({ approach }) => approach?.cluster?.topic ?? []);
    return answers.find(({ ok }) => ok) ?? answers[0];
}
