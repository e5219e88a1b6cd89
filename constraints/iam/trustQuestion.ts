import { isUnknown } from "../core/known";
import { type Undetermined, undetermined } from "../core/verdict";
import type { IotRole } from "../facts/iotRole";

export const TRUST = ["assumeRolePolicy"];

/** The question that is left where it is not known yet who may assume a role. */
export function trustQuestion(role: IotRole): readonly Undetermined[] {
    return isUnknown(role.trust.document) ? [undetermined(TRUST, "who may assume the role is not known yet")] : [];
}
