import type { Constraint } from "../core/constraint";
import { interfaceRoleActions } from "./interface-role-actions";
import { interfaceRoleCreateTags } from "./interface-role-create-tags";
import { interfaceRoleDenied } from "./interface-role-denied";
import { interfaceRoleResources } from "./interface-role-resources";
import { interfaceRoleTagging } from "./interface-role-tagging";
import { interfaceRoleWide } from "./interface-role-wide";

/** What AWS documents about the roles that AWS IoT assumes, and about their policies. */
export const IAM_CONSTRAINTS: readonly Constraint[] = [
    interfaceRoleActions,
    interfaceRoleResources,
    interfaceRoleDenied,
    interfaceRoleTagging,
    interfaceRoleCreateTags,
    interfaceRoleWide,
];
