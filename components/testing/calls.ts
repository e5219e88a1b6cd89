import { digits, ec2Id, uuid } from "./identifiers";
import type { Inputs } from "./made";
import { arnOf, dnsSuffixOf, globalArnOf, type MockPlace, partitionOf } from "./place";

/** What AWS answers to the functions that components call, by their tokens. */
export const CALLS: Readonly<Record<string, (place: MockPlace, inputs: Inputs) => Inputs>> = {
    "aws:index/getPartition:getPartition": ({ region }) => ({
        id: partitionOf(region),
        partition: partitionOf(region),
        dnsSuffix: dnsSuffixOf(region),
        reverseDnsPrefix: dnsSuffixOf(region).split(".").reverse().join("."),
    }),
    "aws:index/getRegion:getRegion": ({ region }) => ({
        id: region,
        region,
        description: region,
        endpoint: `ec2.${region}.${dnsSuffixOf(region)}`,
    }),
    "aws:index/getCallerIdentity:getCallerIdentity": (place) => ({
        id: place.account,
        accountId: place.account,
        arn: globalArnOf(place, "iam", "user/tests"),
        userId: `AIDA${digits("user", 17).toUpperCase()}`,
    }),
    "aws:index/getAvailabilityZones:getAvailabilityZones": ({ region }) => {
        const letters = ["a", "b", "c"];
        const zoneIds = letters.map((_, index) => `${region.replace(/[^a-z0-9]/g, "")}-az${index + 1}`);
        return { id: region, names: letters.map((letter) => region + letter), zoneIds };
    },
    "aws:ec2/getVpc:getVpc": (place, { id = ec2Id("vpc", "found") }) => ({
        id,
        arn: arnOf(place, "ec2", `vpc/${id}`),
        cidrBlock: "10.0.0.0/16",
        enableDnsSupport: true,
        enableDnsHostnames: true,
    }),
    "aws:secretsmanager/getSecret:getSecret": (place, { name, arn }) => {
        const found = arn ?? arnOf(place, "secretsmanager", `secret:${name}-${digits(String(name), 6)}`);
        return { id: found, arn: found, name: name ?? found, kmsKeyId: "" };
    },
    "aws:kms/getKey:getKey": (place, { keyId }) => {
        const arn = String(keyId).startsWith("arn:") ? keyId : arnOf(place, "kms", `key/${uuid(String(keyId))}`);
        return { id: keyId, keyId, arn };
    },
};
