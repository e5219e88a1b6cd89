import { join, resolve } from "node:path";

const root = resolve(__dirname, "..", "..");

/** The folders of both packs. */
export const BOTH_PACKS: readonly string[] = [
    join(root, "policies", "required"),
    join(root, "policies", "recommended"),
];

/** The folder of an example. */
export function example(name: string): string {
    return join(root, "examples", name);
}

/** The folder of the repository. */
export const ROOT = root;
