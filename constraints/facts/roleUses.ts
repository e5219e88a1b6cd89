import { isRecord, member } from "../core/known";
import { isPlaceholderAccount } from "../data/placeholders";
import { Destination } from "./destination";
import type { KafkaAction } from "./kafkaAction";
import { hidesReads, referencedInTexts } from "./referencedSecrets";
import { accountOf } from "./roles";
import { ruleOf } from "./rules";
import { type SecretRead, secretsReadBy } from "./secretCall";
import type { ResourceFacts, Stack } from "./stack";
import type { TopicRule } from "./topicRule";

/** A secret that is read with a role. */
export interface SecretUse {
    readonly action: KafkaAction;
    readonly read: SecretRead;
    /** The secret, where the text that names it is not known yet, but what it is made of is. */
    readonly secret?: ResourceFacts;
}

/** An error action that is run with a role. */
export interface ErrorUse {
    readonly rule: TopicRule;
    /** Its name in the AWS API. */
    readonly kind: string;
    readonly values: unknown;
}

/** What AWS IoT assumes a role of the stack for. */
export interface RoleUses {
    readonly destinations: Destination[];
    readonly secrets: SecretUse[];
    /** Rules that read something with it which is not known yet. */
    readonly unknownReads: KafkaAction[];
    readonly errors: ErrorUse[];
}

const USES = new WeakMap<Stack, ReadonlyMap<string, RoleUses>>();

/** By the id of each role of the stack what AWS IoT assumes it for; a role that it does not assume is not there. */
export function roleUsesOf(stack: Stack): ReadonlyMap<string, RoleUses> {
    let uses = USES.get(stack);
    if (uses === undefined) {
        uses = stack.ofKind("role").length === 0 ? new Map() : findUses(stack);
        USES.set(stack, uses);
    }
    return uses;
}

function findUses(stack: Stack): ReadonlyMap<string, RoleUses> {
    const roles = new RoleIndex(stack);
    const found = new Map<string, RoleUses>();
    const add = (ids: readonly string[], use: (uses: RoleUses) => void) => {
        for (const id of ids) {
            const uses = found.get(id) ?? { destinations: [], secrets: [], unknownReads: [], errors: [] };
            found.set(id, uses);
            use(uses);
        }
    };
    for (const resource of stack.ofKind("destination")) {
        const destination = new Destination(stack, resource);
        const ids = roles.in(resource, "vpcConfiguration", destination.value("roleArn"));
        add(ids, ({ destinations }) => destinations.push(destination));
    }
    for (const resource of stack.ofKind("topicRule")) {
        const rule = ruleOf(stack, resource);
        for (const action of rule.kafkaActions) {
            for (const read of secretsReadBy(action)) {
                add(roles.named(read.roleArn), ({ secrets }) => secrets.push({ action, read }));
            }
            if (!hidesReads(action)) continue;
            const { secrets: made, roles: readers } = referencedInTexts(action);
            const ids = readers.length === 1 ? [readers[0]!.id] : roles.referenced(resource, String(action.at[0]));
            add(ids, ({ unknownReads, secrets }) => {
                unknownReads.push(action);
                for (const secret of made) secrets.push({ action, read: UNTOLD, secret });
            });
        }
        if (rule.kafkaActions.length === 0) continue;
        for (const { kind, values } of errorActionsOf(rule)) {
            const ids = roles.in(resource, "errorAction", member(values, "roleArn"));
            add(ids, ({ errors }) => errors.push({ rule, kind, values }));
        }
    }
    return found;
}

/** The error actions that have a role of their own; a Kafka action has none. */
function errorActionsOf(rule: TopicRule): { kind: string; values: unknown }[] {
    const errorAction = rule.value("errorAction");
    if (!isRecord(errorAction)) return [];
    return Object.entries(errorAction)
        .filter(([kind, values]) => kind !== "kafka" && isRecord(values))
        .map(([kind, values]) => ({ kind, values }));
}

/** A call in a text that is not known yet. */
const UNTOLD: SecretRead = { path: ["clientProperties"], secretId: undefined, roleArn: undefined };

/** The roles of a stack by their ARNs and names, so that many uses are joined in linear time. */
class RoleIndex {
    readonly #byText = new Map<string, string>();
    readonly #ids = new Set<string>();

    constructor(readonly stack: Stack) {
        for (const { id, values } of stack.ofKind("role")) {
            this.#ids.add(id);
            for (const text of [member(values, "arn"), member(values, "name")]) {
                if (typeof text === "string" && text !== "" && !this.#byText.has(text)) this.#byText.set(text, id);
            }
        }
    }

    /** The role with this ARN, or with the name at its end; one of another account is none of the stack. */
    named(arn: unknown): readonly string[] {
        if (typeof arn !== "string" || !arn.includes(":role/")) return [];
        const account = accountOf(arn);
        const own = this.stack.facts.account;
        const isElsewhere = typeof own === "string" && account !== own && !isPlaceholderAccount(own);
        const id = this.#byText.get(arn) ?? (isElsewhere ? undefined : this.#byText.get(nameIn(arn)));
        return id === undefined ? [] : [id];
    }

    /** The only role that a property of a resource hangs on. */
    referenced(from: ResourceFacts, property: string): readonly string[] {
        const ids = (from.references?.[property] ?? []).filter((id) => this.#ids.has(id));
        return new Set(ids).size === 1 ? [ids[0]!] : [];
    }

    /** The role whose ARN stands in a property: by that, else by the edge. */
    in(from: ResourceFacts, property: string, arn: unknown): readonly string[] {
        const named = this.named(arn);
        if (named.length > 0 || arn === undefined) return named;
        return this.referenced(from, property);
    }
}

function nameIn(arn: string): string {
    return arn.slice(arn.lastIndexOf("/") + 1);
}
