/** A version of AWS IoT SQL that functions depend on. */
export type SqlVersion = "2015-10-08" | "2016-03-23";

/** What AWS documents about calling a function. */
export interface SqlFunction {
    /** As the documentation spells it; AWS IoT does not heed the case. */
    readonly name: string;
    readonly minimum: number;
    /** Infinity where any number of arguments may follow. */
    readonly maximum: number;
    /** The counts that are allowed, where not all between the minimum and the maximum are. */
    readonly counts?: readonly number[];
    /** The first version that has it; absent where the documentation does not say. */
    readonly since?: SqlVersion;
    /**
     * Whether a call leaves AWS IoT: such calls are slow, may fail, and most are billed and need a role. `protobuf` is
     * `decode`, which reads a descriptor from a bucket in its six-argument form only.
     */
    readonly external: "never" | "always" | "protobuf";
    /** The row of the requirements about it. */
    readonly requirement: `SQL-FN-${string}`;
}

/** Name, minimum, maximum, and what is not the same for nearly all. */
type Row = readonly [name: string, minimum: number, maximum?: number, rest?: Partial<SqlFunction>];

const FIRST: Partial<SqlFunction> = { since: "2015-10-08" };
const SECOND: Partial<SqlFunction> = { since: "2016-03-23" };
const UNSTATED: Partial<SqlFunction> = {};
const ASKS_ANOTHER: Partial<SqlFunction> = { external: "always" };

const NUMBERS: readonly Row[] = [
    ["abs", 1],
    ["acos", 1],
    ["asin", 1],
    ["atan", 1],
    ["atan2", 2],
    ["bitand", 2],
    ["bitnot", 1],
    ["bitor", 2],
    ["bitxor", 2],
    ["ceil", 1],
    ["cos", 1],
    ["cosh", 1],
    ["exp", 1],
    ["floor", 1],
    ["ln", 1],
    ["log", 1],
    ["mod", 2],
    ["nanvl", 2],
    ["power", 2],
    ["rand", 0],
    ["remainder", 2],
    ["round", 1],
    ["sign", 1],
    ["sin", 1],
    ["sinh", 1],
    ["sqrt", 1],
    ["tan", 1],
    ["tanh", 1],
    ["trunc", 2],
];

const TEXTS: readonly Row[] = [
    ["chr", 1],
    ["concat", 0, Number.POSITIVE_INFINITY],
    ["endswith", 2],
    ["indexof", 2, 2, SECOND],
    ["length", 1, 1, SECOND],
    ["lower", 1],
    ["lpad", 2],
    ["ltrim", 1],
    ["md2", 1],
    ["md5", 1],
    ["numbytes", 1, 1, SECOND],
    ["regexp_matches", 2],
    ["regexp_replace", 3],
    ["regexp_substr", 2],
    ["replace", 3],
    ["rpad", 2],
    ["rtrim", 1],
    ["sha1", 1],
    ["sha224", 1],
    ["sha256", 1],
    ["sha384", 1],
    ["sha512", 1],
    ["startswith", 2],
    ["substring", 2, 3],
    ["trim", 1],
    ["upper", 1],
];

const VALUES: readonly Row[] = [
    // Its one argument is followed by AS and a type: cast(value AS Int).
    ["cast", 1],
    ["decode", 2, 6, { ...SECOND, counts: [2, 6], external: "protobuf" }],
    ["encode", 2, 2, SECOND],
    ["get", 2],
    ["get_or_default", 1, 2, SECOND],
    // The page of 2022 has it in both versions, the newest one in the second; so it is refused in neither.
    ["isNull", 1],
    ["isUndefined", 1, 1, SECOND],
    ["parse_time", 2, 3, SECOND],
    ["time_to_epoch", 2, 2, SECOND],
    ["transform", 3, 3, SECOND],
];

const MESSAGE: readonly Row[] = [
    ["accountid", 0],
    ["clientid", 0],
    ["get_mqtt_property", 1, 1, UNSTATED],
    ["get_user_properties", 0, 1, UNSTATED],
    ["newuuid", 0],
    ["principal", 0],
    ["sourceip", 0, 0, SECOND],
    ["sql_version", 0],
    ["timestamp", 0],
    ["topic", 0, 1],
    ["traceid", 0],
];

const OTHER_SERVICES: readonly Row[] = [
    ["aws_lambda", 2, 2, { ...FIRST, ...ASKS_ANOTHER }],
    ["get_dynamodb", 4, 6, { ...SECOND, ...ASKS_ANOTHER, counts: [4, 6] }],
    ["get_registry_data", 3, 3, { ...SECOND, ...ASKS_ANOTHER }],
    ["get_secret", 3, 4, { ...UNSTATED, ...ASKS_ANOTHER }],
    ["get_thing_shadow", 2, 3, { ...SECOND, ...ASKS_ANOTHER }],
    ["machinelearning_predict", 3, 3, { ...FIRST, ...ASKS_ANOTHER }],
];

/**
 * Every function of AWS IoT SQL, in alphabetical order.
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html
 */
export const SQL_FUNCTIONS: readonly SqlFunction[] = [...NUMBERS, ...TEXTS, ...VALUES, ...MESSAGE, ...OTHER_SERVICES]
    .map(
        ([name, minimum, maximum = minimum, rest = FIRST]): SqlFunction => ({
            name,
            minimum,
            maximum,
            external: "never",
            requirement: `SQL-FN-${name.toLowerCase()}`,
            ...rest,
        }),
    )
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));

const BY_NAME: ReadonlyMap<string, SqlFunction> = new Map(
    SQL_FUNCTIONS.map((description) => [description.name.toLowerCase(), description]),
);

/** What is documented about a function, whatever the case of its name; undefined where AWS IoT has no such function. */
export function sqlFunction(name: string): SqlFunction | undefined {
    return BY_NAME.get(name.toLowerCase());
}

/** True when a function can be called with that many arguments. */
export function takesArguments({ minimum, maximum, counts }: SqlFunction, count: number): boolean {
    return counts ? counts.includes(count) : minimum <= count && count <= maximum;
}
