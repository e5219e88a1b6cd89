import { createRequire } from "node:module";
import type * as Grpc from "@grpc/grpc-js";
import type * as LanguageService from "@pulumi/pulumi/proto/language_grpc_pb";
import type * as LanguageMessages from "@pulumi/pulumi/proto/language_pb";
import type * as PluginMessages from "@pulumi/pulumi/proto/plugin_pb";
import type * as EmptyMessages from "google-protobuf/google/protobuf/empty_pb";

// The wire's classes are taken from where @pulumi/pulumi takes them: messages of a second copy are not understood.
const own = createRequire(require.resolve("@pulumi/pulumi/package.json"));

export const grpc = own("@grpc/grpc-js") as typeof Grpc;
export const { Empty } = own("google-protobuf/google/protobuf/empty_pb") as typeof EmptyMessages;
export const { PluginInfo } = own("@pulumi/pulumi/proto/plugin_pb") as typeof PluginMessages;
export const messages = own("@pulumi/pulumi/proto/language_pb") as typeof LanguageMessages;
export const { LanguageRuntimeService } = own("@pulumi/pulumi/proto/language_grpc_pb") as typeof LanguageService;

/** The version of `@pulumi/pulumi` that the language host itself runs with. */
export const { version: sdkVersion } = own("@pulumi/pulumi/package.json") as { readonly version: string };
