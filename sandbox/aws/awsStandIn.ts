import { setTimeout as delay } from "node:timers/promises";
import {
    type CheckAnswer,
    type CheckRequest,
    type CreateRequest,
    CreationIncomplete,
    type DeleteRequest,
    type DiffAnswer,
    type DiffRequest,
    type Made,
    type Provider,
    type ReadRequest,
    type UpdateRequest,
} from "../provider/provider";
import {
    isObject,
    type Properties,
    present,
    revealAll,
    secret,
    text,
    type Value,
    withoutSecrets,
} from "../provider/value";
import { Account } from "./account";
import { differences } from "./difference";
import { type Fault, parseFaults, strike } from "./faults";
import { invoke } from "./invokes/invoke";
import { isAutomatic, named } from "./naming";
import { comesToRest, untilFree, untilPast } from "./patience";
import { Refusal } from "./refusal";
import type { Scope } from "./scope";
import { type Settings, type Surroundings, scopeIn, settingsOf } from "./settings";
import { plannedState, stateOf, tagsOf } from "./state";
import type { Attempt, Held, ResourceTable } from "./table";
import { TABLES } from "./tables";

const PATIENCE_MS = 2000;

/**
 * A stand-in for the AWS provider: answers the Pulumi engine from tables, without an account and without a network.
 *
 * A preview never refuses, so that policies see everything; what AWS would refuse is refused at create and update.
 */
export class AwsStandIn implements Provider {
    /** That of the provider it stands in for. */
    readonly version = "7.48.0";
    private readonly account: Account;
    private readonly faults: readonly Fault[];
    private settings: Settings;

    constructor(private readonly surroundings: Surroundings = {}) {
        this.account = new Account(surroundings.accountFile);
        this.faults = parseFaults(surroundings.faults);
        this.settings = settingsOf({}, surroundings);
    }

    configure(settings: Properties): void {
        this.settings = settingsOf(settings, this.surroundings);
    }

    check(request: CheckRequest): CheckAnswer {
        const table = TABLES.get(typeOf(request.urn));
        const news = present(request.news);
        const inputs = table ? named(withDocuments(news, table), request, table.name) : news;
        return { inputs, failures: [] };
    }

    diff(request: DiffRequest): DiffAnswer {
        const table = TABLES.get(typeOf(request.urn));
        const [olds, news] = [revealAll(request.oldInputs), revealAll(request.news)];
        if (!table) {
            return { differences: differences(olds, news, { replaces: [] }), deleteBeforeReplace: false };
        }
        // An input that AWS chooses when it is absent keeps what AWS chose.
        const chosen = Object.entries(olds).filter(([name]) => table.computed.includes(name) && !(name in news));
        const before = this.withRegion(olds, table, text(request.olds, "region"));
        const after = this.withRegion({ ...news, ...Object.fromEntries(chosen) }, table);
        const broken = table.broken?.(this.held(request.id, request.olds, table));
        const found = [
            ...(broken ? [{ path: broken, kind: "update", replaces: true } as const] : []),
            ...differences(
                { ...table.defaults, ...before },
                { ...table.defaults, ...after },
                {
                    ...table,
                    replaces: [...table.replaces, "region"],
                },
            ),
            ...this.defaultTagDifferences(request.olds, news, table),
        ].filter(({ path }) => !request.ignoreChanges.some((ignored) => path === ignored));
        const taken =
            table.name && !isAutomatic(news, table.name) && news[table.name.property] === olds[table.name.property];
        return { differences: found, deleteBeforeReplace: Boolean(taken) && found.some((one) => one.replaces) };
    }

    async create(request: CreateRequest): Promise<Made> {
        const type = typeOf(request.urn);
        const table = TABLES.get(type);
        const inputs = revealAll(request.inputs);
        if (request.preview) {
            return { id: "", state: table ? this.sealed(plannedState(inputs, table, this.settings), table) : inputs };
        }
        if (!table) {
            throw new Error(unknownType(type));
        }
        const attempt = this.attempt("create", inputs, table);
        const ask = () => this.refuse(attempt, table, "create", request.urn);
        await untilPast(ask, (refusal) => table.passes?.(refusal) ?? false, this.patience);
        const { id, outputs } = table.make(attempt);
        return this.settle({ ...attempt, id, given: request.inputs }, table, outputs, request.urn);
    }

