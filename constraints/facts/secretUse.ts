import { Association } from "./association";
import type { KafkaAction } from "./kafkaAction";
import { referencedInTexts } from "./referencedSecrets";
import { kafkaActionsOf } from "./rules";
import { literalText, type SecretCall } from "./secretCall";
import { secretRead } from "./secrets";
import type { ResourceFacts, Stack } from "./stack";

/** A `get_secret` call that reads a secret of the stack. */
export interface SecretReading {
    readonly action: KafkaAction;
    readonly call: SecretCall;
}

/** What a secret of the stack has to do with Kafka. */
export interface SecretUse {
    /** The associations that give it to a cluster. */
    readonly associations: readonly Association[];
    /** The calls that read it. */
    readonly readings: readonly SecretReading[];
    /** Actions that read it in texts which are not known yet, but are made of its name. */
    readonly references: readonly KafkaAction[];
}

const USES = new WeakMap<Stack, ReadonlyMap<string, SecretUse>>();

/** What a secret has to do with Kafka; undefined when nothing in the stack says that it has. */
export function secretUseOf(stack: Stack, secret: ResourceFacts): SecretUse | undefined {
    let uses = USES.get(stack);
    if (uses === undefined) {
        uses = findUses(stack);
        USES.set(stack, uses);
    }
    return uses.get(secret.id);
}

interface Found {
    readonly associations: Association[];
    readonly readings: SecretReading[];
    readonly references: KafkaAction[];
}

function findUses(stack: Stack): ReadonlyMap<string, SecretUse> {
    const uses = new Map<string, Found>();
    const useOf = ({ id }: ResourceFacts): Found => {
        const found = uses.get(id) ?? { associations: [], readings: [], references: [] };
        uses.set(id, found);
        return found;
    };
    if (stack.ofKind("secret").length === 0) return uses;
    for (const association of associationsIn(stack)) {
        for (const secret of association.secrets) useOf(secret).associations.push(association);
    }
    const known = new Map<string, ResourceFacts | undefined>();
    for (const action of kafkaActionsOf(stack)) {
        for (const call of action.secretCalls) {
            const id = literalText(call.secretId);
            if (id === undefined) continue;
            const key = `${String(action.region)} ${id}`;
            if (!known.has(key)) known.set(key, secretRead(action, id));
            const secret = known.get(key);
            if (secret !== undefined) useOf(secret).readings.push({ action, call });
        }
        for (const secret of referencedInTexts(action).secrets) useOf(secret).references.push(action);
    }
    return uses;
}

const ASSOCIATIONS = new WeakMap<Stack, readonly Association[]>();

/** The associations of the stack, of either kind. */
export function associationsIn(stack: Stack): readonly Association[] {
    let found = ASSOCIATIONS.get(stack);
    if (found === undefined) {
        const resources = [...stack.ofKind("scramSecretAssociation"), ...stack.ofKind("singleScramSecretAssociation")];
        found = resources.map((resource) => new Association(stack, resource));
        ASSOCIATIONS.set(stack, found);
    }
    return found;
}
