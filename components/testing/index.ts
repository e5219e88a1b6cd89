import type { runtime } from "@pulumi/pulumi";
import { ACCOUNT } from "./account";
import { CALLS } from "./calls";
import { digits } from "./identifiers";
import { KAFKA } from "./kafka";
import type { Answers, Inputs } from "./made";
import { NETWORK } from "./network";
import { arnOf, type MockPlace } from "./place";

/** What differs from the mocks' own answers. */
export interface AwsMocksOptions {
    /** The Region of what names none itself. @default "us-east-1" */
    region?: string;
    /** The account's number. @default "602911837465" */
    account?: string;
    /** Outputs that take the place of the mocks' own, by type token: `{ "aws:msk/cluster:Cluster": () => ({ … }) }`. @default none */
    resources?: Readonly<Record<string, (args: runtime.MockResourceArgs) => Record<string, unknown>>>;
    /** Answers of functions that take the place of the mocks' own, or stand beside them, by token. @default none */
    calls?: Readonly<Record<string, (args: runtime.MockCallArgs) => Record<string, unknown>>>;
}

const ANSWERS: Answers = { ...NETWORK, ...KAFKA, ...ACCOUNT };

/** The types of resources for which the mocks answer as AWS would. */
export const MOCKED_RESOURCES: readonly string[] = Object.keys(ANSWERS);

/**
 * Mocks for unit tests of programs that use this package: with `pulumi.runtime.setMocks(awsMocks())` everything that the
 * components make gets an id, ARNs and names as AWS gives them, and the functions that they call are answered. The same
 * names give the same answers, so that tests can compare. A resource that the components do not make gets its inputs as
 * its outputs, with an ARN.
 */
export function awsMocks(options: AwsMocksOptions = {}): runtime.Mocks {
    const { region = "us-east-1", account = "602911837465", resources = {}, calls = {} } = options;
    const placeOf = (inputs: Inputs): MockPlace => ({
        account,
        region: typeof inputs.region === "string" ? inputs.region : region,
    });
    return {
        newResource: (args) => {
            const { type, name, inputs } = args;
            if (args.custom === false) return { id: undefined, state: inputs };
            const place = placeOf(inputs);
            const answer = ownMember(ANSWERS, type)?.({ name, inputs, place }) ?? otherResource(type, name, place);
            const given = ownMember(resources, type)?.(args);
            return { id: args.id || answer.id, state: { ...inputs, ...answer.outputs, ...given } };
        },
        call: (args) => {
            const { token, inputs } = args;
            const given = ownMember(calls, token)?.(args);
            return given ?? { ...inputs, ...ownMember(CALLS, token)?.(placeOf(inputs), inputs) };
        },
    };
}

function otherResource(type: string, name: string, place: MockPlace) {
    const [provider, module = ""] = type.split(":");
    const id = `${name}-${digits(type + name, 7)}`;
    if (provider !== "aws") return { id };
    return { id, outputs: { arn: arnOf(place, module.split("/")[0]!, id) } };
}

function ownMember<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
    return Object.hasOwn(table, name) ? table[name] : undefined;
}
