import { type Facts, isRecord, isUnknown, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { type Arguments, type Leaves, plainArguments, valueAt } from "./arguments";
import type { ComponentFacts } from "./componentFacts";
import { credentialArgument } from "./credentialParts";
import { destinationArgument, destinationInputs } from "./destination";
import { errorActionFacts } from "./errorAction";
import { authenticationFacts, kafkaCredentialsFacts } from "./kafkaCredentials";
import { mskClusterFacts } from "./mskCluster";
import { mskTopicArgument, mskTopicInputs } from "./mskTopics";
import type { NamedIn } from "./names";
import {
    clusterArgumentsOf,
    credentialsArgumentsOf,
    destinationArgumentsOf,
    type Place,
    ruleArgumentsOf,
    topicArgumentsOf,
    topicToMake,
} from "./pipelineArguments";
import { isAuthentication, isExistingDestination, targetOf } from "./pipelineKinds";
import { topicRuleArgument, topicRuleInputs } from "./topicRule";

/** A pipeline whose target is ill-formed is judged as one to brokers of which nothing is known. */
const UNKNOWN_TARGET = { bootstrapServers: UNKNOWN, credentials: UNKNOWN };

/**
 * What the arguments of an `IotKafkaPipeline` state: the rule, the destination, the cluster with its topic, and the
 * credentials, as far as they are made, joined as the resources will be.
 */
export function iotKafkaPipelineFacts(
    given: Facts,
    id: string,
    name: string,
    named: NamedIn | undefined,
): ComponentFacts[] {
    const args = isUnknown(given.kafka) ? { ...given, kafka: UNKNOWN_TARGET } : given;
    const place = placeOf(args);
    const cluster = clusterParts(args, place, id, name, named);
    const topic = topicParts(args, place, id);
    const credentials = credentialsParts(args, id, name, named);
    const destination = isExistingDestination(args.destination) ? [] : [destinationPart(args, place, id, name)];
    const parts = [...cluster, ...topic, ...credentials, ...destination];
    return [
        ...parts,
        rulePart(
            args,
            parts.map(({ resource }) => resource.id),
            id,
            name,
            named,
        ),
    ];
}

/** A new network has three subnets; which they are is known later. */
function placeOf({ network }: Facts): Place {
    if (network === "new") return { vpcId: UNKNOWN, subnetIds: [UNKNOWN, UNKNOWN, UNKNOWN] };
    if (!isRecord(network)) return { vpcId: UNKNOWN, subnetIds: UNKNOWN };
    return { vpcId: network.vpcId, subnetIds: network.subnetIds };
}

function clusterParts(
    args: Facts,
    place: Place,
    id: string,
    name: string,
    named: NamedIn | undefined,
): ComponentFacts[] {
    if (targetOf(args.kafka) !== "new") return [];
    const source = plainArguments(clusterArgumentsOf(args, place));
    const own = named && { ...named, name: `${name}-cluster` };
    return mskClusterFacts(source, clusterIdOf(id), `${name}-cluster`, own).map(({ resource, argumentPath }) => ({
        resource,
        argumentPath: (path) => clusterArgument(argumentPath(path)),
    }));
}

function clusterIdOf(id: string): string {
    return `${id} cluster`;
}

/** The topic, where it is made. */
function topicParts(args: Facts, { subnetIds }: Place, id: string): ComponentFacts[] {
    const topic = topicToMake(args);
    if (topic === undefined) return [];
    const isNew = targetOf(args.kafka) === "new";
    const clusters = isNew ? [clusterIdOf(id)] : [];
    const source = plainArguments(topicArgumentsOf(args, topic, subnetIds));
    const clusterArn = isNew ? UNKNOWN : valueAt(args, ["kafka", "clusterArn"]);
    return [
        {
            resource: {
                kind: "topic",
                id: `${id} topic`,
                name: topic,
                values: { clusterArn, ...mskTopicInputs(source, topic) },
                references: { clusterArn: clusters },
                dependencies: clusters,
            },
            argumentPath: (path) => clusterArgument(mskTopicArgument(topic, path)),
        },
    ];
}

/** Where an argument of the cluster comes from among those of the pipeline. */
function clusterArgument([first, ...rest]: Path): Path {
    if (first === "vpcId" || first === "subnetIds") return ["network", first, ...rest];
    if (first === "topics") return rest.length > 1 ? ["topicSettings", ...rest.slice(1)] : ["topic"];
    if (first === "region" || first === "tags") return [first, ...rest];
    return first === undefined ? ["kafka"] : ["kafka", "cluster", first, ...rest];
}

function credentialsParts(args: Facts, id: string, name: string, named: NamedIn | undefined): ComponentFacts[] {
    const isNew = targetOf(args.kafka) === "new";
    const clusterArn = isNew ? UNKNOWN : valueAt(args, ["kafka", "clusterArn"]);
    const own = credentialsArgumentsOf(args, clusterArn);
    if (own === undefined || isUnknown(valueAt(args, ["kafka", "credentials"]))) return [];
    const cluster = isNew ? clusterIdOf(id) : undefined;
    return kafkaCredentialsFacts(plainArguments(own), id, name, named, cluster).map(({ resource, argumentPath }) => ({
        resource,
        argumentPath: (path) => credentialsArgument(argumentPath(path)),
    }));
}

function credentialsArgument([first, ...rest]: Path): Path {
    if (first === "clusterArn") return ["kafka", "clusterArn"];
    if (first === "region" || first === "tags") return [first, ...rest];
    return ["kafka", "credentials", ...(first === undefined ? [] : [first, ...rest])];
}

function destinationPart(args: Facts, place: Place, id: string, name: string): ComponentFacts {
    const source = plainArguments(destinationArgumentsOf(args, place, UNKNOWN));
    const values = { ...destinationInputs(source, { roleArn: UNKNOWN, securityGroups: [UNKNOWN] }) };
    return {
        resource: { kind: "destination", id: `${id} destination`, name, values },
        argumentPath: (path) => {
            const [first, ...rest] = destinationArgument(path);
            if (first === "vpcId" || first === "subnetIds" || first === "securityGroupIds")
                return ["network", first, ...rest];
            if (first === "roleArn") return ["destination", "roleArn"];
            return first === "region" ? ["region"] : ["network"];
        },
    };
}

function rulePart(
    args: Facts,
    others: readonly string[],
    id: string,
    name: string,
    named: NamedIn | undefined,
): ComponentFacts {
    const credentials = valueAt(args, ["kafka", "credentials"]);
    const isGiven = isAuthentication(credentials) || isUnknown(credentials);
    const own = plainArguments({ ...credentialsArgumentsOf(args, undefined) });
    const reached = {
        destinationArn: isExistingDestination(args.destination)
            ? valueAt(args, ["destination", "existingArn"])
            : UNKNOWN,
        bootstrapServers: valueAt(args, ["kafka", "bootstrapServers"]) ?? UNKNOWN,
        authentication: isGiven ? credentials : authenticationFacts(own, named),
    };
    const source = plainArguments(ruleArgumentsOf(args, reached));
    const values = { ...topicRuleInputs(source, named, errorActionFacts(source, named)) };
    return {
        resource: { kind: "topicRule", id, name, values, references: { kafkas: others }, dependencies: others },
        argumentPath: (path) => ruleArgument(source, path, isGiven ? undefined : own),
    };
}

function ruleArgument(source: Arguments<Leaves>, path: Path, credentials: Arguments<Leaves> | undefined): Path {
    const [first, ...rest] = topicRuleArgument(source, path);
    if (first === "authentication")
        return ["kafka", "credentials", ...(credentials ? credentialArgument(credentials, rest) : rest)];
    if (first === "bootstrapServers") return ["kafka", "bootstrapServers"];
    if (first === "destinationArn") return ["destination", "existingArn"];
    return first === undefined ? [] : [first, ...rest];
}
