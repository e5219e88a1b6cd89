import { type Fault, parseFaults, strike } from "../aws/faults";
import type {
    CheckAnswer,
    CheckRequest,
    CreateRequest,
    DeleteRequest,
    DiffAnswer,
    DiffRequest,
    Made,
    Provider,
    ReadRequest,
    UpdateRequest,
} from "../provider/provider";
import { type Properties, present, revealAll, secret, UNKNOWN, type Value } from "../provider/value";
import { RANDOM_TABLES, type RandomTable } from "./tables";

/** A stand-in for the random provider: values are made once, kept in the state, and remade when an input changes. */
export class RandomStandIn implements Provider {
    /** That of the provider it stands in for. */
    readonly version = "4.21.2";
    readonly #faults: readonly Fault[];
    readonly #struck = new Map<string, number>();

    /** @param faults see {@link parseFaults}; those at creating and deleting strike here too */
    constructor(faults?: string) {
        this.#faults = parseFaults(faults);
    }

    configure(): void {
        // The random provider has no configuration.
    }

    check({ news }: CheckRequest): CheckAnswer {
        return { inputs: present(news), failures: [] };
    }

    diff({ urn, oldInputs, news }: DiffRequest): DiffAnswer {
        const defaults = tableOf(urn)?.defaults;
        const [olds, now] = [withDefaults(oldInputs, defaults), withDefaults(news, defaults)];
        const names = [...new Set([...Object.keys(olds), ...Object.keys(now)])].filter(
            (name) => !name.startsWith("__"),
        );
        const changed = names.filter((name) => canonical(olds[name]) !== canonical(now[name]));
        const kind = (name: string) => (!(name in olds) ? "add" : name in now ? "update" : "delete");
        return {
            differences: changed.map((path) => ({ path, kind: kind(path), replaces: true })),
            deleteBeforeReplace: false,
        };
    }

    async create({ urn, inputs: given, preview }: CreateRequest): Promise<Made> {
        const table = tableOf(urn);
        const inputs = withDefaults(given, table?.defaults);
        if (preview) {
            const unknown = (table?.computed ?? []).map((name) => [name, UNKNOWN] as const);
            return { id: "", state: sealed({ ...inputs, ...Object.fromEntries(unknown) }, table) };
        }
        if (!table) {
            throw new Error(unknownType(urn));
        }
        this.#throwFault("create", table.token, urn);
        const missing = table.required.find((name) => inputs[name] === undefined);
        const problem = missing ? `Missing required argument: ${missing}` : table.problem?.(inputs);
        if (problem) {
            throw new Error(`${problem} (answered by the stand-in for the random provider)`);
        }
        const { id, outputs } = table.make(inputs);
        return { id, state: sealed({ ...inputs, ...outputs }, table) };
    }

    /** Reached only for what needs no new value; the random part stays. */
    async update({ urn, olds, inputs }: UpdateRequest): Promise<Properties> {
        const table = tableOf(urn);
        return sealed({ ...revealAll(olds), ...withDefaults(inputs, table?.defaults) }, table);
    }

    /** A random value exists in the state only. */
    async delete({ urn }: Pick<DeleteRequest, "urn">): Promise<void> {
        this.#throwFault("delete", typeOf(urn), urn);
    }

    async read({ id, urn, olds, inputs }: ReadRequest): Promise<Made & { inputs: Properties }> {
        if (Object.keys(olds).length === 0) {
            throw new Error(`"${id}" cannot be imported: the stand-in for the random provider keeps no values itself`);
        }
        return { id, state: sealed(revealAll(olds), tableOf(urn)), inputs };
    }

    #throwFault(operation: Fault["operation"], token: string, urn: string): void {
        const countFault = (key: string, times: number) => {
            const count = this.#struck.get(key) ?? 0;
            this.#struck.set(key, count + 1);
            return count < times;
        };
        const fault = strike(this.#faults, { countFault }, operation, [token, urn]);
        if (fault) throw new Error(`${fault.code}: ${fault.reason} (answered by the stand-in for the random provider)`);
    }

    async invoke(token: string): Promise<Properties> {
        throw new Error(`The stand-in for the random provider does not know the function ${token}.`);
    }
}

function tableOf(urn: string): RandomTable | undefined {
    return RANDOM_TABLES.get(typeOf(urn));
}

function typeOf(urn: string): string {
    return urn.split("::")[2]?.split("$").pop() ?? urn;
}

function unknownType(urn: string): string {
    return (
        `The stand-in for the random provider does not know ${typeOf(urn)}: it can be previewed, but not deployed in ` +
        `the sandbox. It knows ${[...RANDOM_TABLES.keys()].map((token) => token.split(":").pop()).join(", ")}.`
    );
}

function withDefaults(inputs: Properties, defaults: Properties | undefined): Properties {
    return { ...defaults, ...present(revealAll(inputs)) };
}

/** Keepers are a map: the order of its members means nothing. */
function canonical(value: Value | undefined): string {
    return JSON.stringify(value, (_, part: unknown) =>
        typeof part === "object" && part !== null && !Array.isArray(part)
            ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
            : part,
    );
}

function sealed(state: Properties, table: RandomTable | undefined): Properties {
    const secrets = (table?.secrets ?? []).filter((name) => state[name] !== undefined);
    return { ...state, ...Object.fromEntries(secrets.map((name) => [name, secret(state[name] as Value)])) };
}
