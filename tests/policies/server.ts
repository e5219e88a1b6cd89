import { createRequire } from "node:module";
import type { Policies } from "@pulumi/policy";
import {
    AnalyzeRequest,
    type AnalyzeResponse,
    AnalyzerPropertyDependencies,
    AnalyzerProviderResource,
    AnalyzerResource,
    AnalyzerResourceOptions,
    AnalyzeStackRequest,
    type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";

import { type Given, urnOf, withSentinels } from "./requests";

const requireFromSdk = createRequire(require.resolve("@pulumi/pulumi/package.json"));
const { Struct } = requireFromSdk("google-protobuf/google/protobuf/struct_pb");

type Handler<Request, Response> = (
    call: { request: Request },
    done: (error: Error | null, response: Response) => void,
) => void;
type Maker<Request, Response> = (
    pack: string,
    version: string,
    level: string,
    policies: Policies,
) => Handler<Request, Response>;

/** The policy server's own handlers, as its package has them but does not declare them. */
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun, makeRemediateRpcFun } = require("@pulumi/policy/server") as {
    makeAnalyzeRpcFun: Maker<AnalyzeRequest, AnalyzeResponse>;
    makeAnalyzeStackRpcFun: Maker<AnalyzeStackRequest, AnalyzeResponse>;
    makeRemediateRpcFun: Maker<AnalyzeRequest, RemediateResponse>;
};

/** A value that the engine marks as secret on its way to a pack. */
export function secret(value: unknown): object {
    return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

type Diagnostics = AnalyzeResponse.AsObject["diagnosticsList"];

/** The diagnostics that a pack's server answers for one resource. */
export async function answer(policies: Policies, type: string, props: object, more: Sent = {}): Promise<Diagnostics> {
    const request = requested(new AnalyzeRequest(), { type, props, ...more });
    return (await ask(makeAnalyzeRpcFun, policies, request)).toObject().diagnosticsList;
}

/** The diagnostics that a pack's server answers for a stack. */
export async function answerStack(policies: Policies, resources: readonly Given[]): Promise<Diagnostics> {
    const request = new AnalyzeStackRequest();
    request.setResourcesList(
        resources.map((given) => {
            const resource = requested(new AnalyzerResource(), { ...given, urn: urnOf(given) });
            resource.setDependenciesList([...(given.dependencies ?? [])]);
            for (const [property, urns] of Object.entries(given.references ?? {})) {
                const edges = new AnalyzerPropertyDependencies();
                edges.setUrnsList([...urns]);
                resource.getPropertydependenciesMap().set(property, edges);
            }
            if (given.parent) resource.setParent(given.parent);
            return resource;
        }),
    );
    return (await ask(makeAnalyzeStackRpcFun, policies, request)).toObject().diagnosticsList;
}

/** The properties that a pack's server makes of those of a resource, the policies that changed them, and what it tells. */
export async function remediate(
    policies: Policies,
    type: string,
    props: object,
): Promise<{
    readonly by: readonly string[];
    readonly props: Record<string, unknown> | undefined;
    readonly told: readonly string[];
}> {
    const request = requested(new AnalyzeRequest(), { type, props });
    const found = (await ask(makeRemediateRpcFun, policies, request)).getRemediationsList();
    const last = found.at(-1)?.getProperties()?.toJavaScript() as Record<string, unknown> | undefined;
    const told = found.flatMap((one) => [one.getDescription(), one.getDiagnostic()]);
    return { by: found.map((one) => one.getPolicyname()), props: last, told };
}

interface Sent {
    readonly name?: string;
    readonly urn?: string;
    readonly parent?: string;
    /** The Region of its provider; none is sent where it is left out. */
    readonly region?: unknown;
}

function requested<Request extends AnalyzeRequest | AnalyzerResource>(
    request: Request,
    {
        type,
        props,
        name = "telemetry",
        urn = urnOf({ type, name, props }),
        parent,
        region,
    }: Sent & Pick<Given, "type" | "props">,
): Request {
    request.setType(type);
    request.setName(name);
    request.setUrn(urn);
    request.setProperties(Struct.fromJavaScript(withSentinels(props)));
    const options = new AnalyzerResourceOptions();
    if (parent) options.setParent(parent);
    request.setOptions(options);
    if (region !== undefined) {
        const provider = new AnalyzerProviderResource();
        provider.setType("pulumi:providers:aws");
        provider.setName("default");
        provider.setUrn("urn:pulumi:dev::plant::pulumi:providers:aws::default");
        provider.setProperties(Struct.fromJavaScript({ region: withSentinels(region) }));
        request.setProvider(provider);
    }
    return request;
}

function ask<Request, Response>(
    make: Maker<Request, Response>,
    policies: Policies,
    request: Request,
): Promise<Response> {
    const handler = make("pack", "1.0.0", "advisory", policies);
    return new Promise((resolve, reject) => {
        handler({ request }, (error, answered) => (error ? reject(error) : resolve(answered)));
    });
}
