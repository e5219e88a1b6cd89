import type { Path } from "../core/path";
import type { Arguments, Leaves } from "./arguments";

/** The connection of a Kafka action, which further actions of a rule share unless they have their own. */
export const CONNECTION: readonly string[] = ["destinationArn", "bootstrapServers", "authentication"];

/**
 * The arguments below a path as arguments of their own. Those that are `shared` are taken from the whole where the part
 * gives none.
 */
export function within<L extends Leaves>(args: Arguments<L>, at: Path, shared: readonly string[] = []): Arguments<L> {
    const whole = (path: Path) => [...placeWithin(args, at, path, shared)];
    return {
        ...args,
        leaf: (kind, path) => args.leaf(kind, whole(path)),
        leafOr: (kind, path, preset) => args.leafOr(kind, whole(path), preset),
        isObject: (path) => args.isObject(whole(path)),
        names: (path) => args.names(whole(path)),
        count: (path) => args.count(whole(path)),
    };
}

/** Where an argument of a part stands in the whole. */
export function placeWithin<L extends Leaves>(
    args: Arguments<L>,
    at: Path,
    path: Path,
    shared: readonly string[] = [],
): Path {
    const [first] = path;
    const isShared = first !== undefined && shared.includes(String(first));
    return isShared && args.leaf("text", [...at, first]) === undefined ? path : [...at, ...path];
}
