import { type ResourceFacts, Stack, type StackFacts } from "../facts/stack";
import type { SubjectName } from "../facts/subjects";
import { type Asked, subjectsOf } from "../facts/subjectsOf";
import { type Configuration, type Setting, settingOf } from "./configuration";
import type { Constraint } from "./constraint";
import type { Finding, Judgement, OpenQuestion } from "./finding";
import type { Path } from "./path";
import { redact, secretsOf } from "./redact";
import type { Verdict } from "./verdict";

interface Ready {
    readonly constraint: Constraint;
    readonly setting: Setting;
    readonly check: (subject: unknown, options: unknown) => readonly Verdict[] | Verdict | undefined;
}

/** What a resource is judged with: where it goes, and its secrets, read when there is something to say of it. */
interface Report {
    readonly resource: ResourceFacts;
    readonly findings: Finding[];
    readonly undetermined: OpenQuestion[];
    secrets?: readonly string[];
}

/** Constraints made ready to judge many stacks: levels and options are settled once. */
export class Judge {
    readonly #bySubject = new Map<SubjectName, Ready[]>();
    readonly #count: number;

    constructor(constraints: readonly Constraint[], configuration: Configuration = {}) {
        for (const constraint of constraints) {
            const setting = settingOf(constraint, configuration);
            if (setting.level === "disabled") continue;
            const ready = { constraint, setting, check: constraint.check as Ready["check"] };
            const list = this.#bySubject.get(constraint.subject);
            if (list) list.push(ready);
            else this.#bySubject.set(constraint.subject, [ready]);
        }
        this.#count = [...this.#bySubject.values()].reduce((sum, list) => sum + list.length, 0);
    }

    /** Judges every resource of the stack, or only those whose id is in `only`. */
    judge(facts: StackFacts, only?: ReadonlySet<string>): Judgement {
        return this.judgePrepared(prepare(facts, only));
    }

    /** Judges what `prepare` made, so that several judges share the work of parsing. */
    judgePrepared(prepared: readonly Prepared[]): Judgement {
        const findings: Finding[] = [];
        const undetermined: OpenQuestion[] = [];
        let resources = 0;
        for (const { resource, subjects } of prepared) {
            if (subjects.length > 0) resources++;
            const report: Report = { resource, findings, undetermined };
            for (const { name, at, subject } of subjects) {
                for (const ready of this.#bySubject.get(name) ?? []) {
                    const verdicts = ready.check(subject, ready.setting.options);
                    if (verdicts === undefined) continue;
                    if (!Array.isArray(verdicts)) this.#add(ready, verdicts as Verdict, at, report);
                    else for (const verdict of verdicts as readonly Verdict[]) this.#add(ready, verdict, at, report);
                }
            }
        }
        return { findings, undetermined, evaluated: { resources, constraints: this.#count } };
    }

    #add({ constraint, setting }: Ready, verdict: Verdict, at: Path, report: Report): void {
        const { findings, undetermined } = report;
        const resource = verdict.on ?? report.resource;
        const path = verdict.on ? verdict.path : [...at, ...verdict.path];
        if (verdict.kind === "undetermined") {
            undetermined.push({ constraint: constraint.id, resource: resource.id, path, reason: verdict.reason });
            return;
        }
        report.secrets ??= secretsOf(report.resource.values);
        const secrets = verdict.on ? [...report.secrets, ...secretsOf(verdict.on.values)] : report.secrets;
        findings.push({
            constraint: constraint.id,
            requirements: [...(verdict.requirements ?? constraint.requirements)].sort(),
            level: setting.level as Finding["level"],
            severity: constraint.severity,
            resource: resource.id,
            path,
            message: `${redact(sentence(verdict.found), secrets)} ${constraint.why}`,
            fix: verdict.fix === undefined ? constraint.fix : redact(verdict.fix, secrets),
            url: constraint.source.url,
        });
    }
}

/** A resource with what there is to look at in it. Its texts are parsed once, however many judges ask. */
export interface Prepared {
    readonly resource: ResourceFacts;
    readonly subjects: readonly Asked[];
}

/** Every resource of the stack, or only those whose id is in `only`, ready to be judged. */
export function prepare(facts: StackFacts, only?: ReadonlySet<string>): Prepared[] {
    const stack = new Stack(facts);
    const resources = only ? facts.resources.filter(({ id }) => only.has(id)) : facts.resources;
    return resources.map((resource) => ({ resource, subjects: subjectsOf(stack, resource) }));
}

function sentence(text: string): string {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
