import type { handleUnaryCall, ServerWritableStream, UntypedServiceImplementation } from "@grpc/grpc-js";
import type {
    InstallDependenciesRequest,
    InstallDependenciesResponse,
    LanguageHandshakeRequest,
    RunPluginRequest,
    RunPluginResponse,
    RunRequest,
} from "@pulumi/pulumi/proto/language_pb";
import { installDependencies } from "./installDependencies";
import { Empty, grpc, LanguageRuntimeService, messages, PluginInfo, sdkVersion } from "./protocol";
import { Runners } from "./runner";
import { runPlugin } from "./runPlugin";
import { type Outcome, runProgram } from "./runProgram";

/**
 * Pulumi's language host for Node, in Node: the engine asks it to run programs and policy packs. It stands in for the
 * official one, which comes with an installed Pulumi but not with one that was built from Go modules.
 *
 * Calls about generating code answer "unimplemented", which the engine takes in its stride.
 */
export class LanguageHost {
    readonly #runners = new Runners();
    #engine: string;

    /** @param engine address of the engine, where it is told on the command line */
    constructor(engine: string) {
        this.#engine = engine;
    }

    /** Listens on a free local port and prints the port, as the engine expects. */
    async serve(): Promise<void> {
        const server = new grpc.Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
        server.addService(LanguageRuntimeService, this.#handlers());
        const credentials = grpc.ServerCredentials.createInsecure();
        const port = await new Promise<number>((resolve, reject) => {
            server.bindAsync("127.0.0.1:0", credentials, (error, bound) => (error ? reject(error) : resolve(bound)));
        });
        process.once("exit", () => this.#runners.endAll());
        console.log(String(port));
    }

    #handlers(): UntypedServiceImplementation {
        const handlers: UntypedServiceImplementation = {
            handshake: unary((request: LanguageHandshakeRequest) => {
                this.#engine = request.getEngineAddress() || this.#engine;
                return new messages.LanguageHandshakeResponse();
            }),
            getPluginInfo: unary(() => new PluginInfo().setVersion(sdkVersion)),
            // Every resource names the version it needs, and the engine looks for its provider then.
            getRequiredPlugins: unary(() => new messages.GetRequiredPluginsResponse()),
            getRequiredPackages: unary(() => new messages.GetRequiredPackagesResponse()),
            run: unary(async (request: RunRequest) =>
                runResponse(await runProgram(request, this.#engine, this.#runners)),
            ),
            installDependencies: (
                call: ServerWritableStream<InstallDependenciesRequest, InstallDependenciesResponse>,
            ) => {
                try {
                    installDependencies(call);
                } catch (error) {
                    call.destroy(error as Error);
                }
            },
            runPlugin: (call: ServerWritableStream<RunPluginRequest, RunPluginResponse>) => {
                try {
                    runPlugin(call, this.#runners);
                } catch (error) {
                    call.destroy(error as Error);
                }
            },
            cancel: unary(() => {
                this.#runners.endAll();
                return new Empty();
            }),
        };
        return Object.fromEntries(
            Object.keys(LanguageRuntimeService).map((name) => [name, handlers[name] ?? unary(() => refuse(name))]),
        );
    }
}

function runResponse(outcome: Outcome): InstanceType<typeof messages.RunResponse> {
    return new messages.RunResponse()
        .setBail(outcome.kind === "bail")
        .setError(outcome.kind === "error" ? outcome.message : "");
}

function refuse(name: string): never {
    throw { code: grpc.status.UNIMPLEMENTED, details: `${name} is not implemented by this language host` };
}

function unary<Request, Response>(
    answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
    return (call, callback) => {
        new Promise<Response>((resolve) => resolve(answer(call.request))).then(
            (response) => callback(null, response),
            (error) => callback(error),
        );
    };
}
