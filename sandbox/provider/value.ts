/** A value as the engine sends it: JSON, with {@link UNKNOWN} where a value is known only after the update. */
export type Value =
    | null
    | boolean
    | number
    | string
    | readonly Value[]
    | { readonly [name: string]: Value | undefined };

/** The inputs or the state of one resource. */
export type Properties = { readonly [name: string]: Value | undefined };

/** Pulumi's wire form of "not known yet" for a string; it stands for a value of any kind. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** Pulumi's wire form of a secret. */
export function secret(value: Value): Value {
    return { [SIGNATURE]: SECRET, value };
}

/** The value with secret wrappers taken off, at any depth. */
export function reveal(value: Value): Value {
    if (Array.isArray(value)) {
        return value.map(reveal);
    }
    if (!isObject(value)) {
        return value;
    }
    if (value[SIGNATURE] === SECRET) {
        return reveal(value.value ?? null);
    }
    return revealAll(value);
}

/** {@link reveal} for every property. */
export function revealAll(properties: Properties): Properties {
    return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value && reveal(value)]));
}

/** The properties without what is marked as a secret, at any depth. */
export function withoutSecrets(properties: Properties): Properties {
    const open = Object.entries(properties).filter(([, value]) => !isSecret(value));
    return Object.fromEntries(open.map(([name, value]) => [name, value && withoutSecretsIn(value)]));
}

function withoutSecretsIn(value: Value): Value {
    if (Array.isArray(value)) return value.filter((item) => !isSecret(item)).map(withoutSecretsIn);
    return isObject(value) ? withoutSecrets(value) : value;
}

function isSecret(value: Value | undefined): boolean {
    return isObject(value) && value[SIGNATURE] === SECRET;
}

/** Whether a value is an object, that is neither null nor a list. */
export function isObject(value: unknown): value is Properties {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value, or a part of it, is not known yet. */
export function hasUnknown(value: Value | undefined): boolean {
    if (Array.isArray(value)) {
        return value.some(hasUnknown);
    }
    return value === UNKNOWN || (isObject(value) && Object.values(value).some(hasUnknown));
}

/** The properties that have a value: the wire knows no `undefined`, and a null input counts as absent. */
export function present(properties: Properties): Properties {
    return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined && value !== null));
}

/** A string property, or undefined when it is absent or of another kind. */
export function text(properties: Properties | undefined, name: string): string | undefined {
    const value = properties?.[name];
    return typeof value === "string" ? value : undefined;
}

/** A number property; a number written as a string counts. */
export function amount(properties: Properties | undefined, name: string): number | undefined {
    const value = properties?.[name];
    if (typeof value === "number") {
        return value;
    }
    return typeof value === "string" && value !== "" && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

/** An object property, or undefined when it is absent or of another kind. */
export function part(properties: Properties | undefined, name: string): Properties | undefined {
    const value = properties?.[name];
    return isObject(value) ? value : undefined;
}

/** The objects in a list property; empty when there is none. */
export function parts(properties: Properties | undefined, name: string): readonly Properties[] {
    const value = properties?.[name];
    return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The strings in a list property; empty when there is none. */
export function texts(properties: Properties | undefined, name: string): readonly string[] {
    const value = properties?.[name];
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}
