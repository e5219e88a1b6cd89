import type { Constraint } from "../core/constraint";
import { scramAssociationArn } from "./scram-association-arn";
import { scramAssociationCluster } from "./scram-association-cluster";
import { scramAssociationKinds } from "./scram-association-kinds";
import { scramAssociationOrder } from "./scram-association-order";
import { scramAssociationPlace } from "./scram-association-place";
import { scramAssociationUnique } from "./scram-association-unique";
import { scramPasswordAlphabet } from "./scram-password-alphabet";
import { scramSecretKeyAlias } from "./scram-secret-key-alias";
import { scramSecretKeySymmetric } from "./scram-secret-key-symmetric";
import { scramSecretName } from "./scram-secret-name";
import { scramSecretOwnKey } from "./scram-secret-own-key";
import { scramSecretPolicy } from "./scram-secret-policy";
import { scramSecretShape } from "./scram-secret-shape";
import { scramSecretText } from "./scram-secret-text";
import { scramUserCount } from "./scram-user-count";
import { secretBinaryForm } from "./secret-binary-form";
import { secretFileKind } from "./secret-file-kind";
import { secretGenerated } from "./secret-generated";
import { secretName } from "./secret-name";
import { secretNameReuse } from "./secret-name-reuse";
import { secretNameSuffix } from "./secret-name-suffix";
import { secretOneValue } from "./secret-one-value";
import { secretPolicySize } from "./secret-policy-size";
import { secretRecoveryWindow } from "./secret-recovery-window";
import { secretSize } from "./secret-size";

/** What AWS documents about secrets that rules read, and about the users of Amazon MSK. */
export const SECRET_CONSTRAINTS: readonly Constraint[] = [
    secretName,
    secretNameSuffix,
    secretOneValue,
    secretSize,
    secretBinaryForm,
    secretFileKind,
    secretPolicySize,
    secretRecoveryWindow,
    secretNameReuse,
    secretGenerated,
    scramSecretName,
    scramSecretOwnKey,
    scramSecretKeyAlias,
    scramSecretKeySymmetric,
    scramSecretText,
    scramSecretShape,
    scramPasswordAlphabet,
    scramSecretPolicy,
    scramAssociationArn,
    scramAssociationPlace,
    scramAssociationUnique,
    scramAssociationKinds,
    scramAssociationOrder,
    scramAssociationCluster,
    scramUserCount,
];
