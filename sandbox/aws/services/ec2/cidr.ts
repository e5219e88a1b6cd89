/** An IPv4 block as its first and last address, or undefined when the text is none or has bits behind its prefix. */
export function blockOf(
    text: string,
): { readonly first: number; readonly last: number; readonly prefix: number } | undefined {
    const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
    if (!found) {
        return undefined;
    }
    const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = found.slice(1).map(Number);
    const first = ((a * 256 + b) * 256 + c) * 256 + d;
    const size = 2 ** (32 - prefix);
    return Math.max(a, b, c, d) > 255 || prefix > 32 || first % size !== 0
        ? undefined
        : { first, last: first + size - 1, prefix };
}

export function overlap(one: string, other: string): boolean {
    const [here, there] = [blockOf(one), blockOf(other)];
    return here !== undefined && there !== undefined && here.first <= there.last && there.first <= here.last;
}

export function inside(inner: string, outer: string): boolean {
    const [small, large] = [blockOf(inner), blockOf(outer)];
    return small !== undefined && large !== undefined && large.first <= small.first && small.last <= large.last;
}
