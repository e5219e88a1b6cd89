import type { Descent } from "../conversion/origins";
import { PASCAL_CASE } from "../conversion/spelling";
import type { Template } from "./template";

/** What `Ref` gives for a resource, as the output that it is in the facts; a name for most other types. */
const OF_REF: Readonly<Record<string, string>> = {
    "AWS::MSK::Cluster": "arn",
    "AWS::MSK::ServerlessCluster": "arn",
    "AWS::MSK::Configuration": "arn",
    "AWS::IoT::TopicRuleDestination": "arn",
    "AWS::SecretsManager::Secret": "arn",
    "AWS::IAM::ManagedPolicy": "arn",
    "AWS::SNS::Topic": "arn",
    "AWS::IAM::Role": "name",
    "AWS::IoT::TopicRule": "name",
};

/** Attributes that are other outputs than their names say. */
const OF_ATTRIBUTE: Readonly<Record<string, string>> = {
    "AWS::SecretsManager::Secret.Id": "arn",
    // It ends in :* there, which is the group with its streams.
    "AWS::Logs::LogGroup.Arn": "streamArns",
};

/** Which output of which resource a function is, whatever its value will be: it names one, alone or as a whole text. */
export function outputOf(template: Template, name: string, argument: unknown): Descent | undefined {
    const named = namedBy(name, argument);
    if (named === undefined) return undefined;
    const [logicalId, attribute] = named;
    const type = template.resources.get(logicalId)?.type;
    if (type === undefined) return undefined;
    if (attribute === undefined) return { of: logicalId, output: OF_REF[type] ?? "id" };
    return { of: logicalId, output: OF_ATTRIBUTE[`${type}.${attribute}`] ?? PASCAL_CASE.toFact(attribute) };
}

type Named = readonly [logicalId: string, attribute?: string];

function namedBy(name: string, argument: unknown, depth = 0): Named | undefined {
    if (depth > 8) return undefined;
    const [first, second]: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
    if (name === "Ref") return typeof argument === "string" ? [argument] : undefined;
    if (name === "Fn::GetAtt") {
        if (typeof first !== "string") return undefined;
        return typeof second === "string" ? [first, second] : cut(first);
    }
    if (name === "Fn::Sub" && typeof first === "string" && second === undefined) {
        const variable = /^\$\{([A-Za-z0-9.]+)\}$/.exec(first)?.[1];
        return variable === undefined ? undefined : cut(variable);
    }
    if (name !== "Fn::Join" || !Array.isArray(second) || second.length !== 1) return undefined;
    const [[inner, value] = ["", undefined]] = Object.entries((second[0] ?? {}) as object);
    return namedBy(inner, value, depth + 1);
}

/** `Cluster.Arn`. */
function cut(name: string): Named {
    const dot = name.indexOf(".");
    return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}
