import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const components = resolve(__dirname, "..", "..", "components");

/** What our components use of the providers: types of resources that they make, and functions that they call. */
export interface Used {
    readonly resources: readonly string[];
    readonly functions: readonly string[];
}

/** Told by what the sources of the components import, so that nothing that is made can be forgotten. */
export function usedOfProviders(): Used {
    const resources = new Set<string>();
    const functions = new Set<string>();
    for (const { module, names } of importsOfProviders()) {
        const loaded = require(module) as Record<string, { readonly __pulumiType?: string }>;
        for (const name of names) {
            const type = loaded[name]?.__pulumiType;
            if (type !== undefined) resources.add(type);
            else functions.add(tokenOf(module, name.replace(/Output$/, "")));
        }
    }
    return { resources: [...resources].sort(), functions: [...functions].sort() };
}

function importsOfProviders(): { readonly module: string; readonly names: readonly string[] }[] {
    const files = readdirSync(components, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    return files.flatMap((file) => {
        const text = readFileSync(join(components, file), "utf8");
        const imports = text.matchAll(/^import \{([^}]+)\} from "(@pulumi\/(?:aws|random)[^"]*)";/gm);
        return [...imports].map(([, list = "", module = ""]) => ({
            module,
            names: list
                .split(",")
                .map((entry) => entry.trim())
                .filter((entry) => entry !== "" && !entry.startsWith("type "))
                .map((entry) => entry.split(" as ")[0]!),
        }));
    });
}

/** `aws:ec2/getVpc:getVpc` of `getVpc` in `@pulumi/aws/ec2`; a module that is one function belongs to the index. */
function tokenOf(module: string, name: string): string {
    const folder = module.replace("@pulumi/aws", "").replace(/^\//, "");
    return `aws:${folder === "" || folder === name ? "index" : folder}/${name}:${name}`;
}
