import { createRequire } from "node:module";
import type { Policies } from "@pulumi/policy";
import { AnalyzeRequest, type AnalyzeResponse, AnalyzerResourceOptions } from "@pulumi/pulumi/proto/analyzer_pb";

const requireFromSdk = createRequire(require.resolve("@pulumi/pulumi/package.json"));
const { Struct } = requireFromSdk("google-protobuf/google/protobuf/struct_pb");

type Handler = (
    call: { request: AnalyzeRequest },
    done: (error: Error | null, response: AnalyzeResponse) => void,
) => void;

/** The policy server's own handler, as its package has it but does not declare it. */
const { makeAnalyzeRpcFun } = require("@pulumi/policy/server") as {
    makeAnalyzeRpcFun(pack: string, version: string, level: string, policies: Policies): Handler;
};

/** A value that the engine marks as secret on its way to a pack. */
export function secret(value: unknown): object {
    return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

/** The diagnostics that a pack's server answers for one resource. */
export async function answer(
    policies: Policies,
    type: string,
    props: object,
): Promise<AnalyzeResponse.AsObject["diagnosticsList"]> {
    const request = new AnalyzeRequest();
    request.setType(type);
    request.setName("telemetry");
    request.setUrn(`urn:pulumi:dev::plant::${type}::telemetry`);
    request.setProperties(Struct.fromJavaScript(props));
    request.setOptions(new AnalyzerResourceOptions());
    const handler = makeAnalyzeRpcFun("pack", "1.0.0", "advisory", policies);
    const response = await new Promise<AnalyzeResponse>((resolve, reject) => {
        handler({ request }, (error, answered) => (error ? reject(error) : resolve(answered)));
    });
    return response.toObject().diagnosticsList;
}
