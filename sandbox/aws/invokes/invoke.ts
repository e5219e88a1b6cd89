import { type Properties, text, texts } from "../../provider/value";
import type { Account } from "../account";
import { Refusal } from "../refusal";
import { dnsSuffixOf, partitionOf, type Scope, zonesOf } from "../scope";
import { getSecret } from "./getSecret";
import { getBootstrapBrokers, getCluster, getKey, getSecurityGroup, getSubnet, getSubnets, getVpc } from "./lookups";
import { policyDocument } from "./policyDocument";

type Invoke = (inputs: Properties, scope: Scope, account: Account) => Properties;

const INVOKES: ReadonlyMap<string, Invoke> = new Map<string, Invoke>([
    ["aws:index/getCallerIdentity:getCallerIdentity", callerIdentity],
    ["aws:index/getPartition:getPartition", partition],
    ["aws:index/getRegion:getRegion", region],
    ["aws:index/getAvailabilityZones:getAvailabilityZones", availabilityZones],
    ["aws:iam/getPolicyDocument:getPolicyDocument", policyDocument],
    ["aws:ec2/getVpc:getVpc", getVpc],
    ["aws:ec2/getSubnet:getSubnet", getSubnet],
    ["aws:ec2/getSubnets:getSubnets", getSubnets],
    ["aws:ec2/getSecurityGroup:getSecurityGroup", getSecurityGroup],
    ["aws:iot/getEndpoint:getEndpoint", iotEndpoint],
    ["aws:kms/getKey:getKey", getKey],
    ["aws:msk/getBootstrapBrokers:getBootstrapBrokers", getBootstrapBrokers],
    ["aws:msk/getCluster:getCluster", getCluster],
    ["aws:secretsmanager/getSecret:getSecret", getSecret],
]);

/** The function tokens that are answered. */
export const INVOKE_TOKENS: readonly string[] = [...INVOKES.keys()];

export function invoke(token: string, inputs: Properties, scope: Scope, account: Account): Properties {
    const answer = INVOKES.get(token);
    if (!answer) {
        throw new Error(`The stand-in for AWS does not know the function ${token}. Use a real AWS account for it.`);
    }
    return answer(inputs, scope, account);
}

function callerIdentity(_inputs: Properties, scope: Scope): Properties {
    const arn = `arn:${scope.partition}:iam::${scope.account}:user/sandbox`;
    return { id: scope.account, accountId: scope.account, arn, userId: "AIDASANDBOXSANDBOXSAN" };
}

function partition(_inputs: Properties, scope: Scope): Properties {
    const dnsSuffix = dnsSuffixOf(scope.partition);
    const reverseDnsPrefix = dnsSuffix.split(".").reverse().join(".");
    return { id: scope.partition, partition: scope.partition, dnsSuffix, reverseDnsPrefix };
}

function region(inputs: Properties, scope: Scope): Properties {
    const name = text(inputs, "name") ?? scope.region;
    const endpoint = `ec2.${name}.${dnsSuffixOf(partitionOf(name))}`;
    return { id: name, name, region: name, description: `Region ${name}`, endpoint };
}

function availabilityZones(inputs: Properties, scope: Scope): Properties {
    const zones = zonesOf(scope.region).filter(
        ({ name, id }) =>
            !texts(inputs, "excludeNames").includes(name) && !texts(inputs, "excludeZoneIds").includes(id),
    );
    return {
        ...inputs,
        id: scope.region,
        names: zones.map(({ name }) => name),
        zoneIds: zones.map(({ id }) => id),
        groupNames: [`${scope.region}-zg-1`],
        region: scope.region,
    };
}

/** The address that devices connect to: one per account and Region. */
function iotEndpoint(inputs: Properties, scope: Scope): Properties {
    const type = text(inputs, "endpointType") ?? "iot:Data-ATS";
    const labels: Record<string, string> = {
        "iot:Data": "iot",
        "iot:Data-ATS": "-ats.iot",
        "iot:CredentialProvider": "credentials.iot",
        "iot:Jobs": "jobs.iot",
    };
    const label = labels[type];
    if (label === undefined) {
        throw new Refusal(
            "InvalidRequestException",
            `The endpoint type ${type} is not one of ${Object.keys(labels).join(", ")}`,
        );
    }
    const account = `a${BigInt(scope.account).toString(36)}`;
    const separator = label.startsWith("-") ? "" : ".";
    const endpointAddress = `${account}${separator}${label}.${scope.region}.${dnsSuffixOf(scope.partition)}`;
    return { ...inputs, id: scope.region, region: scope.region, endpointAddress };
}
