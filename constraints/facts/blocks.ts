import { isIP } from "node:net";

/** A block of addresses: those whose first `prefix` bits are those of `address`. */
export interface Block {
    readonly bits: 32 | 128;
    readonly address: bigint;
    readonly prefix: number;
}

/** A CIDR block, or a single address; undefined for any other text. */
export function parseBlock(text: unknown): Block | undefined {
    if (typeof text !== "string" || text.length > 64) return undefined;
    const [address = "", length, ...more] = text.trim().split("/");
    const version = isIP(address);
    if (version === 0 || more.length > 0 || address.includes("%")) return undefined;
    const bits = version === 4 ? 32 : 128;
    if (length !== undefined && !/^\d{1,3}$/.test(length)) return undefined;
    const prefix = length === undefined ? bits : Number(length);
    if (prefix > bits) return undefined;
    const value = version === 4 ? fromIpv4(address) : fromIpv6(address);
    const rest = BigInt(bits - prefix);
    return { bits, address: (value >> rest) << rest, prefix };
}

/** True when every address of `inner` is one of `outer`. */
export function covers(outer: Block, inner: Block): boolean {
    if (outer.bits !== inner.bits || outer.prefix > inner.prefix) return false;
    const rest = BigInt(outer.bits - outer.prefix);
    return outer.address >> rest === inner.address >> rest;
}

/** True when some address is one of both: of two blocks one always covers the other then. */
export function overlap(one: Block, other: Block): boolean {
    return covers(one, other) || covers(other, one);
}

/** True for `0.0.0.0/0` and `::/0`. */
export function isEverywhere({ prefix }: Block): boolean {
    return prefix === 0;
}

const PRIVATE_BLOCKS = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8"]
    .concat(["169.254.0.0/16", "fc00::/7", "fe80::/10", "::1/128"])
    .map((text) => parseBlock(text)!);

/** True when none of its addresses can be reached from the internet. */
export function isPrivate(block: Block): boolean {
    return PRIVATE_BLOCKS.some((known) => covers(known, block));
}

function fromIpv4(text: string): bigint {
    return text.split(".").reduce((sum, part) => (sum << 8n) + BigInt(Number(part)), 0n);
}

function fromIpv6(text: string): bigint {
    const [head = "", tail] = text.split("::");
    const before = groupsOf(head);
    const after = tail === undefined ? [] : groupsOf(tail);
    const zeros = Array.from({ length: 8 - before.length - after.length }, () => 0n);
    return [...before, ...zeros, ...after].reduce((sum, group) => (sum << 16n) + group, 0n);
}

/** An IPv4 address at the end stands for two groups. */
function groupsOf(text: string): bigint[] {
    if (text === "") return [];
    return text.split(":").flatMap((group) => {
        if (!group.includes(".")) return [BigInt(`0x${group}`)];
        const address = fromIpv4(group);
        return [address >> 16n, address & 0xffffn];
    });
}
