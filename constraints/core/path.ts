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
