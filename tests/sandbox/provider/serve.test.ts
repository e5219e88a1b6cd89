import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Grpc from "@grpc/grpc-js";
import type * as Service from "@pulumi/pulumi/proto/provider_grpc_pb";
import type * as Messages from "@pulumi/pulumi/proto/provider_pb";
import type * as StatusMessages from "@pulumi/pulumi/proto/status_pb";
import type * as EmptyMessages from "google-protobuf/google/protobuf/empty_pb";
import type * as StructMessages from "google-protobuf/google/protobuf/struct_pb";
import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

const own = createRequire(require.resolve("@pulumi/pulumi/package.json"));
const grpc = own("@grpc/grpc-js") as typeof Grpc;
const { Struct } = own("google-protobuf/google/protobuf/struct_pb") as typeof StructMessages;
const { Empty } = own("google-protobuf/google/protobuf/empty_pb") as typeof EmptyMessages;
const { Status } = own("@pulumi/pulumi/proto/status_pb") as typeof StatusMessages;
const messages = own("@pulumi/pulumi/proto/provider_pb") as typeof Messages;
const { ResourceProviderClient } = own("@pulumi/pulumi/proto/provider_grpc_pb") as typeof Service;

const ROOT = join(__dirname, "../../..");
const GROUP = "urn:pulumi:dev::project::aws:cloudwatch/logGroup:LogGroup::one";

describe("A stand-in on the wire", () => {
    let server: ChildProcess;
    let client: Service.ResourceProviderClient;

    before(async () => {
        const faults = { operation: "create", match: "aws:msk/*", after: true, error: "FAILED: not ACTIVE" };
        server = spawn(process.execPath, ["--import=tsx", "sandbox/aws/main.ts", "127.0.0.1:1"], {
            cwd: ROOT,
            env: {
                ...process.env,
                IOT_KAFKA_SANDBOX_FAULTS: JSON.stringify(faults),
                IOT_KAFKA_SANDBOX_ACCOUNT_FILE: "",
            },
        });
        const port = await new Promise<string>((resolve, reject) => {
            server.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
            server.once("exit", (code) => reject(new Error(`the stand-in ended with ${code}`)));
        });
        client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    });
    after(() => {
        client.close();
        server.kill();
    });

    it("prints its port and tells the version of the provider it stands in for", async () => {
        const info = await call<{ getVersion(): string }>((done) => client.getPluginInfo(new Empty(), done));
        assert.equal(info.getVersion(), "7.48.0");
    });

    it("is configured, supports previews and automatic names, and takes values without secret wrappers", async () => {
        const request = new messages.ConfigureRequest().setArgs(struct({ region: "eu-north-1" }));
        const response = await call<Messages.ConfigureResponse>((done) => client.configure(request, done));
        assert.equal(response.getSupportspreview(), true);
        assert.equal(response.getSupportsAutonamingConfiguration(), true);
        assert.equal(response.getAcceptsecrets(), false);
        const invoke = new messages.InvokeRequest().setTok("aws:index/getRegion:getRegion").setArgs(struct({}));
        const answer = await call<Messages.InvokeResponse>((done) => client.invoke(invoke, done));
        assert.equal(answer.getReturn()?.toJavaScript().region, "eu-north-1");
    });

    it("carries a check, a detailed difference and a creation", async () => {
        const check = new messages.CheckRequest()
            .setUrn(GROUP)
            .setOlds(struct({}))
            .setNews(struct({ name: "a" }));
        const checked = await call<Messages.CheckResponse>((done) => client.check(check, done));
        assert.deepEqual(checked.getInputs()?.toJavaScript(), { name: "a" });
        const create = new messages.CreateRequest().setUrn(GROUP).setProperties(checked.getInputs());
        const created = await call<Messages.CreateResponse>((done) => client.create(create, done));
        assert.equal(created.getId(), "a");
        const diff = new messages.DiffRequest().setUrn(GROUP).setId("a").setOlds(created.getProperties());
        diff.setOldInputs(checked.getInputs()).setNews(struct({ name: "b", retentionInDays: 7 }));
        const different = await call<Messages.DiffResponse>((done) => client.diff(diff, done));
        assert.equal(different.getChanges(), messages.DiffResponse.DiffChanges.DIFF_SOME);
        assert.deepEqual(different.getReplacesList(), ["name"]);
        const { UPDATE, UPDATE_REPLACE } = messages.PropertyDiff.Kind;
        assert.equal(different.getDetaileddiffMap().get("name")?.getKind(), UPDATE_REPLACE);
        assert.equal(different.getDetaileddiffMap().get("retentionInDays")?.getKind(), UPDATE);
    });

    it("answers a refusal as one line, without a stack trace", async () => {
        const request = new messages.CreateRequest()
            .setUrn(GROUP)
            .setProperties(struct({ name: "b", retentionInDays: 2 }));
        await assert.rejects(
            call((done) => client.create(request, done)),
            (error: Grpc.ServiceError) => {
                assert.match(error.details, /^InvalidParameterException: [^\n]*$/);
                return true;
            },
        );
    });

    it("sends id and state along when a resource was made but is broken", async () => {
        const urn = GROUP.replace("cloudwatch/logGroup:LogGroup", "msk/configuration:Configuration");
        const properties = struct({ name: "orders", serverProperties: "a=b" });
        const request = new messages.CreateRequest().setUrn(urn).setProperties(properties);
        await assert.rejects(
            call((done) => client.create(request, done)),
            (error: Grpc.ServiceError) => {
                const [packed] = error.metadata.get("grpc-status-details-bin");
                const [detail] = Status.deserializeBinary(packed as Buffer).getDetailsList();
                assert.equal(detail?.getTypeName(), "pulumirpc.ErrorResourceInitFailed");
                const failed = messages.ErrorResourceInitFailed.deserializeBinary(
                    detail?.getValue_asU8() ?? new Uint8Array(),
                );
                assert.match(failed.getId(), /configuration\/orders\//);
                assert.equal(failed.getProperties()?.toJavaScript().latestRevision, 1);
                assert.match(failed.getReasonsList()[0] ?? "", /FAILED: not ACTIVE/);
                return true;
            },
        );
    });

    it("says that it does not implement the rest", async () => {
        await assert.rejects(
            call((done) => client.getMapping(new messages.GetMappingRequest(), done)),
            (error: Grpc.ServiceError) => error.code === grpc.status.UNIMPLEMENTED,
        );
    });
});

function call<T>(start: (done: (error: Grpc.ServiceError | null, response: T) => void) => unknown): Promise<T> {
    return new Promise((resolve, reject) => {
        start((error, response) => (error ? reject(error) : resolve(response)));
    });
}

function struct(properties: Record<string, JavaScriptValue>): StructMessages.Struct {
    return Struct.fromJavaScript(properties);
}
