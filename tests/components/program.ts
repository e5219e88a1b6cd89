import { type Output, runtime } from "@pulumi/pulumi";

/** What stands in for a leaf that the engine is told nothing of. */
export const NOT_KNOWN = "(not known)";

/** A leaf that the engine is told to keep secret. */
export interface Secret {
    readonly secret: unknown;
}

/** A resource as the engine is asked to make it. */
export interface Registered {
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    // biome-ignore lint/suspicious/noExplicitAny: inputs are compared, never used
    readonly inputs: Record<string, any>;
    readonly dependencies: readonly string[];
    /** For each input the resources that it comes from. */
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

export interface Ran<T> {
    readonly result: T;
    readonly resources: readonly Registered[];
    readonly invokes: readonly { readonly token: string; readonly inputs: Record<string, unknown> }[];
    /** What was registered as a component's outputs, by URN. */
    readonly outputs: ReadonlyMap<string, Record<string, unknown>>;
    /** Errors in what the program left to resolve. */
    readonly errors: readonly Error[];
    /** The one resource of this type and name. */
    resource(type: string, name?: string): Registered;
}

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const ANSWERS: Readonly<Record<string, Record<string, unknown>>> = {
    "aws:index/getPartition:getPartition": { partition: "aws", dnsSuffix: "amazonaws.com" },
    "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "209876543210" },
    "aws:ec2/getVpc:getVpc": { cidrBlock: "10.7.0.0/16" },
    "aws:index/getAvailabilityZones:getAvailabilityZones": {
        id: "us-east-1",
        names: ["us-east-1c", "us-east-1a", "us-east-1f", "us-east-1b"],
    },
};

export interface Settings {
    readonly preview?: boolean;
    readonly project?: string;
    readonly stack?: string;
    /** What functions answer in place of their usual answer, by their tokens. */
    readonly answers?: Readonly<Record<string, Record<string, unknown>>>;
    /** Outputs that resources have beside their inputs, by their types. */
    readonly made?: Readonly<Record<string, Record<string, unknown>>>;
}

/** Runs a program against a monitor that records every request, and waits until all of it has come to an end. */
export async function run<T>(program: () => T | Promise<T>, settings: Settings = {}): Promise<Ran<T>> {
    const { preview = false, project = "plant", stack = "dev", answers = {}, made = {} } = settings;
    const invokes: { token: string; inputs: Record<string, unknown> }[] = [];
    const resources: Registered[] = [];
    const outputs = new Map<string, Record<string, unknown>>();
    const errors: Error[] = [];
    await runtime.setMocks(
        {
            newResource: ({ type, name, inputs, custom }) =>
                custom === false || preview
                    ? { id: custom === false ? undefined : "", state: inputs }
                    : {
                          id: `${name}-id`,
                          state: {
                              ...inputs,
                              arn: `arn:aws:made:us-east-1:209876543210:${type}/${name}`,
                              ...made[type],
                          },
                      },
            call: ({ token, inputs }) => {
                invokes.push({ token, inputs });
                if (answers[token]) return answers[token];
                return token.endsWith("getRegion") ? { region: inputs.region ?? "us-east-1" } : (ANSWERS[token] ?? {});
            },
        },
        project,
        stack,
        preview,
    );
    record(resources, outputs);
    const onError = (error: Error) => {
        if (!errors.includes(error)) errors.push(error);
    };
    const others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", onError);
    try {
        const result = await program();
        await settled();
        return { result, resources, invokes, outputs, errors, resource: (type, name) => only(resources, type, name) };
    } finally {
        process.removeListener("unhandledRejection", onError);
        for (const listener of others) process.on("unhandledRejection", listener);
    }
}

/** The value of an output in a program that has come to an end; `undefined` where it is not known. */
export function resolved<T>(output: Output<T>): Promise<T> {
    return new Promise((resolve) => output.apply(resolve));
}

function only(resources: readonly Registered[], type: string, name?: string): Registered {
    const found = resources.filter((one) => one.type === type && (name === undefined || one.name === name));
    if (found.length !== 1) throw new Error(`${found.length} resources are ${type} ${name ?? ""}`);
    return found[0]!;
}

/** Long enough for every promise of a program that waits for nothing outside. */
async function settled(): Promise<void> {
    for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setImmediate(resolve));
}

// biome-ignore lint/suspicious/noExplicitAny: the generated protocol classes have no typings here
type Request = any;

function record(resources: Registered[], outputs: Map<string, Record<string, unknown>>): void {
    const monitor = runtime.getMonitor() as unknown as Record<string, (request: Request, callback: unknown) => unknown>;
    const register = monitor.registerResource!.bind(monitor);
    monitor.registerResource = (request, callback) => {
        resources.push({
            type: request.getType(),
            name: request.getName(),
            parent: nameIn(request.getParent()),
            inputs: readable(request.getObject().toJavaScript()) as Record<string, unknown>,
            dependencies: request.getDependenciesList().map(nameIn),
            propertyDependencies: Object.fromEntries(
                [...request.getPropertydependenciesMap().entries()].map(([property, urns]: [string, Request]) => [
                    property,
                    urns.getUrnsList().map(nameIn),
                ]),
            ),
        });
        return register(request, callback);
    };
    const registerOutputs = monitor.registerResourceOutputs!.bind(monitor);
    monitor.registerResourceOutputs = (request, callback) => {
        const given = readable(request.getOutputs().toJavaScript()) as Record<string, unknown>;
        outputs.set(nameIn(request.getUrn()), given);
        return registerOutputs(request, callback);
    };
}

function nameIn(urn: string): string {
    return urn.split("::").at(-1)!;
}

function readable(value: unknown): unknown {
    if (value === UNKNOWN_TEXT) return NOT_KNOWN;
    if (Array.isArray(value)) return value.map(readable);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]) => [name, readable(inner)] as const);
    const record: Record<string, unknown> = Object.fromEntries(entries);
    return record[SIGNATURE] === SECRET ? { secret: record.value } : record;
}
