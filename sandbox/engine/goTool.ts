import { join } from "node:path";
import { packageRoot } from "../folders";
import { runCommand } from "./command";
import type { Surroundings, Way } from "./engine";
import { ENGINE_VERSION, executableIn, tryToFill } from "./engineCache";
import { executables } from "./onPath";
import { Progress } from "./progress";
import { formatVersion } from "./version";

const PACKAGE = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const VERSION_VARIABLE = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";
const LIMIT_MS = 30 * 60_000;

/** Builds the command line from source. The versions and checksums of all modules are in `tool/`. */
export const goTool: Way = {
    name: "a build with Go",
    async find(surroundings) {
        const [go] = executables("go", surroundings);
        if (go === undefined) {
            return { why: "there is no go on PATH (https://go.dev/dl)" };
        }
        return tryToFill(surroundings, (folder) => build(go, folder, surroundings));
    },
};

async function build(go: string, folder: string, { environment, say }: Surroundings): Promise<void> {
    const version = formatVersion(ENGINE_VERSION);
    say(`no Pulumi is installed: building Pulumi ${version} with ${go}, once; this takes some minutes`);
    // Without the version set, `pulumi version` says nothing and the Automation API refuses it.
    const linkerFlags = `-s -w -X ${VERSION_VARIABLE}=v${version}`;
    const progress = new Progress(say);
    let modules = 0;
    let packages = 0;
    try {
        await runCommand({
            file: go,
            args: ["build", "-v", "-mod=readonly", "-ldflags", linkerFlags, "-o", executableIn(folder), PACKAGE],
            folder: join(packageRoot(), "sandbox", "engine", "tool"),
            environment: { ...environment, GOWORK: "off" },
            limitMs: LIMIT_MS,
            onLine(line) {
                if (line.startsWith("go: downloading ")) {
                    modules++;
                } else {
                    packages++;
                }
                progress.tell(`${modules} modules downloaded, ${packages} packages compiled`);
            },
        });
    } finally {
        progress.end();
    }
    say(`Pulumi ${version} is built`);
}
