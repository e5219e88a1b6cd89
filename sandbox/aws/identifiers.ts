import { randomBytes, randomUUID } from "node:crypto";

/** `vpc-0` and 16 more hexadecimal digits: the long form of EC2's ids, 17 digits in all. */
export function ec2Id(prefix: string): string {
    return `${prefix}-0${randomBytes(8).toString("hex")}`;
}

/** IAM's unique ids, for example `AROA` and 17 letters and digits for a role. */
export function iamId(prefix: string): string {
    return prefix + characters(17, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
}

/** The six characters that Secrets Manager puts behind a secret's name in its ARN. */
export function secretSuffix(): string {
    return characters(6, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
}

/** Route 53's zone ids. */
export function zoneId(): string {
    return `Z${characters(20, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")}`;
}

export function uuid(): string {
    return randomUUID();
}

/** What a provider puts behind a `namePrefix`: a time and a counter's digits. */
export function prefixSuffix(): string {
    return new Date().toISOString().replace(/\D/g, "") + randomBytes(4).toString("hex");
}

function characters(count: number, alphabet: string): string {
    return Array.from(randomBytes(count), (byte) => alphabet.charAt(byte % alphabet.length)).join("");
}
