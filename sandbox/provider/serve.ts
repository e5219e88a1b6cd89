import { createRequire } from "node:module";
import type * as Grpc from "@grpc/grpc-js";
import type { ServerErrorResponse, UntypedServiceImplementation } from "@grpc/grpc-js";
import type * as PluginMessages from "@pulumi/pulumi/proto/plugin_pb";
import type * as ProviderService from "@pulumi/pulumi/proto/provider_grpc_pb";
import type * as Messages from "@pulumi/pulumi/proto/provider_pb";
import type * as StatusMessages from "@pulumi/pulumi/proto/status_pb";
import type * as AnyMessages from "google-protobuf/google/protobuf/any_pb";
import type * as EmptyMessages from "google-protobuf/google/protobuf/empty_pb";
import type * as StructMessages from "google-protobuf/google/protobuf/struct_pb";
import type { JavaScriptValue, Struct as StructMessage } from "google-protobuf/google/protobuf/struct_pb";
import { type Autonaming, CreationIncomplete, type Difference, type Provider } from "./provider";
import { type Properties, present } from "./value";

// The wire's classes are taken from where @pulumi/pulumi takes them: messages of a second copy are not understood.
const own = createRequire(require.resolve("@pulumi/pulumi/package.json"));
const grpc = own("@grpc/grpc-js") as typeof Grpc;
const { Empty } = own("google-protobuf/google/protobuf/empty_pb") as typeof EmptyMessages;
const { Any } = own("google-protobuf/google/protobuf/any_pb") as typeof AnyMessages;
const { Struct } = own("google-protobuf/google/protobuf/struct_pb") as typeof StructMessages;
const { Status } = own("@pulumi/pulumi/proto/status_pb") as typeof StatusMessages;
const { PluginInfo } = own("@pulumi/pulumi/proto/plugin_pb") as typeof PluginMessages;
const messages = own("@pulumi/pulumi/proto/provider_pb") as typeof Messages;
const { ResourceProviderService } = own("@pulumi/pulumi/proto/provider_grpc_pb") as typeof ProviderService;

type Handler<Request, Response> = (request: Request) => Response | Promise<Response>;

/**
 * Serves a provider to the Pulumi engine: listens on a free local port and prints the port, as the engine expects.
 *
 * `main` of `@pulumi/pulumi/provider` does the same for less: it passes on neither the configuration (hence no region),
 * nor whether this is a preview, nor automatic names, nor old inputs.
 */
export async function serve(provider: Provider): Promise<void> {
    const server = new grpc.Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
    server.addService(ResourceProviderService, handlers(provider));
    const credentials = grpc.ServerCredentials.createInsecure();
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", credentials, (error, bound) => (error ? reject(error) : resolve(bound)));
    });
    console.log(String(port));
}

/** One handler for each call of the protocol; what is missing here is answered with "unimplemented". */
function handlers(provider: Provider): UntypedServiceImplementation {
    const table: Record<string, Handler<never, unknown>> = {
        getPluginInfo: () => new PluginInfo().setVersion(provider.version),
        attach: () => new Empty(),
        cancel: () => new Empty(),
        ...configurationHandlers(provider),
        ...planningHandlers(provider),
        ...changingHandlers(provider),
    };
    return Object.fromEntries(
        Object.keys(ResourceProviderService).map((name) => [name, unary(table[name] ?? refuse(name))]),
    );
}

function configurationHandlers(provider: Provider): Record<string, Handler<never, unknown>> {
    return {
        checkConfig: (request: Messages.CheckRequest) =>
            new messages.CheckResponse().setInputs(struct(plain(request.getNews()))),
        diffConfig: () => new messages.DiffResponse().setChanges(messages.DiffResponse.DiffChanges.DIFF_NONE),
        configure: (request: Messages.ConfigureRequest) => {
            provider.configure(plain(request.getArgs()));
            // Without "accepts secrets" the engine takes their wrapping off and puts it on again by property name.
            return new messages.ConfigureResponse().setSupportspreview(true).setSupportsAutonamingConfiguration(true);
        },
        invoke: async (request: Messages.InvokeRequest) =>
            new messages.InvokeResponse().setReturn(
                struct(await provider.invoke(request.getTok(), plain(request.getArgs()))),
            ),
    };
}

function planningHandlers(provider: Provider): Record<string, Handler<never, unknown>> {
    return {
        check: (request: Messages.CheckRequest) => {
            const answer = provider.check({
                urn: request.getUrn(),
                olds: plain(request.getOlds()),
                news: plain(request.getNews()),
                randomSeed: request.getRandomseed_asU8(),
                autonaming: autonaming(request),
            });
            const failures = answer.failures.map(({ property, reason }) =>
                new messages.CheckFailure().setProperty(property).setReason(reason),
            );
            return new messages.CheckResponse().setInputs(struct(answer.inputs)).setFailuresList(failures);
        },
        diff: (request: Messages.DiffRequest) => {
            const olds = plain(request.getOlds());
            const answer = provider.diff({
                id: request.getId(),
                urn: request.getUrn(),
                olds,
                oldInputs: request.hasOldInputs() ? plain(request.getOldInputs()) : olds,
                news: plain(request.getNews()),
                ignoreChanges: request.getIgnorechangesList(),
            });
            return diffResponse(answer.differences).setDeletebeforereplace(answer.deleteBeforeReplace);
        },
    };
}

