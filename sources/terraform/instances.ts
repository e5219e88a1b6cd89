/** An instance of a block with `count` or `for_each`, by its key or as the one that has the key of another block. */
export interface Narrowing {
    /** The address of a resource or a module, without keys. */
    readonly block: string;
    /** As in addresses: `[0]`, `["iot"]`. */
    readonly key?: string;
    /** The block whose own key it is: `each.key` and `count.index` are keys of the block in which they stand. */
    readonly like?: string;
}

/** Resources as a configuration refers to them: all instances of one, unless the reference says which. */
export interface Referred {
    /** Without instance keys. */
    readonly address: string;
    readonly narrowings?: readonly Narrowing[];
}

/** The instances of the resources of a plan or a state, by the addresses of resources without keys. */
export class Instances {
    readonly #addresses = new Map<string, string[]>();
    readonly #instances: ReadonlySet<string>;

    constructor(addresses: readonly string[]) {
        this.#instances = new Set(addresses);
        for (const address of addresses) {
            const whole = withoutKeys(address);
            const known = this.#addresses.get(whole);
            if (known) known.push(address);
            else this.#addresses.set(whole, [address]);
        }
    }

    all(address: string): readonly string[] {
        return this.#addresses.get(withoutKeys(address)) ?? [];
    }

    /** The instances that one resource refers to: those of its own instance of a module, and those that are named. */
    meantBy(from: string, { address, narrowings = [] }: Referred): readonly string[] {
        const all = this.all(address);
        const modules = keysIn(from).filter(({ block }) => isModule(block));
        if (all.length < 2 || (modules.length === 0 && narrowings.length === 0)) return all;
        const wanted = new Map(modules.map(({ block, key }) => [block, key]));
        for (const { block, key, like } of narrowings) {
            const told = key ?? (like === undefined ? undefined : keyOf(from, like));
            if (told !== undefined) wanted.set(block, told);
        }
        // Of thousands of instances the one is found by its address, where all of its keys are told.
        const exact = withKeys(withoutKeys(address), wanted);
        if (this.#instances.has(exact)) return [exact];
        return [...wanted].reduce(
            (left: readonly string[], [block, key]) =>
                narrowed(left, (one) => [undefined, key].includes(keyOf(one, block))),
            all,
        );
    }
}

/** What narrows down to nothing was meant otherwise. */
function narrowed(addresses: readonly string[], isMeant: (address: string) => boolean): readonly string[] {
    const left = addresses.filter(isMeant);
    return left.length > 0 ? left : addresses;
}

function isModule(block: string): boolean {
    return /(?:^|\.)module\.[^.]+$/.test(block);
}

function withKeys(address: string, keys: ReadonlyMap<string, string>): string {
    const names = address.split(".");
    return names.map((name, index) => name + (keys.get(names.slice(0, index + 1).join(".")) ?? "")).join(".");
}

function keyOf(address: string, block: string): string | undefined {
    return keysIn(address).find((one) => one.block === block)?.key;
}

/** The keys in an address, each with what it is the key of. */
function keysIn(address: string): { readonly block: string; readonly key: string }[] {
    if (!address.includes("[")) return [];
    return [...address.matchAll(INSTANCE_KEY)].map(({ 0: key, index }) => ({
        block: withoutKeys(address.slice(0, index)),
        key,
    }));
}

const INSTANCE_KEY = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

/** An address of an instance without its keys: `aws_subnet.a[0]` is `aws_subnet.a`. */
export function withoutKeys(address: string): string {
    return address.includes("[") ? address.replace(INSTANCE_KEY, "") : address;
}

/** The key that stands behind the first names of a reference: `["iot"]` of `aws_subnet.a["iot"].id` and 2. */
export function keyBehind(reference: string, names: number): string | undefined {
    return keysIn(reference).find(({ block }) => block.split(".").length === names)?.key;
}
