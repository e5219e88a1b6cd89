import type { Constraint } from "../core/constraint";
import { encryptionKeyPolicy } from "./encryption-key-policy";
import { errorActionLambda } from "./error-action-lambda";
import { errorActionLambdaSource } from "./error-action-lambda-source";
import { errorActionRole } from "./error-action-role";
import { interfaceRoleActions } from "./interface-role-actions";
import { interfaceRoleCreateTags } from "./interface-role-create-tags";
import { interfaceRoleDenied } from "./interface-role-denied";
import { interfaceRoleResources } from "./interface-role-resources";
import { interfaceRoleTagging } from "./interface-role-tagging";
import { interfaceRoleWide } from "./interface-role-wide";
import { policyDocumentForm } from "./policy-document-form";
import { policyDocumentVersion } from "./policy-document-version";
import { roleKafkaPermissions } from "./role-kafka-permissions";
import { roleTrustAction } from "./role-trust-action";
import { roleTrustPrincipal } from "./role-trust-principal";
import { roleTrustSource } from "./role-trust-source";
import { roleTrustSourceAccount } from "./role-trust-source-account";
import { roleTrustSourceArn } from "./role-trust-source-arn";
import { roleTrustSourceOperator } from "./role-trust-source-operator";
import { roleTrustSourcePlace } from "./role-trust-source-place";
import { roleTrustSourceRule } from "./role-trust-source-rule";
import { roleTrustWildcard } from "./role-trust-wildcard";
import { secretRoleActions } from "./secret-role-actions";
import { secretRoleArn } from "./secret-role-arn";
import { secretRoleDecrypt } from "./secret-role-decrypt";
import { secretRoleSecrets } from "./secret-role-secrets";
import { secretRoleWide } from "./secret-role-wide";

/** What AWS documents about the roles that AWS IoT assumes, and about their policies. */
export const IAM_CONSTRAINTS: readonly Constraint[] = [
    interfaceRoleActions,
    interfaceRoleResources,
    interfaceRoleDenied,
    interfaceRoleTagging,
    interfaceRoleCreateTags,
    interfaceRoleWide,
    secretRoleActions,
    secretRoleArn,
    secretRoleSecrets,
    secretRoleDecrypt,
    secretRoleWide,
    errorActionRole,
    errorActionLambda,
    errorActionLambdaSource,
    roleTrustPrincipal,
    roleTrustAction,
    roleTrustWildcard,
    roleTrustSource,
    roleTrustSourceArn,
    roleTrustSourceAccount,
    roleTrustSourcePlace,
    roleTrustSourceOperator,
    roleTrustSourceRule,
    encryptionKeyPolicy,
    roleKafkaPermissions,
    policyDocumentForm,
    policyDocumentVersion,
];
