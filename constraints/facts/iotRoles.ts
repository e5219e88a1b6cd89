import { IotRole } from "./iotRole";
import type { PlacedDocument } from "./roleDocuments";
import { roleUsesOf } from "./roleUses";
import type { ResourceFacts, Stack } from "./stack";

interface IotRoles {
    readonly byId: ReadonlyMap<string, IotRole>;
    /** By the id of each resource the documents in it that are about such a role. */
    readonly documents: ReadonlyMap<string, ReadonlySet<PlacedDocument>>;
}

const ROLES = new WeakMap<Stack, IotRoles>();

/** A role that AWS IoT assumes; undefined for every other. */
export function iotRoleOf(stack: Stack, role: ResourceFacts): IotRole | undefined {
    return rolesOf(stack).byId.get(role.id);
}

/** The policy documents in a resource that give such roles their rights or their trust. */
export function policyTextsIn(stack: Stack, resource: ResourceFacts): readonly PlacedDocument[] {
    return [...(rolesOf(stack).documents.get(resource.id) ?? [])];
}

function rolesOf(stack: Stack): IotRoles {
    let roles = ROLES.get(stack);
    if (roles === undefined) {
        roles = findRoles(stack);
        ROLES.set(stack, roles);
    }
    return roles;
}

function findRoles(stack: Stack): IotRoles {
    const byId = new Map<string, IotRole>();
    const documents = new Map<string, Set<PlacedDocument>>();
    for (const [id, uses] of roleUsesOf(stack)) {
        const resource = stack.withId(id);
        if (resource === undefined) continue;
        const role = new IotRole(stack, resource, uses);
        byId.set(id, role);
        for (const document of [role.trust, ...role.documents]) {
            const inResource = documents.get(document.resource.id) ?? new Set();
            documents.set(document.resource.id, inResource.add(document));
        }
    }
    return { byId, documents };
}
