import { createHash } from "node:crypto";

/** Hexadecimal digits that are always the same for the same seed, so that tests can compare. */
export function digits(seed: string, count: number): string {
    return createHash("sha512").update(seed).digest("hex").slice(0, count);
}

/** An id of Amazon EC2, such as `subnet-0a1b2c3d4e5f60718`. */
export function ec2Id(prefix: string, seed: string): string {
    return `${prefix}-0${digits(prefix + seed, 16)}`;
}

/** A UUID of version 4 in form. */
export function uuid(seed: string): string {
    const hex = digits(seed, 32);
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)];
    return parts.join("-");
}

/** The name that AWS would know: what is given, or the logical name with a suffix, as Pulumi makes it. */
export function nameOr(given: unknown, logicalName: string, separator = "-"): string {
    return typeof given === "string" && given !== "" ? given : `${logicalName}${separator}${digits(logicalName, 7)}`;
}
