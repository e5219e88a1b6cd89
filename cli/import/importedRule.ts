import { ruleArguments } from "../../constraints/components/ruleArguments";
import { type Facts, isRecord, UNKNOWN } from "../../constraints/core/known";
import { type SourceResource, STAND_IN_ACCOUNT } from "../../sources";
import type { FileProblem } from "../fileProblem";

/** A rule of a file that becomes a component in a program. */
export interface ImportedRule {
    /** Its name in the program and in Pulumi, from the rule's name or what names it in the file. */
    readonly name: string;
    /** How the file names it. */
    readonly resource: string;
    /** The rule's name, by which Pulumi finds it in AWS. Undefined where the file does not tell it. */
    readonly importId: string | undefined;
    /** Arguments of a `KafkaTopicRule`; UNKNOWN where the file does not tell the value. */
    readonly args: Facts;
}

/** Something that the program does not bring along. */
export interface NotCarried extends FileProblem {
    readonly resource: string;
    /** In the spelling of the file; empty for a whole resource. */
    readonly path: string;
}

/** A rule as a component, with what could not be brought along. */
export function importedRule(source: SourceResource, name: string): { rule: ImportedRule; notCarried: NotCarried[] } {
    const { facts, resource, file } = source;
    const { args, lost } = ruleArguments({ name: UNKNOWN, ...facts.values });
    const importId = typeof facts.values.name === "string" ? facts.values.name : undefined;
    // A payload is its file; of other files the rule is to be told.
    const told = resource === file ? "" : `${resource}: `;
    const notCarried = lost.map((path) => ({
        file,
        ...source.locate(path),
        resource,
        path: source.spell(path),
        message: `${told}${source.spell(path)} has no argument of KafkaTopicRule, and is not in the program.`,
    }));
    return { rule: { name, resource, importId, args: withoutStandIns(args) as Facts }, notCarried };
}

/** What is made of an account that the file does not tell is to be given. */
function withoutStandIns(value: unknown): unknown {
    if (typeof value === "string") return value.includes(`:${STAND_IN_ACCOUNT}:`) ? UNKNOWN : value;
    if (Array.isArray(value)) return value.map(withoutStandIns);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutStandIns(one)]));
}
