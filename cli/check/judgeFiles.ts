import {
    CATALOGUE,
    type Configuration,
    type Constraint,
    type Finding,
    Judge,
    type OpenQuestion,
} from "../../constraints";
import type { ConstraintConfiguration } from "../../constraints/core/configuration";
import { Exceptions, utcDate } from "../../constraints/core/suppression";
import { readSource, type SourceDocument, type SourceResource, stackOfSources } from "../../sources";
import { describeProblem } from "../fileProblem";
import type { Input, Inputs } from "../readInputs";
import type { CheckReport, ReportedFinding, ReportedGap, ReportedQuestion } from "./checkReport";

export interface JudgeOptions {
    /** Comes before every Region that the files tell. */
    readonly region?: string;
    readonly configuration: Configuration;
}

/** What judging files gave, with the files for who wants to show them. */
export interface Judged {
    readonly report: CheckReport;
    readonly documents: readonly SourceDocument[];
    /** What was repaired, `FILE:LINE:COLUMN: …`. */
    readonly notes: readonly string[];
}

/** Judges files as one stack. Whatever is wrong with some of them, what could be read is judged. */
export function judgeFiles({ files, errors, folders }: Inputs, { region, configuration }: JudgeOptions): Judged {
    const documents = files.map((file) => readSource(file, { region }));
    const recognised = documents.filter(({ format }) => format !== undefined);
    const unread = documents.filter(({ format }) => format === undefined);
    const inputs = new Map(files.map((input) => [input.file, input]));
    // In a folder much is something else; what speaks of our resources and cannot be read is not passed over.
    const broken = unread.filter(({ file }) => {
        const { named, text } = inputs.get(file)!;
        return named || (CONCERNS_US.test(text) && !isReadable(text));
    });
    const empty = folders.filter(({ files: found }) => !recognised.some(({ file }) => found.includes(file)));
    const resources = new Map(
        recognised.flatMap((document) => document.resources.map((resource) => [resource.facts.id, resource] as const)),
    );
    const judgement = new Judge(CATALOGUE, configuration).judge(stackOfSources(recognised, region));
    const exceptions = exceptionsOf(configuration);
    const report: CheckReport = {
        findings: inOrder(
            [
                ...judgement.findings.filter((finding) => !isExcepted(finding, resources, exceptions)),
                ...faultySuppressions(exceptions, [...resources.values()], configuration),
            ].map((finding) => reported(finding, resources.get(finding.resource)!)),
            files,
        ),
        undetermined: judgement.undetermined
            .filter(
                (question) => !exceptions.get(question.constraint)?.excludes(named(resources.get(question.resource)!)),
            )
            .map((question) => asked(question, resources.get(question.resource)!)),
        notEvaluated: [
            ...recognised.flatMap(({ notEvaluated }) => notEvaluated),
            ...unread.filter((document) => !broken.includes(document)).map(unreadFile),
        ],
        errors: [
            ...errors,
            ...empty.map(({ folder }) => ({
                file: folder,
                line: 1,
                column: 1,
                message: "Nothing in the folder is a rule payload, a template, a plan or an export.",
            })),
            ...recognised.flatMap(({ problems }) => problems),
            ...broken.flatMap(({ problems }) => problems),
        ],
        evaluated: judgement.evaluated,
    };
    const notes = documents.flatMap(({ notes: repaired }) => repaired.map(describeProblem));
    return { report, documents: recognised, notes };
}

const CONCERNS_US = /AWS::(IoT::TopicRule|MSK::)|topicRulePayload|aws_(iot_topic_rule|msk_)|aws:(iot\/topicRule|msk\/)/;

/** True for JSON that is whole: it is something else, and not one of ours that is broken. */
function isReadable(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}

function unreadFile({ file, problems }: SourceDocument): ReportedGap {
    return { resource: file, type: "file", reason: problems[0]?.message ?? "nothing in it is recognised" };
}

function exceptionsOf(configuration: Configuration): ReadonlyMap<string, Exceptions> {
    const today = utcDate();
    return new Map(
        CATALOGUE.flatMap((constraint: Constraint) => {
            const own = configuration[constraint.id];
            if (own === undefined || typeof own === "string" || own.enforcementLevel === "disabled") return [];
            return [[constraint.id, new Exceptions(constraint, own, today)] as const];
        }),
    );
}

function isExcepted(
    { constraint, resource }: Finding,
    resources: ReadonlyMap<string, SourceResource>,
    exceptions: ReadonlyMap<string, Exceptions>,
): boolean {
    const own = exceptions.get(constraint);
    if (own === undefined) return false;
    const given = named(resources.get(resource)!);
    return own.excludes(given) || own.suppresses(given);
}

/** A suppression that does not count is reported once, at the first resource that it names. */
function faultySuppressions(
    exceptions: ReadonlyMap<string, Exceptions>,
    resources: readonly SourceResource[],
    configuration: Configuration,
): Finding[] {
    return [...exceptions.values()].flatMap((own) => {
        const told = new Set<unknown>();
        const { id } = own.constraint;
        const level = (configuration[id] as ConstraintConfiguration).enforcementLevel ?? own.constraint.level;
        return resources.flatMap((resource) =>
            own
                .faulty(named(resource))
                .filter((suppression) => !told.has(suppression) && told.add(suppression))
                .map((suppression) => ({
                    ...own.findingOf(suppression, named(resource), level === "advisory" ? "advisory" : "mandatory"),
                    resource: resource.facts.id,
                })),
        );
    });
}

/** What exceptions are matched against: the name that the reader sees, and the one that the program gives. */
function named({ resource, facts }: SourceResource): { readonly id: string; readonly name?: string } {
    return { id: resource, ...(facts.name === undefined ? {} : { name: facts.name }) };
}

function reported(finding: Finding, source: SourceResource): ReportedFinding {
    const { constraint, requirements, level, severity, path, message, fix, url } = finding;
    const { line, column } = source.locate(path);
    const remark = source.remark(path);
    return {
        constraint,
        requirements,
        level,
        severity,
        file: source.file,
        line,
        column,
        resource: source.resource,
        path: source.spell(path),
        message: remark === undefined ? source.word(message) : `${source.word(message)} ${remark}`,
        fix: source.word(fix),
        url,
    };
}

function asked({ constraint, path, reason }: OpenQuestion, source: SourceResource): ReportedQuestion {
    return { constraint, resource: source.resource, path: source.spell(path), reason: source.word(reason) };
}

/** As the files were given, and then from top to bottom; findings of one place stay in the catalogue's order. */
function inOrder(findings: readonly ReportedFinding[], files: readonly Input[]): ReportedFinding[] {
    const order = new Map(files.map(({ file }, index) => [file, index]));
    return [...findings].sort(
        (a, b) => order.get(a.file)! - order.get(b.file)! || a.line - b.line || a.column - b.column,
    );
}
