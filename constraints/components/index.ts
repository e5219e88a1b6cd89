import type { Facts } from "../core/known";
import type { Path } from "../core/path";
import type { ResourceFacts } from "../facts/stack";
import { plainArguments } from "./arguments";
import { destinationArgument, destinationInputs } from "./destination";
import { errorLogGroupNameOf, type NamedIn } from "./names";
import { KAFKA_TOPIC_RULE, VPC_DESTINATION } from "./tokens";
import { topicRuleArgument, topicRuleInputs } from "./topicRule";

export { formProblems } from "./formProblems";
export { KAFKA_TOPIC_RULE, VPC_DESTINATION };

/** A component as the facts of the resource that it makes first of all, and the way back to its arguments. */
export interface ComponentFacts {
    readonly resource: ResourceFacts;
    /** Which argument a path of the facts comes from; the enclosing one where something is missing. */
    argumentPath(path: Path): Path;
}

/**
 * The facts that a component's arguments state, leaves that are not known yet being UNKNOWN. Undefined for a type that
 * is none of ours. `id` names the resource in findings; where it is a URN, it tells the names that the component gives.
 */
export function factsOfComponent(type: string, id: string, name: string, args: Facts): ComponentFacts | undefined {
    const source = plainArguments(args);
    if (type === KAFKA_TOPIC_RULE) {
        const named = namedIn(id, name);
        const values = { ...topicRuleInputs(source, named, errorLogsOf(args, named)) };
        return {
            resource: { kind: "topicRule", id, name, values },
            argumentPath: (path) => topicRuleArgument(source, path),
        };
    }
    if (type === VPC_DESTINATION) {
        const values = { ...destinationInputs(source, { roleArn: source.unknown, securityGroups: [source.unknown] }) };
        return { resource: { kind: "destination", id, name, values }, argumentPath: destinationArgument };
    }
    return undefined;
}

/** The URN of a component that stands directly in its stack. */
export function urnOf(type: string, { project, stack, name }: NamedIn): string {
    return `urn:pulumi:${stack}::${project}::${type}::${name}`;
}

/** Errors are logged unless that is refused in words. */
function errorLogsOf(args: Facts, named: NamedIn | undefined) {
    const source = plainArguments(args);
    if (args.errorAction === "none") return undefined;
    return { logGroupName: named ? errorLogGroupNameOf(named) : source.unknown, roleArn: source.unknown };
}

function namedIn(id: string, name: string): NamedIn | undefined {
    const match = /^urn:pulumi:([^:]+)::([^:]+)::/.exec(id);
    return match ? { stack: match[1]!, project: match[2]!, name } : undefined;
}