    async update(request: UpdateRequest): Promise<Properties> {
        const table = this.known(request.urn);
        const [inputs, olds] = [revealAll(request.inputs), revealAll(request.olds)];
        if (request.preview) {
            return this.sealed(plannedState(inputs, table, this.settings, olds), table);
        }
        const attempt = { ...this.attempt("update", inputs, table, olds), id: request.id, given: request.inputs };
        this.refuse(attempt, table, "update", request.urn);
        const kept = Object.fromEntries(table.computed.map((name) => [name, olds[name]]));
        const made = await this.settle(attempt, table, { ...kept, ...table.remake?.(attempt) }, request.urn);
        return made.state;
    }

    async delete(request: DeleteRequest): Promise<void> {
        const table = this.known(request.urn);
        const held = this.held(request.id, request.olds, table);
        this.throwFault("delete", table.token, request.urn);
        if (this.account.lasting) {
            await delay(Math.min(table.lingers ?? 0, this.patience));
            await untilFree(() => table.holds?.(held), this.patience);
        }
        this.account.forget({ type: table.token, region: held.scope.region, id: request.id });
        if (this.account.lasting) {
            table.buried?.(held);
        }
    }

    async read(request: ReadRequest): Promise<(Made & { inputs: Properties }) | undefined> {
        const table = this.known(request.urn);
        const state = revealAll(request.olds);
        this.throwFault("read", table.token, request.urn);
        const scope = this.scopeOf(state, table);
        const found = this.account.find(table.token, request.id, scope.region);
        const isImport = Object.keys(request.inputs).length === 0 && !hasComputed(state, table);
        if (!isImport) {
            const gone = this.account.lasting && !found;
            return gone ? undefined : { id: request.id, state: this.sealed(state, table), inputs: request.inputs };
        }
        if (!found) {
            throw new Refusal(
                "NotFound",
                `${table.token} "${request.id}": the stand-in knows only what it made itself`,
            );
        }
        const { facts, inputs = {} } = found;
        return { id: request.id, state: { ...inputs, ...facts, ...state }, inputs };
    }

    async invoke(token: string, inputs: Properties): Promise<Properties> {
        this.throwFault("invoke", token, token);
        const plain = revealAll(inputs);
        const scope = scopeIn(text(plain, "region") ?? this.settings.region, this.surroundings);
        return invoke(token, present(plain), scope, this.account);
    }

    private attempt(moment: Attempt["moment"], given: Properties, table: ResourceTable, olds?: Properties): Attempt {
        const inputs = { ...table.defaults, ...present(given) };
        return { moment, inputs, olds, scope: this.scopeOf(inputs, table), account: this.account };
    }

    private held(id: string, olds: Properties, table: ResourceTable): Held {
        const state = revealAll(olds);
        return { id, state, scope: this.scopeOf(state, table), account: this.account };
    }

    private refuse(attempt: Attempt, table: ResourceTable, operation: "create" | "update", urn: string): void {
        const missing = table.required.find((name) => attempt.inputs[name] === undefined);
        if (missing) {
            throw new Refusal("Missing required argument", `"${missing}" is required by ${table.token}`);
        }
        const refusal = table.refuse?.(attempt);
        if (refusal) {
            throw refusal;
        }
        this.throwFault(operation, table.token, urn);
    }

