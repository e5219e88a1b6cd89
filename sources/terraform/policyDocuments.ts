import { isRecord, isUnknown, member, UNKNOWN } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import type { OutputUse } from "../../constraints/facts/stack";
import { SNAKE_CASE } from "../conversion/spelling";
import type { Configuration, TakenOutput } from "./configuration";
import { Instances, withoutKeys } from "./instances";

/** A document that a data source makes: as an object, since parts of it are not known yet. */
export interface DataDocument {
    readonly document: unknown;
    /** What its resources are, by paths from the document inwards. */
    readonly outputs: readonly OutputUse[];
}

/** A data source as a plan prints it, with the mark for what is not known yet. */
export interface PrintedData {
    readonly address: string;
    readonly values: unknown;
}

/** Documents by the arguments that hold them. */
const ARGUMENTS = { policy: "policy", assume_role_policy: "assumeRolePolicy" } as const;

/** The policy documents that are read only when the plan is carried out, since something in them is made by it. */
export class PolicyDocuments {
    readonly #byAddress: ReadonlyMap<string, PrintedData>;
    readonly #instances: Instances;

    constructor(
        printed: readonly PrintedData[],
        readonly configuration: Configuration,
        readonly idsMeant: (from: string, taken: TakenOutput) => readonly string[],
    ) {
        this.#byAddress = new Map(printed.map((one) => [one.address, one]));
        this.#instances = new Instances(printed.map(({ address }) => address));
    }

    /** The facts of a resource with the documents that data sources make in it, and what those are made of. */
    filledIn(
        address: string,
        facts: Record<string, unknown>,
    ): { facts: Record<string, unknown>; outputs: OutputUse[] } {
        const filled: Record<string, unknown> = {};
        const outputs: OutputUse[] = [];
        for (const [argument, name] of Object.entries(ARGUMENTS)) {
            const found = isUnknown(facts[name]) ? this.#behind(address, argument) : undefined;
            if (found === undefined) continue;
            filled[name] = found.document;
            outputs.push(...found.outputs.map((use) => ({ ...use, path: [name, ...use.path] })));
        }
        return { facts: Object.keys(filled).length === 0 ? facts : { ...facts, ...filled }, outputs };
    }

    #behind(address: string, argument: string): DataDocument | undefined {
        const referred = this.configuration.documentBehind(withoutKeys(address), argument);
        const [only, ...more] = referred === undefined ? [] : this.#instances.meantBy(address, referred);
        const data = only === undefined || more.length > 0 ? undefined : this.#byAddress.get(only);
        return data && this.#documentOf(data);
    }

    #documentOf({ address, values }: PrintedData): DataDocument | undefined {
        const whole = isRecord(values) ? values : {};
        // What it is put together from is not printed with it.
        if (MERGED.some((name) => isGiven(whole[name]))) return undefined;
        const statements = blocksOf(whole.statement);
        if (statements === undefined) return undefined;
        const document = { Version: whole.version ?? "2012-10-17", Statement: statements.map(statementOf) };
        return { document, outputs: this.#outputsOf(address, statements) };
    }

    /** What the resources of each statement are, where the plan has as many references as resources that are not known. */
    #outputsOf(address: string, statements: readonly unknown[]): OutputUse[] {
        const taken = this.configuration.listsOf(withoutKeys(address), "statement");
        if (taken === undefined || taken.length !== statements.length) return [];
        return statements.flatMap((statement, index) =>
            Object.entries(RESOURCES).flatMap(([argument, element]) => {
                const at: Path = ["Statement", index, element];
                const places = openPlaces(member(statement, argument), at);
                const told = taken[index]!.get(argument) ?? [];
                if (told.length !== places.length) return [];
                return told.flatMap((use, place) =>
                    this.idsMeant(address, use).map((of) => ({
                        path: places[place]!,
                        of,
                        output: SNAKE_CASE.toFact(use.attribute),
                    })),
                );
            }),
        );
    }
}

/** Documents of others that go into one. */
const MERGED = ["source_policy_documents", "override_policy_documents", "source_json", "override_json"];

const RESOURCES = { resources: "Resource", not_resources: "NotResource" } as const;

function isGiven(value: unknown): boolean {
    return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function blocksOf(value: unknown): readonly unknown[] | undefined {
    if (!Array.isArray(value) || value.length === 0 || value.some(isUnknown)) return undefined;
    return value as readonly unknown[];
}

/** The places of what is not known in a list, or that of the list. */
function openPlaces(value: unknown, at: Path): Path[] {
    if (isUnknown(value)) return [at];
    if (!Array.isArray(value)) return [];
    return value.flatMap((one, index) => (isUnknown(one) ? [[...at, index]] : []));
}

/** A statement as the data source writes it. */
function statementOf(block: unknown): Record<string, unknown> {
    const given = isRecord(block) ? block : {};
    const elements: readonly (readonly [string, unknown])[] = [
        ["Effect", given.effect ?? "Allow"],
        ["Action", given.actions],
        ["NotAction", given.not_actions],
        ["Resource", given.resources],
        ["NotResource", given.not_resources],
        ["Principal", principalsOf(given.principals)],
        ["NotPrincipal", principalsOf(given.not_principals)],
        ["Condition", conditionsOf(given.condition)],
    ];
    return Object.fromEntries(elements.filter(([, value]) => isGiven(value)));
}

function principalsOf(value: unknown): unknown {
    if (!isGiven(value)) return undefined;
    const blocks = blocksOf(value);
    if (blocks === undefined) return UNKNOWN;
    const made = new Map<string, unknown[]>();
    for (const block of blocks) {
        const [type, identifiers] = [member(block, "type"), member(block, "identifiers")];
        if (typeof type !== "string" || !Array.isArray(identifiers)) return UNKNOWN;
        made.set(type, [...(made.get(type) ?? []), ...identifiers]);
    }
    return made.get("*")?.includes("*") ? "*" : Object.fromEntries(made);
}

function conditionsOf(value: unknown): unknown {
    if (!isGiven(value)) return undefined;
    const blocks = blocksOf(value);
    if (blocks === undefined) return UNKNOWN;
    const made = new Map<string, Map<string, unknown[]>>();
    for (const block of blocks) {
        const [test, key, values] = [member(block, "test"), member(block, "variable"), member(block, "values")];
        if (typeof test !== "string" || typeof key !== "string") return UNKNOWN;
        const keys = made.get(test) ?? new Map<string, unknown[]>();
        made.set(test, keys);
        keys.set(key, [...(keys.get(key) ?? []), ...(Array.isArray(values) ? values : [UNKNOWN])]);
    }
    return Object.fromEntries([...made].map(([test, keys]) => [test, Object.fromEntries(keys)]));
}