function changingHandlers(provider: Provider): Record<string, Handler<never, unknown>> {
    return {
        create: async (request: Messages.CreateRequest) => {
            const made = await provider.create({
                urn: request.getUrn(),
                inputs: plain(request.getProperties()),
                preview: request.getPreview(),
            });
            return new messages.CreateResponse().setId(made.id).setProperties(struct(made.state));
        },
        update: async (request: Messages.UpdateRequest) => {
            const state = await provider.update({
                id: request.getId(),
                urn: request.getUrn(),
                olds: plain(request.getOlds()),
                inputs: plain(request.getNews()),
                preview: request.getPreview(),
            });
            return new messages.UpdateResponse().setProperties(struct(state));
        },
        read: async (request: Messages.ReadRequest) => {
            const found = await provider.read({
                id: request.getId(),
                urn: request.getUrn(),
                olds: plain(request.getProperties()),
                inputs: plain(request.getInputs()),
            });
            const response = new messages.ReadResponse().setId(found?.id ?? "");
            return found
                ? response.setProperties(struct(found.state)).setInputs(struct(found.inputs))
                : response.setProperties(struct({}));
        },
        delete: async (request: Messages.DeleteRequest) => {
            await provider.delete({
                id: request.getId(),
                urn: request.getUrn(),
                olds: plain(request.getProperties()),
            });
            return new Empty();
        },
    };
}

function diffResponse(differences: readonly Difference[]): Messages.DiffResponse {
    const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
    const response = new messages.DiffResponse()
        .setChanges(differences.length > 0 ? DIFF_SOME : DIFF_NONE)
        .setDiffsList([...new Set(differences.map(({ path }) => topLevel(path)))])
        .setReplacesList([...new Set(differences.filter((one) => one.replaces).map(({ path }) => topLevel(path)))])
        .setHasdetaileddiff(true);
    for (const difference of differences) {
        response.getDetaileddiffMap().set(difference.path, propertyDiff(difference));
    }
    return response;
}

function propertyDiff({ kind, replaces }: Difference): Messages.PropertyDiff {
    const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = messages.PropertyDiff.Kind;
    const kinds = { add: [ADD, ADD_REPLACE], delete: [DELETE, DELETE_REPLACE], update: [UPDATE, UPDATE_REPLACE] };
    return new messages.PropertyDiff().setKind(kinds[kind][replaces ? 1 : 0] ?? UPDATE).setInputdiff(true);
}

/** `tags` of `tags.Name`, `kafkas` of `kafkas[0].topic`. */
function topLevel(path: string): string {
    return /^[^.[]+/.exec(path)?.[0] ?? path;
}

function autonaming(request: Messages.CheckRequest): Autonaming | undefined {
    const options = request.getAutonaming();
    const modes = ["propose", "enforce", "disable"] as const;
    return options && { mode: modes[options.getMode()] ?? "propose", proposedName: options.getProposedName() };
}

function plain(struct: StructMessage | undefined): Properties {
    return (struct?.toJavaScript() ?? {}) as Properties;
}

function struct(properties: Properties): StructMessage {
    return Struct.fromJavaScript(withoutUndefined(properties) as Record<string, JavaScriptValue>);
}

/** JSON drops `undefined` at any depth, which the wire would refuse. */
function withoutUndefined(properties: Properties): Properties {
    return JSON.parse(JSON.stringify(present(properties))) as Properties;
}

function refuse(name: string): Handler<never, unknown> {
    return () => {
        throw { code: grpc.status.UNIMPLEMENTED, message: `${name} is not implemented by this stand-in` };
    };
}

function unary(handler: Handler<never, unknown>): Grpc.handleUnaryCall<unknown, unknown> {
    return (call, callback) => {
        new Promise((resolve) => resolve(handler(call.request as never))).then(
            (response) => callback(null, response),
            (error: unknown) => callback(wireError(error)),
        );
    };
}

function wireError(error: unknown): Partial<ServerErrorResponse> {
    if (error instanceof CreationIncomplete) {
        return incomplete(error);
    }
    if (error instanceof Error) {
        return { code: grpc.status.UNKNOWN, details: error.message };
    }
    return error as Partial<ServerErrorResponse>;
}

/** The protocol's way to say "it exists, but": the id and state travel in the error's details. */
function incomplete(error: CreationIncomplete): Partial<ServerErrorResponse> {
    const detail = new messages.ErrorResourceInitFailed()
        .setId(error.id)
        .setProperties(struct(error.state))
        .setInputs(struct(error.inputs))
        .setReasonsList([error.message]);
    const packed = new Any();
    packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const status = new Status().setCode(grpc.status.UNKNOWN).setMessage(error.message);
    status.addDetails(packed);
    const metadata = new grpc.Metadata();
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
    return { code: grpc.status.UNKNOWN, details: error.message, metadata };
}
