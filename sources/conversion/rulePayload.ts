import { isRecord, isUnknown, UNKNOWN } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import { ACTION_LISTS } from "../../constraints/facts/ruleActions";
import { type Conversion, define } from "./conversion";

/** Names in Pulumi's error action that differ from those of the API. */
const ERROR_ACTIONS: Readonly<Record<string, string>> = { dynamoDB: "dynamodb", dynamoDBv2: "dynamodbv2" };

const LISTS: ReadonlyMap<string, string> = new Map(Object.entries(ACTION_LISTS).map(([list, kind]) => [kind, list]));

/** AWS IoT reads a rule by this version where it is given none. */
const DEFAULT_VERSION = "2015-10-08";

/** The members of a rule as facts, each with the place that it comes from. */
export interface RuleMembers {
    readonly values: Record<string, unknown>;
    readonly places: Map<string, Path>;
    /** Members that the payload leaves out, whose values are those that AWS IoT takes then. */
    readonly assumed: readonly string[];
}

/** Notes which resources a member of the facts hangs on while it is made. */
export type Watch = <T>(fact: string, make: () => T) => T;

/**
 * A rule payload of the API, spelled as the dialect spells it, as the inputs of `aws.iot.TopicRule`: one list for each
 * kind of action. What AWS IoT takes for what is left out is filled in.
 */
export function rulePayload(
    conversion: Conversion,
    given: unknown,
    place: Path,
    watch: Watch = (_, make) => make(),
): RuleMembers {
    const values: Record<string, unknown> = {};
    const places = new Map<string, Path>();
    const { spelling } = conversion.dialect;
    const { value: payload, at } = conversion.dialect.resolve(given, place);
    if (isUnknown(payload)) {
        for (const name of ["sql", "sqlVersion", "enabled", "kafkas", "errorAction"]) values[name] = UNKNOWN;
        return { values, places, assumed: [] };
    }
    conversion.expect("object", payload, at);
    const defaults = { enabled: true, sqlVersion: DEFAULT_VERSION };
    if (!isRecord(payload)) return { values: { ...defaults }, places, assumed: Object.keys(defaults) };
    const take = (fact: string, apiName: string, make: (value: unknown, at: Path) => unknown) => {
        const name = spelling.toSource(apiName);
        places.set(fact, [...at, name]);
        if (!Object.hasOwn(payload, name)) return;
        const made = watch(fact, () => make(payload[name], [...at, name]));
        if (made === undefined) return;
        values[fact] = made;
        conversion.origins.descend(values, fact, conversion.descent);
    };
    const plain = (value: unknown, where: Path) => conversion.convert(value, where, { texts: true });
    take("sql", "sql", plain);
    take("description", "description", plain);
    take("sqlVersion", "awsIotSqlVersion", plain);
    take("enabled", "ruleDisabled", (value, where) => inverted(conversion.convert(value, where)));
    take("errorAction", "errorAction", (value, where) => errorAction(conversion, value, where));
    const assumed = Object.keys(defaults).filter((name) => values[name] === undefined);
    Object.assign(values, { ...defaults, ...values });
    addActions(conversion, payload[spelling.toSource("actions")], [...at, spelling.toSource("actions")], watch, values);
    return { values, places, assumed };
}

function inverted(disabled: unknown): unknown {
    if (typeof disabled === "boolean") return !disabled;
    if (disabled === "true" || disabled === "false") return disabled === "false";
    return disabled === undefined ? undefined : isUnknown(disabled) ? UNKNOWN : disabled;
}

function errorAction(conversion: Conversion, given: unknown, place: Path): unknown {
    const { value, at } = conversion.dialect.resolve(given, place);
    conversion.expect("object", value, at);
    if (!isRecord(value)) return value ?? undefined;
    const made: Record<string, unknown> = {};
    const elsewhere = new Map<string, Path>();
    for (const name of Object.keys(value)) {
        const kind = conversion.dialect.spelling.toFact(name);
        const fact = Object.hasOwn(ERROR_ACTIONS, kind) ? ERROR_ACTIONS[kind]! : kind;
        const action = conversion.convert(value[name], [...at, name], { texts: kind === "kafka" });
        elsewhere.set(fact, [...at, name]);
        conversion.expect("object", action, [...at, name]);
        if (action === undefined) continue;
        define(made, fact, action);
        conversion.origins.descend(made, fact, conversion.descent);
    }
    conversion.descent = undefined;
    return conversion.origins.note(made, at, elsewhere);
}

/** The actions of one kind, and where each of them comes from. */
interface ActionList {
    readonly made: unknown[];
    readonly elsewhere: Map<number, Path>;
}

/** Functions that CloudFormation has in the place of a member name no action. */
function isNamed(name: string): boolean {
    return !name.startsWith("Fn::");
}

/** Sorts the actions into a list for each kind; the API has one list for all. */
function addActions(
    conversion: Conversion,
    given: unknown,
    place: Path,
    watch: Watch,
    values: Record<string, unknown>,
): void {
    const { value: actions, at } = watch("kafkas", () => conversion.dialect.resolve(given, place));
    if (isUnknown(actions)) {
        values.kafkas = UNKNOWN;
        return;
    }
    conversion.expect("list", actions, at);
    if (!Array.isArray(actions)) return;
    const lists = new Map<string, ActionList>();
    const mixed: ActionList = { made: [], elsewhere: new Map() };
    for (const [index, entry] of actions.entries()) {
        const { value: action, at: where } = watch("kafkas", () => conversion.dialect.resolve(entry, [...at, index]));
        conversion.expect("object", action, where);
        // An action of which only the place is known may be any.
        const kinds = isUnknown(action) ? ["kafka"] : isRecord(action) ? Object.keys(action).filter(isNamed) : [];
        const given: { readonly name: string; readonly made: unknown }[] = [];
        for (const name of kinds) {
            const kind = isUnknown(action) ? name : conversion.dialect.spelling.toFact(name);
            const list = LISTS.get(kind) ?? `${kind}s`;
            const inner = isUnknown(action) ? where : [...where, name];
            const raw = isRecord(action) ? action[name] : UNKNOWN;
            const made = watch(list, () => conversion.convert(raw, inner, { texts: kind === "kafka" }));
            if (made === undefined) continue;
            conversion.expect("object", typeof raw === "object" ? made : raw, inner);
            given.push({ name, made });
            const known: ActionList = lists.get(list) ?? { made: [], elsewhere: new Map() };
            lists.set(list, known);
            known.elsewhere.set(known.made.length, inner);
            known.made.push(made);
            conversion.origins.descend(known.made, known.made.length - 1, conversion.descent);
        }
        // Of several that hang on conditions one may be there at a time.
        if (!isRecord(action) || given.length === 1 || given.some(({ made }) => isUnknown(made))) continue;
        mixed.elsewhere.set(mixed.made.length, where);
        mixed.made.push({ kinds: given.map(({ name }) => name) });
    }
    if (mixed.made.length > 0) lists.set("mixedActions", mixed);
    for (const [list, { made, elsewhere }] of lists) values[list] = conversion.origins.note(made, at, elsewhere);
}
