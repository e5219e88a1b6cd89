import { isRecord, member } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import { Shapes } from "../conversion/shapes";
import type { ReadResources } from "../readResources";
import type { Located } from "../text/located";
import { type Entry, resourcesOf } from "./pulumiResources";

/** True for the output of `pulumi stack export`, and for the file in which the engine keeps a stack. */
export function isPulumiExport(value: unknown): boolean {
    return deploymentPath(value) !== undefined;
}

/** True for the output of `pulumi preview --json`. */
export function isPulumiPreview(value: unknown): boolean {
    const steps = member(value, "steps");
    if (steps === undefined) return isRecord(member(value, "changeSummary"));
    return (
        Array.isArray(steps) &&
        steps.every((step) => typeof member(step, "urn") === "string" && typeof member(step, "op") === "string")
    );
}

/** The resources of a stack that constraints may look at, by their inputs. */
export function readExport(file: string, located: Located): ReadResources {
    const at = deploymentPath(located.value) ?? [];
    const deployment = at.reduce<unknown>((value, name) => member(value, String(name)), located.value);
    const resources = member(deployment, "resources");
    const shapes = new Shapes(file, located);
    shapes.expect("list", resources, [...at, "resources"]);
    const entries = listOf(resources)
        // One that waits to be deleted is replaced already.
        .map((state, index): Entry => ({ state, base: [...at, "resources", index, "inputs"] }))
        .filter(({ state }) => member(state, "delete") !== true);
    expectEntries(entries, shapes);
    const made = resourcesOf(file, located, entries, undefined);
    return { resources: made, notEvaluated: [], problems: shapes.problems };
}

/** The resources that a stack will have, as a preview prints them. */
export function readPreview(file: string, located: Located): ReadResources {
    const entries = listOf(member(located.value, "steps"))
        .map((step, index): Entry & { readonly op: unknown } => ({
            op: member(step, "op"),
            state: member(step, "newState"),
            base: ["steps", index, "newState", "inputs"],
        }))
        .filter(({ op, state }) => isRecord(state) && !isGone(op));
    const region = member(member(located.value, "config"), "aws:region");
    const shapes = new Shapes(file, located);
    expectEntries(entries, shapes);
    const made = resourcesOf(file, located, lastOfEach(entries), region);
    return { resources: made, notEvaluated: [], problems: shapes.problems };
}

function expectEntries(entries: readonly Entry[], shapes: Shapes): void {
    for (const { state, base } of entries) {
        shapes.expect("object", state, base.slice(0, -1));
        shapes.expect("object", member(state, "inputs"), base);
    }
}

/** True for a step after which a resource is not there any more, or is not the stack's own. */
export function isGone(op: unknown): boolean {
    return GONE.has(String(op));
}

/** Steps after which a resource is not there any more, or is not the stack's own. */
const GONE: ReadonlySet<string> = new Set([
    "delete",
    "delete-replaced",
    "discard",
    "discard-replaced",
    "read-discard",
    "remove-pending-replace",
]);

/** A replacement has several steps; the last of them shows what will be. */
export function lastOfEach(entries: readonly Entry[]): readonly Entry[] {
    const byUrn = new Map<unknown, Entry>();
    for (const entry of entries) byUrn.set(member(entry.state, "urn"), entry);
    return [...byUrn.values()];
}

function deploymentPath(value: unknown): Path | undefined {
    const deployment = member(value, "deployment");
    if (isRecord(deployment) && (member(deployment, "manifest") !== undefined || isStates(deployment)))
        return ["deployment"];
    const latest = member(member(value, "checkpoint"), "latest");
    return isRecord(latest) ? ["checkpoint", "latest"] : undefined;
}

function isStates(deployment: unknown): boolean {
    const resources = member(deployment, "resources");
    return Array.isArray(resources) && resources.every((resource) => typeof member(resource, "urn") === "string");
}

function listOf(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [];
}
