import type { ConstraintConfiguration } from "../constraints/core/configuration";
import type { Constraint } from "../constraints/core/constraint";
import { Judge } from "../constraints/core/judge";
import { Exceptions, utcDate } from "../constraints/core/suppression";

/** What a policy judges with. */
export interface Settings {
    readonly judge: Judge;
    readonly exceptions: Exceptions;
}

/** The settings under a configuration. */
export type SettingsOf = (configuration: ConstraintConfiguration) => Settings;

/**
 * The settings of a constraint under the configuration that comes with each request; it hardly ever changes. The engine
 * decides on the level, and whether a policy is asked at all; here it is only to be judged.
 */
export function settingsOf(constraint: Constraint): SettingsOf {
    let latest: { readonly text: string; readonly settings: Settings } | undefined;
    return (configuration) => {
        const text = JSON.stringify(configuration);
        if (latest?.text !== text) {
            const own = { ...configuration, enforcementLevel: constraint.level };
            const judge = new Judge([constraint], { [constraint.id]: own });
            latest = { text, settings: { judge, exceptions: new Exceptions(constraint, own, utcDate()) } };
        }
        return latest.settings;
    };
}
