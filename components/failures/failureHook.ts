import { AsyncResource } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";
import { type ComponentResourceOptions, log, output, type Resource, runtime } from "@pulumi/pulumi";
import { explainFailure } from "./explainFailure";
import type { Operation } from "./failure";

/** The state of a stack keeps it with every resource, so it never changes. */
const HOOK_NAME = "pulumi-iot-kafka:explain-failure";

/** What one run of a program has of this: the hook, and of which component each child is. */
interface Explanations {
    readonly hook: pulumi.ErrorHook;
    readonly components: Map<string, string>;
}

/**
 * The options of a component with one addition: when a service fails to create, update or delete one of its children,
 * an error at that child names the component, tells the probable causes and what to do.
 *
 * It takes a Pulumi whose engine and SDK know error hooks; with older ones the options are returned as they are, and
 * only the service's own words are shown. `pulumi destroy` runs no program unless it is told `--run-program`.
 *
 * https://www.pulumi.com/docs/iac/concepts/resources/options/hooks/
 */
export function withExplanations(
    component: string,
    name: string,
    opts: ComponentResourceOptions | undefined,
): ComponentResourceOptions {
    const explanations = explanationsOfRun();
    if (explanations === undefined) return opts ?? {};
    const { hook, components } = explanations;
    const title = `${component.split(":").at(-1)} ${name}`;
    return {
        ...opts,
        transformations: [
            ...(opts?.transformations ?? []),
            (child) => {
                if (child.type === component) return undefined;
                components.set(keyOf(`${component}$${child.type}`, child.name), title);
                const { hooks } = child.opts;
                return {
                    props: child.props,
                    opts: { ...child.opts, hooks: { ...hooks, onError: [...(hooks?.onError ?? []), hook] } },
                };
            },
        ],
    };
}

/** Where Pulumi keeps what belongs to one run of a program, or to one component that a plugin makes. */
interface RunStore {
    readonly supportsErrorHooks?: boolean;
    readonly stackResource?: unknown;
    readonly settings?: { readonly options?: { readonly monitorAddr?: string } };
}

/** Where all copies of the SDK in a process find it, and all copies of this package what they share. */
interface PulumiGlobals {
    readonly asyncLocalStorage?: { getStore(): RunStore | undefined };
    readonly globalStore?: RunStore;
    [EXPLANATIONS]?: Map<string, Explanations>;
}

/**
 * A run knows a hook by its name, and takes it once only: of all copies of this package in a process, and of all the
 * components that a plugin makes for it.
 */
const EXPLANATIONS: unique symbol = Symbol.for("pulumi-iot-kafka.explanations") as never;

function explanationsOfRun(): Explanations | undefined {
    const globals = globalThis as PulumiGlobals;
    const store = globals.asyncLocalStorage?.getStore() ?? globals.globalStore;
    const isKnown = pulumi.ErrorHook !== undefined && store?.supportsErrorHooks === true;
    // Unit tests with mocks have no engine that could fail.
    if (!isKnown || runtime.getEngine() === undefined) return undefined;
    globals[EXPLANATIONS] ??= new Map();
    const run = store.settings?.options?.monitorAddr ?? "";
    const known = globals[EXPLANATIONS].get(run);
    if (known !== undefined) return known;
    // A program has a stack of its own, a plugin has none; a stack may have both.
    const made = makeExplanations(store.stackResource === undefined ? `${HOOK_NAME}-in-plugin` : HOOK_NAME);
    globals[EXPLANATIONS].set(run, made);
    return made;
}

function makeExplanations(hookName: string): Explanations {
    const components = new Map<string, string>();
    const explain = async ({ urn, type, name, failedOperation, errors }: pulumi.ErrorHookArgs) => {
        const [, , types = ""] = urn.split("::");
        const [parent = "", own = type] = types.split("$").slice(-2);
        const component = components.get(keyOf(`${parent}$${own}`, name)) ?? parent.split(":").at(-1) ?? parent;
        const operation = failedOperation as Operation;
        const text = explainFailure({ component, type, name, operation, error: errors[0] ?? "" });
        await log.error(text, { urn: output(urn) } as Resource);
        return false;
    };
    // The engine calls it from outside; what it says must reach the engine of this run.
    return { hook: new pulumi.ErrorHook(hookName, AsyncResource.bind(explain)), components };
}

function keyOf(types: string, name: string): string {
    return `${types}::${name}`;
}
