import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "./project";
import { isMapping, type Mapping, readYaml } from "./yaml";

/** The name of the one stack that a folder has in the sandbox. */
export const STACK = "dev";

const REGION = "aws:region";
const DEFAULT_REGION = "us-east-1";

/** The configuration of a run, in a file of its own: Pulumi writes what it is given into the file it is given. */
export interface StackConfig {
    readonly file: string;
    /** Keys of the folder's own configuration that are not used, because only their owner can decrypt them. */
    readonly left: readonly string[];
}

/**
 * Writes the configuration that the folder has for the stack, as far as it is readable, into a file.
 *
 * @param given keys that the command line sets, which win
 */
export function writeStackConfig(project: Project, given: readonly string[], file: string): StackConfig {
    const own = ownConfig(project);
    const readable = Object.entries(own).filter(([, value]) => !holdsSecret(value));
    const hasRegion = [given, Object.keys(own), Object.keys(project.config)].some((keys) => keys.includes(REGION));
    const config = {
        ...(hasRegion ? {} : { [REGION]: DEFAULT_REGION }),
        ...Object.fromEntries(readable),
    };
    // JSON is YAML.
    writeFileSync(file, JSON.stringify({ config }));
    return { file, left: Object.keys(own).filter((key) => holdsSecret(own[key]) && !given.includes(key)) };
}

function ownConfig({ stackFolder }: Project): Mapping {
    const file = [`Pulumi.${STACK}.yaml`, `Pulumi.${STACK}.yml`, `Pulumi.${STACK}.json`]
        .map((name) => join(stackFolder, name))
        .find((path) => existsSync(path));
    const config = file === undefined ? {} : readYaml(file).config;
    return isMapping(config) ? config : {};
}

/** Secrets stand as `{ secure: … }`, at any depth. */
function holdsSecret(value: unknown): boolean {
    if (Array.isArray(value)) {
        return value.some(holdsSecret);
    }
    return isMapping(value) && ("secure" in value || Object.values(value).some(holdsSecret));
}
