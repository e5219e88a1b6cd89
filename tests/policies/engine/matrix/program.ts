import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isRecord, isUnknown } from "../../../../constraints/core/known";
import type { ResourceFacts } from "../../../../constraints/facts/stack";
import { ROOT } from "../../../support/programs";
import { givenOf } from "../../requests";
import type { Case } from "./cases";

const FIXTURES = resolve(ROOT, "tests", "fixtures", "policies", "matrix");
/** Stands for a leaf that is not known before the program is deployed. */
const UNKNOWN_LEAF = "\u0000unknown";

const PROGRAM = `
require(${JSON.stringify(join(FIXTURES, "program.js"))}).register(require("./cases.json"), ${JSON.stringify(UNKNOWN_LEAF)});
require(${JSON.stringify(join(FIXTURES, "correct.js"))}).register();
`;

/** A Pulumi program of raw resources, in a folder of its own: a component for each case, and correct stacks. */
export function writeMatrix(cases: readonly Case[]): { readonly folder: string; remove(): void } {
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-matrix-"));
    symlinkSync(resolve(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "Pulumi.yaml"), "name: plant\nruntime: nodejs\nmain: index.js\n");
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "plant", version: "1.0.0", main: "index.js" }));
    writeFileSync(join(folder, "cases.json"), JSON.stringify(cases.map(written)));
    writeFileSync(join(folder, "index.js"), PROGRAM);
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function written({ type, name, resources }: Case) {
    return {
        type,
        name,
        resources: inOrder(resources).map((one) => ({
            urn: one.id,
            type: givenOf(one).type,
            name: one.name,
            region: one.region === undefined ? null : leaves(one.region),
            values: leaves(one.values),
            references: one.references ?? {},
            dependencies: one.dependencies ?? [],
        })),
    };
}

/** A resource after all that it hangs on, as a program has them. */
function inOrder(resources: readonly ResourceFacts[]): ResourceFacts[] {
    const done: ResourceFacts[] = [];
    const waiting = [...resources];
    while (waiting.length > 0) {
        const next = waiting.findIndex(({ dependencies = [] }) =>
            dependencies.every((id) => !waiting.some((other) => other.id === id)),
        );
        if (next < 0) throw new Error(`${waiting[0]!.id} hangs on itself`);
        done.push(...waiting.splice(next, 1));
    }
    return done;
}

function leaves(value: unknown): unknown {
    if (isUnknown(value)) return UNKNOWN_LEAF;
    if (Array.isArray(value)) return value.map(leaves);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, leaves(inner)]));
}
