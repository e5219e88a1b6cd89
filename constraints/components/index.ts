import type { Facts } from "../core/known";
import { plainArguments } from "./arguments";
import type { ComponentFacts } from "./componentFacts";
import { destinationArgument, destinationInputs } from "./destination";
import { errorActionFacts } from "./errorAction";
import { iotKafkaPipelineFacts } from "./iotKafkaPipeline";
import { kafkaCredentialsFacts, loginFacts } from "./kafkaCredentials";
import { mskClusterFacts } from "./mskCluster";
import type { NamedIn } from "./names";
import {
    IOT_KAFKA_PIPELINE,
    KAFKA_CREDENTIALS,
    KAFKA_TOPIC_RULE,
    MSK_CLUSTER,
    PIPELINE_ALARMS,
    VPC_DESTINATION,
} from "./tokens";
import { topicRuleArgument, topicRuleInputs } from "./topicRule";

export type { ComponentFacts } from "./componentFacts";
export { formProblems } from "./formProblems";
export { IOT_KAFKA_PIPELINE, KAFKA_CREDENTIALS, KAFKA_TOPIC_RULE, MSK_CLUSTER, PIPELINE_ALARMS, VPC_DESTINATION };

/**
 * The facts of the one resource that a component stands for in a stack, leaves that are not known yet being UNKNOWN. Undefined for a type that
 * is none of ours. `id` names the resource in findings; where it is a URN, it tells the names that the component gives.
 */
export function factsOfComponent(type: string, id: string, name: string, args: Facts): ComponentFacts | undefined {
    const source = plainArguments(args);
    if (type === KAFKA_TOPIC_RULE) {
        const named = namedIn(id, name);
        const values = { ...topicRuleInputs(source, named, errorActionFacts(source, named)) };
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

/**
 * Everything that a component's arguments state, joined as the resources will be. Components are judged by all of it
 * where they are made.
 */
export function partsOfComponent(type: string, id: string, name: string, args: Facts): readonly ComponentFacts[] {
    if (type === KAFKA_CREDENTIALS) {
        const [source, named] = [plainArguments(args), namedIn(id, name)];
        return [...kafkaCredentialsFacts(source, id, name, named), loginFacts(source, id, name, named)];
    }
    if (type === MSK_CLUSTER) return mskClusterFacts(plainArguments(args), id, name, namedIn(id, name));
    if (type === IOT_KAFKA_PIPELINE) return iotKafkaPipelineFacts(args, id, name, namedIn(id, name));
    const only = factsOfComponent(type, id, name, args);
    return only === undefined ? [] : [only];
}

/** The URN of a component that stands directly in its stack. */
export function urnOf(type: string, { project, stack, name }: NamedIn): string {
    return `urn:pulumi:${stack}::${project}::${type}::${name}`;
}

function namedIn(id: string, name: string): NamedIn | undefined {
    const match = /^urn:pulumi:([^:]+)::([^:]+)::/.exec(id);
    return match ? { stack: match[1]!, project: match[2]!, name } : undefined;
}
