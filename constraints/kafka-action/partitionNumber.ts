/** The number of a partition that is written out correctly; undefined for everything else. */
export function partitionNumber(partition: unknown): number | undefined {
    return typeof partition === "string" && /^(0|[1-9]\d{0,8})$/.test(partition) ? Number(partition) : undefined;
}
