/** How many partitions, replicas included, a standard broker should have at most, and may have at most (MSK-PART-01). */
export interface PartitionLimit {
    readonly recommended: number;
    readonly maximum: number;
}

const BY_SIZE: Readonly<Record<string, PartitionLimit>> = {
    large: { recommended: 1000, maximum: 1500 },
    xlarge: { recommended: 1000, maximum: 1500 },
    "2xlarge": { recommended: 2000, maximum: 3000 },
};
const LARGER: PartitionLimit = { recommended: 4000, maximum: 6000 };

/** The limit of a standard broker type; undefined for an Express one, and for a text that is no type. */
export function partitionLimitOf(instanceType: string): PartitionLimit | undefined {
    if (instanceType === "kafka.t3.small") return { recommended: 300, maximum: 300 };
    const size = /^kafka\.[a-z0-9]{1,8}\.(\d{0,2}x?large)$/.exec(instanceType)?.[1];
    if (size === undefined) return undefined;
    return Object.hasOwn(BY_SIZE, size) ? BY_SIZE[size] : LARGER;
}
