/**
 * The policies of this package as data, for packs of one's own:
 *
 *     import { PolicyPack } from "@pulumi/policy";
 *     import { recommended, reporting, required } from "pulumi-iot-kafka/policies";
 *
 *     new PolicyPack("plant", { policies: [...required, ...recommended, ...reporting("plant")] });
 *
 * Importing this makes no pack. A pack belongs in a policy pack's program: one that is made in a Pulumi program hangs it.
 */
import type { PolicyPackConfig, StackValidationPolicy } from "@pulumi/policy";
import { CATALOGUE } from "../constraints/catalogue";
import type { Level } from "../constraints/core/constraint";
import { type ConstraintPolicy, policyOf } from "./policy";
import { reportingOf } from "./reporting";
import { Session } from "./session";

export { POLICY_GROUPS, type PolicyGroup } from "./groups";
export type { ConstraintPolicy } from "./policy";
export { type Selection, select } from "./select";

const session = new Session();

/** What AWS documents as a must, each at level `mandatory`: a violation stops the deployment. */
export const required: readonly ConstraintPolicy[] = policiesOf("mandatory");

/** Good practice, each at level `advisory`. Advice about things that are absent is disabled until it is switched on. */
export const recommended: readonly ConstraintPolicy[] = policiesOf("advisory");

/**
 * Two policies to stand last in a pack: `closing-line` prints `<pack>: judged N, undetermined N, not judged N` at the
 * end of each preview and update, and `report-undetermined`, once enabled, lists what was not determined.
 */
export function reporting(pack: string): StackValidationPolicy[] {
    return reportingOf(session, pack, (line) => console.log(line));
}

/**
 * Settings that make a pack know these policies without holding them. The engine takes a configuration that names
 * others only where it gives their level; a configuration shared by several packs need not.
 */
export function namesOf(policies: readonly ConstraintPolicy[]): PolicyPackConfig {
    return Object.fromEntries(policies.map(({ name }) => [name, "disabled"]));
}

function policiesOf(level: Level): ConstraintPolicy[] {
    return CATALOGUE.flatMap((constraint, order) =>
        constraint.level === level ? [policyOf(constraint, session, order)] : [],
    );
}
