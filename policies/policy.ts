import type { Policy, ReportViolation, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { Constraint } from "../constraints/core/constraint";
import type { Judgement, OpenQuestion } from "../constraints/core/finding";
import type { Judge } from "../constraints/core/judge";
import { renderBody } from "../constraints/core/render";
import type { Exceptions, Named } from "../constraints/core/suppression";
import { isOn, valueStandsOn } from "./components";
import type { Seen } from "./facts";
import { FRAMEWORKS } from "./frameworks";
import { groupOf } from "./groups";
import { remediationOf } from "./remediate";
import { hasRemediation } from "./remediation";
import { configSchemaOf } from "./schema";
import { tagOf } from "./select";
import type { Alone, Session } from "./session";
import { type SettingsOf, settingsOf } from "./settings";

/** A constraint as a policy: the same name, the same words, and a level and options that can be configured. */
export type ConstraintPolicy = ResourceValidationPolicy | StackValidationPolicy;

/**
 * A constraint as a policy of a session. `order` is its place among the policies of the session: they are asked about
 * a resource one after the other, and share what is found out about it.
 */
export function policyOf(constraint: Constraint, session: Session, order: number): ConstraintPolicy {
    const settings = settingsOf(constraint);
    const described = {
        ...describe(constraint),
        ...(hasRemediation(constraint) ? { remediateResource: remediationOf(constraint, settings) } : {}),
    };
    return constraint.joins
        ? { ...described, ...judgedTogether(constraint, settings, session, order) }
        : { ...described, ...judgedAlone(constraint, settings, session, order) };
}

function describe(constraint: Constraint): Policy {
    return {
        name: constraint.id,
        displayName: sentenceCase(constraint.id),
        description: constraint.what,
        enforcementLevel: constraint.offByDefault ? "disabled" : constraint.level,
        severity: constraint.severity,
        url: constraint.source.url,
        remediationSteps: constraint.fix,
        tags: [
            "aws",
            "iot",
            "kafka",
            tagOf(groupOf(constraint.subject)),
            constraint.subject,
            ...constraint.requirements,
        ],
        ...(Object.hasOwn(FRAMEWORKS, constraint.id) ? { framework: FRAMEWORKS[constraint.id]! } : {}),
        configSchema: configSchemaOf(constraint),
    };
}

/** Asked about one resource, before it is created. */
function judgedAlone(
    constraint: Constraint,
    settings: SettingsOf,
    session: Session,
    order: number,
): Pick<ResourceValidationPolicy, "validateResource"> {
    return {
        validateResource: (args, report) => {
            const alone = session.alone(args, order);
            if (alone === undefined) return;
            const { named, seen } = alone;
            const { judge, exceptions } = settings(args.getConfig());
            if (exceptions.excludes(named)) {
                session.tally.leaveOpen(constraint.id, args.urn, []);
                return;
            }
            const { findings, undetermined } = ownOf(judge, alone);
            const open = undetermined.length === 0 ? undetermined : undetermined.map((one) => spelledBy(seen, one));
            session.tally.leaveOpen(constraint.id, args.urn, open);
            if (findings.length > 0 && !exceptions.suppresses(named)) {
                for (const one of findings)
                    report(renderBody({ ...one, path: seen.get(one.resource)!.spell(one.path) }));
            }
            reportFaulty(exceptions, named, session, report);
        },
    };
}

/** Asked about the stack as a whole, at the end of a preview or an update. */
function judgedTogether(
    constraint: Constraint,
    settings: SettingsOf,
    session: Session,
    order: number,
): Pick<StackValidationPolicy, "validateStack"> {
    return {
        validateStack: (args, report) => {
            const { seen, prepared, parts } = session.together(args.resources, order);
            const { judge, exceptions } = settings(args.getConfig());
            const judged = prepared.filter(({ resource }) => !exceptions.excludes(namedIn(seen, resource)));
            const { findings, undetermined } = judge.judgePrepared(judged);
            session.tally.leaveOpen(
                constraint.id,
                "",
                undetermined.map((one) => spelledBy(seen, one)),
            );
            for (const finding of findings) {
                const own = seen.get(finding.resource)!;
                const made = parts.get(finding.resource);
                const atComponent = made && valueStandsOn(made.part.facts, own.facts, finding.path);
                if (
                    exceptions.suppresses(namedIn(seen, own.facts)) ||
                    (atComponent && exceptions.suppresses(made.component))
                )
                    continue;
                const { spell } = atComponent ? made.part : own;
                const urn = atComponent ? made.component.id : own.urn;
                report(renderBody({ ...finding, path: spell(finding.path) }), urn);
            }
            for (const { resource, subjects } of judged) {
                if (subjects.length > 0) reportFaulty(exceptions, namedIn(seen, resource), session, report);
            }
        },
    };
}

type Answers = Pick<Judgement, "findings" | "undetermined">;

/**
 * What is to be said of a resource by itself. What one of our components states already is said there, and there alone.
 * Of a component itself, what hangs on something that it makes is asked again where that is made.
 */
function ownOf(judge: Judge, { seen, prepared, part, preparedPart }: Alone): Answers {
    const { findings, undetermined } = judge.judgePrepared(prepared);
    const isAsked = ({ resource, path }: OpenQuestion) => {
        const one = seen.get(resource);
        return one === undefined || !("isOpen" in one) || one.isOpen(path);
    };
    if (part === undefined || findings.length + undetermined.length === 0) {
        return { findings, undetermined: undetermined.filter(isAsked) };
    }
    const atComponent = judge.judgePrepared(preparedPart());
    const asked = atComponent.undetermined.filter(({ path }) => part.isOpen(path));
    return {
        findings: findings.filter((finding) => !isOn(atComponent.findings, finding)),
        undetermined: undetermined.filter((question) => !isOn(asked, question)),
    };
}

function spelledBy(seen: ReadonlyMap<string, Seen>, question: OpenQuestion): OpenQuestion {
    const own = seen.get(question.resource);
    return own === undefined ? question : { ...question, resource: own.urn, path: own.spell(question.path) };
}

/** What exceptions name: the resource of the program, of which the facts may be a part. */
function namedIn(seen: ReadonlyMap<string, Seen>, { id, name }: Named): Named {
    return { id: seen.get(id)?.urn ?? id, name };
}

/** A suppression that does not count is reported once, at the first resource that it names. */
function reportFaulty(exceptions: Exceptions, resource: Named, session: Session, report: ReportViolation): void {
    for (const suppression of exceptions.faulty(resource)) {
        const { constraint } = exceptions;
        if (!session.isFirst(`${constraint.id} ${JSON.stringify(suppression)}`, resource.id)) continue;
        report(renderBody(exceptions.findingOf(suppression, resource, constraint.level)), resource.id);
    }
}

function sentenceCase(id: string): string {
    return id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");
}
