import { isUnknown } from "../core/known";
import type { KafkaAction } from "./kafkaAction";
import { secretOf, secretOfVersion } from "./secrets";
import type { ResourceFacts, UsedOutput } from "./stack";

/** The resources of the stack that texts of an action which are not known yet are made of. */
export interface ReferencedInTexts {
    /** Secrets that such a text names. */
    readonly secrets: readonly ResourceFacts[];
    /** Roles that it names; an action has no other use for one. */
    readonly roles: readonly ResourceFacts[];
}

const NONE: ReferencedInTexts = { secrets: [], roles: [] };
const FOUND = new WeakMap<KafkaAction, ReferencedInTexts>();

/**
 * What `get_secret` calls that are not known yet will name: by the outputs that the client properties are made of where
 * the source tells them, else by the edges of the action. None where every text is known.
 */
export function referencedInTexts(action: KafkaAction): ReferencedInTexts {
    if (!hidesReads(action)) return NONE;
    const found = FOUND.get(action) ?? find(action);
    FOUND.set(action, found);
    return found;
}

/** True when a text that is not known yet may read a secret. */
export function hidesReads(action: KafkaAction): boolean {
    if (isUnknown(action.value("clientProperties"))) return true;
    return action.propertyNames.some((name) => name !== "bootstrap.servers" && isUnknown(action.property(name)));
}

function find(action: KafkaAction): ReferencedInTexts {
    const { stack } = action;
    const outputs = propertiesOf(action).flatMap((name) => action.outputsAt(["clientProperties", name]));
    const used: readonly UsedOutput[] =
        outputs.length > 0
            ? outputs
            : action.references.flatMap((id): UsedOutput[] => {
                  const known = stack.withId(id);
                  return known === undefined ? [] : [{ resource: known, output: undefined }];
              });
    return {
        secrets: unique(used.flatMap((one) => secretNamedBy(action, one) ?? [])),
        roles: unique(used.filter((one) => one.resource.kind === "role").map((one) => one.resource)),
    };
}

function propertiesOf(action: KafkaAction): readonly string[] {
    const open = action.propertyNames.filter((name) => isUnknown(action.property(name)));
    return open.length > 0 ? open : [""];
}

/** The outputs that name a secret, of a secret and of what belongs to one; the value of a version names none. */
const NAMES: ReadonlySet<string> = new Set(["arn", "id", "name", "secretId", "secretArn"]);

function secretNamedBy({ stack }: KafkaAction, { resource, output }: UsedOutput): ResourceFacts | undefined {
    if (resource.kind === "secret") return output === undefined || NAMES.has(output) ? resource : undefined;
    if (output === undefined || !NAMES.has(output)) return undefined;
    if (resource.kind === "secretVersion") return secretOfVersion(stack, resource);
    return resource.kind === "singleScramSecretAssociation" ? secretOf(stack, resource, "secretArn") : undefined;
}

function unique(resources: readonly ResourceFacts[]): ResourceFacts[] {
    return [...new Set(resources)];
}
