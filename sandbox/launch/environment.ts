import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { StackFiles } from "./stack";

/**
 * The environment in which Pulumi runs. Settings of the user's own Pulumi and AWS account stay outside: what they name
 * (a backend, a stack, credentials) is not what a sandbox should touch.
 */
export function sandboxEnvironment(
    own: NodeJS.ProcessEnv,
    { bin, cache }: { readonly bin: string; readonly cache: string },
    files?: StackFiles,
): NodeJS.ProcessEnv {
    const kept = Object.entries(own).filter(([name]) => !/^(PULUMI_(?!NODEJS_)|AWS_|path$)/i.test(name));
    return {
        ...Object.fromEntries(kept),
        PATH: bin + delimiter + (own.PATH ?? own.Path ?? ""),
        PULUMI_HOME: join(cache, "pulumi-home"),
        // The state holds nothing worth a secret, and nobody could be asked for one.
        PULUMI_CONFIG_PASSPHRASE: "",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        // Pulumi asks git about the program's folder, and git would refresh its index there.
        GIT_OPTIONAL_LOCKS: "0",
        ...(files && {
            PULUMI_BACKEND_URL: pathToFileURL(files.state).href,
            IOT_KAFKA_SANDBOX_ACCOUNT_FILE: files.account,
        }),
    };
}
