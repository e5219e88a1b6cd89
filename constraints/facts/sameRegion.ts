import { isUnknown, type Known } from "../core/known";

/** Whether two things may be in one Region: they are not where both are known to be elsewhere. */
export function mayShareRegion(one: Known<string | undefined>, other: Known<string | undefined>): boolean {
    return isUnknown(one) || isUnknown(other) || one === undefined || other === undefined || one === other;
}
