import type { Constraint } from "../core/constraint";
import { getSecretArguments } from "./get-secret-arguments";
import { getSecretBinaryKey } from "./get-secret-binary-key";
import { getSecretCase } from "./get-secret-case";
import { getSecretCurrentVersion } from "./get-secret-current-version";
import { getSecretDefault } from "./get-secret-default";
import { getSecretEmptyKey } from "./get-secret-empty-key";
import { getSecretId } from "./get-secret-id";
import { getSecretJsonKey } from "./get-secret-json-key";
import { getSecretKnown } from "./get-secret-known";
import { getSecretLiterals } from "./get-secret-literals";
import { getSecretPartialArn } from "./get-secret-partial-arn";
import { getSecretRegion } from "./get-secret-region";
import { getSecretRole } from "./get-secret-role";
import { getSecretStoredType } from "./get-secret-stored-type";
import { getSecretType } from "./get-secret-type";
import { getSecretWholeValue } from "./get-secret-whole-value";

/** What AWS documents about the get_secret calls in an action's texts. */
export const GET_SECRET_CONSTRAINTS: readonly Constraint[] = [
    getSecretArguments,
    getSecretId,
    getSecretType,
    getSecretBinaryKey,
    getSecretEmptyKey,
    getSecretRole,
    getSecretLiterals,
    getSecretDefault,
    getSecretWholeValue,
    getSecretCase,
    getSecretPartialArn,
    getSecretRegion,
    getSecretJsonKey,
    getSecretCurrentVersion,
    getSecretStoredType,
    getSecretKnown,
];
