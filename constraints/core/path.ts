/** Where a value stands inside a resource: member names and list positions, from the outside in. */
export type Path = readonly (string | number)[];

/** `kafkas[0].clientProperties["bootstrap.servers"]`: a segment that is no plain name stands in brackets. */
export function formatPath(path: Path): string {
    let text = "";
    for (const segment of path) {
        if (typeof segment === "number") text += `[${segment}]`;
        else if (!/^[A-Za-z_$][\w$-]*$/.test(segment)) text += `[${JSON.stringify(segment)}]`;
        else text += text === "" ? segment : `.${segment}`;
    }
    return text;
}

/** What stands at a path in a value, by its own members only; undefined where nothing does. */
export function valueAt(values: unknown, path: Path): unknown {
    let value = values;
    for (const segment of path) {
        if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) return undefined;
        value = (value as Record<string | number, unknown>)[segment];
    }
    return value;
}
