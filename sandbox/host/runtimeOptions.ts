/** What `runtime: { name: nodejs, options: … }` in Pulumi.yaml says. */
export interface RuntimeOptions {
    /** Arguments for Node itself. */
    readonly nodeArgs: readonly string[];
    /** Environment variables that the runners heed. */
    readonly environment: Readonly<Record<string, string>>;
}

/** @throws an Error that names the option that has a wrong type */
export function runtimeOptions(options: Readonly<Record<string, unknown>>): RuntimeOptions {
    const typescript = options.typescript ?? true;
    const { nodeargs = "", tsconfig = "" } = options;
    if (typeof typescript !== "boolean") {
        throw new Error(`The runtime option typescript is ${JSON.stringify(typescript)}; it must be true or false.`);
    }
    if (typeof nodeargs !== "string" || typeof tsconfig !== "string") {
        const name = typeof nodeargs === "string" ? "tsconfig" : "nodeargs";
        throw new Error(`The runtime option ${name} is ${JSON.stringify(options[name])}; it must be a string.`);
    }
    return {
        nodeArgs: nodeargs.split(/\s+/).filter((argument) => argument !== ""),
        environment: {
            PULUMI_NODEJS_TYPESCRIPT: String(typescript),
            ...(tsconfig ? { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig } : {}),
        },
    };
}
