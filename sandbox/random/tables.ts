import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { amount, type Properties, text } from "../provider/value";
import { CHARACTER_DEFAULTS, characters, charactersProblem } from "./characters";

/** One resource of the random provider. Every input replaces: a random value is made once. */
export interface RandomTable {
    readonly token: string;
    readonly required: readonly string[];
    readonly defaults: Properties;
    readonly computed: readonly string[];
    /** Outputs that are secrets. */
    readonly secrets: readonly string[];
    readonly problem?: (inputs: Properties) => string | undefined;
    readonly make: (inputs: Properties) => { readonly id: string; readonly outputs: Properties };
}

/** Without `bcryptHash`: Node has no bcrypt, and the sandbox needs none. */
const password: RandomTable = {
    token: "random:index/randomPassword:RandomPassword",
    required: ["length"],
    defaults: CHARACTER_DEFAULTS,
    computed: ["result"],
    secrets: ["result"],
    problem: charactersProblem,
    // A password is no id: ids are not secret.
    make: (inputs) => ({ id: "none", outputs: { result: characters(inputs) } }),
};

const string: RandomTable = {
    token: "random:index/randomString:RandomString",
    required: ["length"],
    defaults: CHARACTER_DEFAULTS,
    computed: ["result"],
    secrets: [],
    problem: charactersProblem,
    make: (inputs) => {
        const result = characters(inputs);
        return { id: result, outputs: { result } };
    },
};

const bytes: RandomTable = {
    token: "random:index/randomBytes:RandomBytes",
    required: ["length"],
    defaults: {},
    computed: ["base64", "hex"],
    secrets: ["base64", "hex"],
    problem: (inputs) => countProblem(inputs, "length"),
    make: (inputs) => {
        const made = randomBytes(amount(inputs, "length") ?? 1);
        return { id: "none", outputs: { base64: made.toString("base64"), hex: made.toString("hex") } };
    },
};

const id: RandomTable = {
    token: "random:index/randomId:RandomId",
    required: ["byteLength"],
    defaults: {},
    computed: ["b64Std", "b64Url", "dec", "hex"],
    secrets: [],
    problem: (inputs) => countProblem(inputs, "byteLength"),
    make: (inputs) => {
        const made = randomBytes(amount(inputs, "byteLength") ?? 1);
        const prefix = text(inputs, "prefix") ?? "";
        const outputs = {
            b64Std: prefix + made.toString("base64"),
            b64Url: prefix + made.toString("base64url"),
            dec: prefix + BigInt(`0x${made.toString("hex")}`).toString(),
            hex: prefix + made.toString("hex"),
        };
        return { id: made.toString("base64url"), outputs };
    },
};

const uuid: RandomTable = {
    token: "random:index/randomUuid:RandomUuid",
    required: [],
    defaults: {},
    computed: ["result"],
    secrets: [],
    make: () => {
        const result = randomUUID();
        return { id: result, outputs: { result } };
    },
};

const integer: RandomTable = {
    token: "random:index/randomInteger:RandomInteger",
    required: ["max", "min"],
    defaults: {},
    computed: ["result"],
    secrets: [],
    problem: (inputs) =>
        (amount(inputs, "min") ?? 0) > (amount(inputs, "max") ?? 0)
            ? "the minimum (min) value needs to be smaller than or equal to the maximum (max) value"
            : undefined,
    make: (inputs) => {
        const result = randomInt(amount(inputs, "min") ?? 0, (amount(inputs, "max") ?? 0) + 1);
        return { id: String(result), outputs: { result } };
    },
};

/** Every resource that the stand-in knows, by type token. */
export const RANDOM_TABLES: ReadonlyMap<string, RandomTable> = new Map(
    [password, string, bytes, id, uuid, integer].map((table) => [table.token, table]),
);

function countProblem(inputs: Properties, name: string): string | undefined {
    const count = amount(inputs, name) ?? 0;
    return Number.isInteger(count) && count >= 1
        ? undefined
        : `Attribute ${name} value must be at least 1, got: ${count}`;
}
