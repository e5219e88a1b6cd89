import type { Policy, ReportViolation, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { ConstraintConfiguration } from "../constraints/core/configuration";
import type { Constraint } from "../constraints/core/constraint";
import type { Judgement } from "../constraints/core/finding";
import { Judge } from "../constraints/core/judge";
import { renderBody } from "../constraints/core/render";
import { Exceptions, utcDate } from "../constraints/core/suppression";
import type { ResourceFacts } from "../constraints/facts/stack";
import { isOn, valueStandsOn } from "./components";
import { configSchemaOf } from "./schema";
import { type Session, stackOf } from "./session";

/** A constraint as a policy: the same name, the same words, and a level and options that can be configured. */
export type ConstraintPolicy = ResourceValidationPolicy | StackValidationPolicy;

/**
 * A constraint as a policy of a session. `order` is its place among the policies of the session: they are asked about
 * a resource one after the other, and share what is found out about it.
 */
export function policyOf(constraint: Constraint, session: Session, order: number): ConstraintPolicy {
    const described = describe(constraint);
    return constraint.joins
        ? { ...described, ...judgedTogether(constraint, session, order) }
        : { ...described, ...judgedAlone(constraint, session, order) };
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
        tags: ["aws", "iot", "kafka", constraint.subject, ...constraint.requirements],
        configSchema: configSchemaOf(constraint),
    };
}

/** Asked about one resource, before it is created. */
function judgedAlone(
    constraint: Constraint,
    session: Session,
    order: number,
): Pick<ResourceValidationPolicy, "validateResource"> {
    const settings = settingsOf(constraint);
    return {
        validateResource: (args, report) => {
            const alone = session.alone(args, order);
            if (alone === undefined) return;
            const { seen, prepared, component } = alone;
            const { judge, exceptions } = settings(args.getConfig());
            const excluded = exceptions.excludes(seen.facts);
            let { findings, undetermined } = excluded ? NOTHING : judge.judgePrepared(prepared);
            if (component && findings.length + undetermined.length > 0) {
                const atComponent = judge.judgePrepared(stackOf([component.facts]));
                findings = findings.filter((finding) => !isOn(atComponent.findings, finding));
                undetermined = undetermined.filter((question) => !isOn(atComponent.undetermined, question));
            }
            const open = undetermined.map((question) => ({ ...question, path: seen.spell(question.path) }));
            session.tally.leaveOpen(constraint.id, args.urn, open);
            if (!exceptions.suppresses(seen.facts)) {
                for (const finding of findings) report(renderBody({ ...finding, path: seen.spell(finding.path) }));
            }
            if (!excluded) reportFaulty(exceptions, seen.facts, session, report);
        },
    };
}

/** Asked about the stack as a whole, at the end of a preview or an update. */
function judgedTogether(
    constraint: Constraint,
    session: Session,
    order: number,
): Pick<StackValidationPolicy, "validateStack"> {
    const settings = settingsOf(constraint);
    return {
        validateStack: (args, report) => {
            const { seen, prepared, components } = session.together(args.resources, order);
            const { judge, exceptions } = settings(args.getConfig());
            const judged = prepared.filter(({ resource }) => !exceptions.excludes(resource));
            const { findings, undetermined } = judge.judgePrepared(judged);
            session.tally.leaveOpen(constraint.id, "", undetermined);
            for (const finding of findings) {
                const own = seen.get(finding.resource)!;
                const component = components.get(finding.resource);
                const place = component && valueStandsOn(component.facts, own.facts, finding.path) ? component : own;
                if (exceptions.suppresses(own.facts) || exceptions.suppresses(place.facts)) continue;
                report(renderBody({ ...finding, path: place.spell(finding.path) }), place.facts.id);
            }
            for (const { resource, subjects } of judged) {
                if (subjects.length > 0) reportFaulty(exceptions, resource, session, report);
            }
        },
    };
}

const NOTHING: Pick<Judgement, "findings" | "undetermined"> = { findings: [], undetermined: [] };

interface Settings {
    readonly judge: Judge;
    readonly exceptions: Exceptions;
}

/**
 * The settings of a constraint under the configuration that comes with each request; it hardly ever changes. The engine
 * decides on the level, and whether a policy is asked at all; here it is only to be judged.
 */
function settingsOf(constraint: Constraint): (configuration: ConstraintConfiguration) => Settings {
    let latest: { readonly text: string; readonly settings: Settings } | undefined;
    return (configuration) => {
        const text = JSON.stringify(configuration);
        if (latest?.text !== text) {
            const own = { ...configuration, enforcementLevel: constraint.level };
            const judge = new Judge([constraint], { [constraint.id]: own });
            latest = { text, settings: { judge, exceptions: new Exceptions(constraint, own, utcDate()) } };
        }
        return latest.settings;
    };
}

/** A suppression that does not count is reported once, at the first resource that it names. */
function reportFaulty(
    exceptions: Exceptions,
    resource: ResourceFacts,
    session: Session,
    report: ReportViolation,
): void {
    for (const suppression of exceptions.faulty(resource)) {
        const { constraint } = exceptions;
        if (!session.isFirst(`${constraint.id} ${JSON.stringify(suppression)}`, resource.id)) continue;
        report(renderBody(exceptions.findingOf(suppression, resource, constraint.level)), resource.id);
    }
}

function sentenceCase(id: string): string {
    return id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");
}
