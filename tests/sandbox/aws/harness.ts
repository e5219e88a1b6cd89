import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsStandIn } from "../../../sandbox/aws/awsStandIn";
import type { Surroundings } from "../../../sandbox/aws/settings";
import type { DiffAnswer } from "../../../sandbox/provider/provider";
import { type Properties, revealAll } from "../../../sandbox/provider/value";

/** A resource as the engine keeps it in its state. */
export interface Deployed {
    readonly urn: string;
    readonly id: string;
    readonly inputs: Properties;
    readonly state: Properties;
}

export function urn(type: string, name: string): string {
    return `urn:pulumi:dev::project::${type}::${name}`;
}

/** What the engine does for a new resource: check, then create. */
export async function create(standIn: AwsStandIn, type: string, name: string, news: Properties): Promise<Deployed> {
    const inputs = checked(standIn, type, name, news);
    const made = await standIn.create({ urn: urn(type, name), inputs, preview: false });
    return { urn: urn(type, name), id: made.id, inputs, state: revealAll(made.state) };
}

/** What the engine does for a resource that exists: check against the old inputs, then diff. */
export function diff(standIn: AwsStandIn, one: Deployed, news: Properties): DiffAnswer {
    const request = { urn: one.urn, olds: one.inputs, news, randomSeed: new Uint8Array([9]) };
    const { inputs } = standIn.check(request);
    const { urn, id, state: olds, inputs: oldInputs } = one;
    return standIn.diff({ urn, id, olds, oldInputs, news: inputs, ignoreChanges: [] });
}

export async function update(standIn: AwsStandIn, one: Deployed, news: Properties): Promise<Deployed> {
    const request = { urn: one.urn, olds: one.inputs, news, randomSeed: new Uint8Array([9]) };
    const { inputs } = standIn.check(request);
    const state = await standIn.update({ urn: one.urn, id: one.id, olds: one.state, inputs, preview: false });
    return { ...one, inputs, state: revealAll(state) };
}

export function destroy(standIn: AwsStandIn, one: Deployed): Promise<void> {
    return standIn.delete({ urn: one.urn, id: one.id, olds: one.state });
}

/** A stand-in whose account lives in a file of its own, with a short patience. */
export function withAccountFile(surroundings: Surroundings = {}): {
    standIn(more?: Surroundings): AwsStandIn;
    accountFile: string;
    remove(): void;
} {
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-account-"));
    const accountFile = join(folder, "account.json");
    return {
        accountFile,
        /** A new process, so to speak: it knows only what is in the file. */
        standIn: (more) => new AwsStandIn({ patience: 60, ...surroundings, ...more, accountFile }),
        remove: () => rmSync(folder, { recursive: true, force: true }),
    };
}

export const TRUST = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "iot.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

export const NETWORK_POLICY = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Action: [
                ...["CreateNetworkInterface", "DescribeNetworkInterfaces", "CreateNetworkInterfacePermission"],
                ...["DeleteNetworkInterface", "DescribeSubnets", "DescribeVpcs", "DescribeVpcAttribute"],
                "DescribeSecurityGroups",
            ].map((action) => `ec2:${action}`),
            Resource: "*",
        },
    ],
});

export const SCRAM_PROPERTIES = {
    "bootstrap.servers": "b-1.example.net:9096",
    "security.protocol": "SASL_SSL",
    "sasl.mechanism": "SCRAM-SHA-512",
    "sasl.scram.username": "someone",
    "sasl.scram.password": "correct-horse",
};

function checked(standIn: AwsStandIn, type: string, name: string, news: Properties): Properties {
    return standIn.check({ urn: urn(type, name), olds: {}, news, randomSeed: new Uint8Array([1, 2, 3]) }).inputs;
}
