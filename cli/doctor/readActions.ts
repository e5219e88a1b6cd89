import { isRecord, isUnknown, member } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import { failed, open, type StepOfAction } from "../../kafka/doctor";
import { readSource, type SourceDocument, type SourceResource } from "../../sources";
import { readInputs } from "../readInputs";
import { fileProblem, InputProblems } from "../simulate/inputProblems";

/** A Kafka action as a file has it, its templates as they are written. */
export interface ActionInFile {
    readonly source: SourceResource;
    /** Where it stands in the facts: `kafkas[0]`, `errorAction.kafka`. */
    readonly at: Path;
    /** Client properties that are known, as they are written. */
    readonly clientProperties: Readonly<Record<string, string>>;
    /** Client properties that are there, and whose values the file does not tell. */
    readonly unknownProperties: readonly string[];
    readonly topic: string | undefined;
    readonly partition: string | undefined;
    readonly key: string | undefined;
    /** Steps that tell what the file does not. */
    readonly unknowns: readonly StepOfAction[];
}

export interface ActionsInFile {
    readonly documents: readonly SourceDocument[];
    readonly actions: readonly ActionInFile[];
}

/** The Kafka actions of the rules in a file, the error action last. @throws InputProblems where there is none */
export function readActions(file: string): ActionsInFile {
    const { files, errors } = readInputs([file]);
    const documents = files.map((one) => readSource(one));
    const problems = [...errors, ...documents.flatMap((document) => document.problems)];
    if (problems.length > 0) throw new InputProblems(problems);
    const rules = documents.flatMap(({ resources }) => resources.filter(({ facts }) => facts.kind === "topicRule"));
    if (rules.length === 0) throw fileProblem(file, "There is no topic rule in it.");
    const actions = rules.flatMap(actionsOf);
    if (actions.length === 0) throw fileProblem(file, "The rule in it has no Kafka action.");
    return { documents, actions };
}

function actionsOf(source: SourceResource): ActionInFile[] {
    const { values } = source.facts;
    const kafkas = member(values, "kafkas");
    const list = Array.isArray(kafkas) ? kafkas : [];
    const places: [Path, unknown][] = list.map((kafka, index) => [["kafkas", index], kafka]);
    const ofErrors = member(member(values, "errorAction"), "kafka");
    if (ofErrors !== undefined) places.push([["errorAction", "kafka"], ofErrors]);
    return places.map(([at, kafka]) => actionOf(source, at, kafka));
}

function actionOf(source: SourceResource, at: Path, kafka: unknown): ActionInFile {
    const unknowns: StepOfAction[] = [];
    const text = (value: unknown, path: Path): string | undefined => {
        if (typeof value === "string") return value;
        if (typeof value === "number" || typeof value === "boolean") return String(value);
        if (value === undefined || value === null) return undefined;
        unknowns.push(isUnknown(value) ? notKnown(source, path) : noText(source, path));
        return undefined;
    };
    if (isUnknown(kafka)) unknowns.push(notKnown(source, at));
    const given = member(kafka, "clientProperties");
    if (isUnknown(given)) unknowns.push(notKnown(source, [...at, "clientProperties"]));
    const clientProperties: Record<string, string> = {};
    const unknownProperties: string[] = [];
    for (const [name, value] of Object.entries(isRecord(given) ? given : {})) {
        const known = text(value, [...at, "clientProperties", name]);
        if (known !== undefined) clientProperties[name] = known;
        else if (value !== undefined && value !== null) unknownProperties.push(name);
    }
    return {
        source,
        at,
        clientProperties,
        unknownProperties,
        topic: text(member(kafka, "topic"), [...at, "topic"]),
        partition: text(member(kafka, "partition"), [...at, "partition"]),
        key: text(member(kafka, "key"), [...at, "key"]),
        unknowns,
    };
}

function notKnown(source: SourceResource, path: Path): StepOfAction {
    return open("properties", source.spell(path), "not-known", "The file does not tell this value.");
}

function noText(source: SourceResource, path: Path): StepOfAction {
    return failed("properties", source.spell(path), {
        code: "property-value",
        cause: "The value is no text.",
        fix: "Client properties are texts.",
    });
}