    /** Remembers what was made and lets it come to rest; a resource that comes to rest broken exists all the same. */
    private async settle(
        attempt: Attempt & { readonly id: string; readonly given: Properties },
        table: ResourceTable,
        outputs: Properties,
        urn: string,
    ): Promise<Made> {
        const state = stateOf(attempt, table, outputs, this.settings);
        const told = table.tells?.(withoutSecrets(attempt.given));
        const record = {
            type: table.token,
            region: attempt.scope.region,
            id: attempt.id,
            ...(told && { inputs: told }),
        };
        const facts = (known: Properties) =>
            Object.fromEntries((table.remembers ?? []).map((name) => [name, known[name]]));
        this.account.remember({ ...record, facts: facts(state) });
        const settled = await comesToRest(() => table.settle?.(attempt), this.patience);
        const final = { ...state, ...settled?.outputs };
        if (settled?.outputs) {
            this.account.remember({
                ...record,
                facts: { ...this.account.find(record.type, record.id)?.facts, ...facts(final) },
            });
        }
        const ordered = strike(this.faults, this.account, attempt.moment, [table.token, urn], true);
        if (ordered) table.breaks?.(attempt);
        const broken = settled?.broken ?? ordered?.message;
        if (broken !== undefined) {
            throw new CreationIncomplete(broken, attempt.id, this.sealed(final, table), attempt.inputs);
        }
        return { id: attempt.id, state: this.sealed(final, table) };
    }

    private get patience(): number {
        return this.surroundings.patience ?? PATIENCE_MS;
    }

    private throwFault(operation: Fault["operation"], token: string, urn: string): void {
        const fault = strike(this.faults, this.account, operation, [token, urn]);
        if (fault) {
            throw fault;
        }
    }

    private sealed(state: Properties, table: ResourceTable): Properties {
        const secrets = (table.secrets ?? []).filter((name) => state[name] !== undefined && state[name] !== null);
        return { ...state, ...Object.fromEntries(secrets.map((name) => [name, secret(state[name] as Value)])) };
    }

    private scopeOf(properties: Properties, table: ResourceTable): Scope {
        const region = table.regional === false ? "" : text(properties, "region");
        const scope = scopeIn(region || this.settings.region, this.surroundings);
        return table.regional === false ? { ...scope, region: "" } : scope;
    }

    private withRegion(inputs: Properties, table: ResourceTable, old?: string): Properties {
        const region = text(inputs, "region") ?? old ?? this.settings.region;
        return table.regional === false ? inputs : { ...inputs, region };
    }

    private defaultTagDifferences(
        state: Properties,
        news: Properties,
        table: ResourceTable,
    ): DiffAnswer["differences"] {
        if (!table.taggable || !isObject(state.tagsAll) || isObject(news.tags) !== isObject(state.tags)) {
            return [];
        }
        const tagsAll = tagsOf(news, this.settings);
        const onlyDefaults = differences({ tags: state.tags ?? {} }, { tags: news.tags ?? {} }, { replaces: [] });
        return onlyDefaults.length > 0 ? [] : differences({ tagsAll: state.tagsAll }, { tagsAll }, { replaces: [] });
    }

    private known(urn: string): ResourceTable {
        const table = TABLES.get(typeOf(urn));
        if (!table) {
            throw new Error(unknownType(typeOf(urn)));
        }
        return table;
    }
}

/** The resource's own type: a URN names those of its parents as well. */
function typeOf(urn: string): string {
    return urn.split("::")[2]?.split("$").pop() ?? urn;
}

function unknownType(type: string): string {
    return (
        `The stand-in for AWS does not know ${type}: it can be previewed, but not deployed without an account. ` +
        "Use a real AWS account for it, or leave it out of the sandbox."
    );
}

/** A program may give an IAM document as an object; the provider turns it into text. */
function withDocuments(inputs: Properties, table: ResourceTable): Properties {
    const objects = Object.entries(inputs).filter(
        ([name, value]) => table.documents?.includes(name) && isObject(value),
    );
    return { ...inputs, ...Object.fromEntries(objects.map(([name, value]) => [name, JSON.stringify(value)])) };
}

function hasComputed(state: Properties, table: ResourceTable): boolean {
    return table.computed.some((name) => state[name] !== undefined);
}
