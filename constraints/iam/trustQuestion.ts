import { isUnknown } from "../core/known";
import { type Undetermined, undetermined } from "../core/verdict";
import type { IotRole } from "../facts/iotRole";
import { trustStatementsOf } from "../facts/trust";

export const TRUST = ["assumeRolePolicy"];

/** The question that is left where it is not known yet who may assume a role. */
export function trustQuestion(role: IotRole): readonly Undetermined[] {
    return isUnknown(trustStatementsOf(role)) ? [undetermined(TRUST, "who may assume the role is not known yet")] : [];
}
