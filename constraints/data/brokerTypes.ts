/**
 * Broker types of Amazon MSK and what depends on them, from the pages "Broker instance sizes", "Provision storage
 * throughput" and "Best practices for Express brokers", read on 2026-11-24.
 */

/** Standard broker types (MSK-INST-01). */
export const STANDARD_TYPES: readonly string[] = [
    "kafka.t3.small",
    ...["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge", "24xlarge"].map(
        (size) => `kafka.m5.${size}`,
    ),
    ...["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"].map((size) => `kafka.m7g.${size}`),
];

/** Partitions of one Express broker, replicas included: what is recommended, and what is allowed (MSK-EXPR-05). */
export const EXPRESS_PARTITIONS: Readonly<Record<string, { readonly recommended: number; readonly maximum: number }>> =
    {
        "express.m7g.large": { recommended: 1_000, maximum: 1_500 },
        "express.m7g.xlarge": { recommended: 1_000, maximum: 2_000 },
        "express.m7g.2xlarge": { recommended: 2_500, maximum: 4_000 },
        "express.m7g.4xlarge": { recommended: 6_000, maximum: 8_000 },
        "express.m7g.8xlarge": { recommended: 12_000, maximum: 16_000 },
        "express.m7g.12xlarge": { recommended: 16_000, maximum: 24_000 },
        "express.m7g.16xlarge": { recommended: 20_000, maximum: 32_000 },
    };

/** Express broker types (MSK-INST-02). */
export const EXPRESS_TYPES: readonly string[] = Object.keys(EXPRESS_PARTITIONS);

/** The type for development, which cannot do all that the others can. */
export const SMALL_TYPE = "kafka.t3.small";

/** The most that storage can be provisioned for, in MiB/s, by each type that takes it at all (MSK-STOR-04). */
export const STORAGE_THROUGHPUT: Readonly<Record<string, number>> = {
    "kafka.m5.4xlarge": 593,
    "kafka.m5.8xlarge": 850,
    "kafka.m5.12xlarge": 1000,
    "kafka.m5.16xlarge": 1000,
    "kafka.m5.24xlarge": 1000,
    "kafka.m7g.2xlarge": 312,
    "kafka.m7g.4xlarge": 625,
    "kafka.m7g.8xlarge": 1000,
    "kafka.m7g.12xlarge": 1000,
    "kafka.m7g.16xlarge": 1000,
};

/** The least that it can be provisioned for, in MiB/s. */
export const LEAST_THROUGHPUT = 250;

/** The smallest volume of which the throughput can be provisioned, in GiB (MSK-STOR-03). */
export const LEAST_PROVISIONED_VOLUME = 10;

/** The volume of a standard broker, in GiB (MSK-STOR-01). */
export const VOLUME_SIZE = { least: 1, most: 16_384 } as const;

/** The lines of Apache Kafka that Express brokers run, as numbers (MSK-EXPR-03). */
export const EXPRESS_VERSIONS: readonly (readonly [number, number])[] = [
    [3, 6],
    [3, 8],
    [3, 9],
    [4, 2],
];
