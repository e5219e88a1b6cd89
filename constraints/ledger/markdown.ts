/** A row of a table. */
export function row(cells: readonly string[]): string {
    return `| ${cells.join(" | ")} |`;
}

/** Plain text as it stands in a cell of a table. */
export function literal(text: string): string {
    return text.replace(/[\\|*_<>[\]`#$]/g, "\\$&");
}
