import { type Properties, part, present, UNKNOWN } from "../provider/value";
import type { Settings } from "./settings";
import type { Attempt, ResourceTable } from "./table";

/** The state after a create or an update. */
export function stateOf(attempt: Attempt, table: ResourceTable, outputs: Properties, settings: Settings): Properties {
    return {
        ...present(outputs),
        ...ownInputs(attempt.inputs),
        ...(table.taggable && { tagsAll: tagsOf(attempt.inputs, settings) }),
        ...(table.regional !== false && { region: attempt.scope.region }),
    };
}

/** The state as a preview can tell it: what only AWS knows is unknown, or what it was before. */
export function plannedState(
    inputs: Properties,
    table: ResourceTable,
    settings: Settings,
    olds?: Properties,
): Properties {
    const computed = table.computed.map((name) => [name, planned(name, table, olds)]);
    return {
        ...Object.fromEntries(computed.filter(([, value]) => value !== undefined)),
        ...table.defaults,
        ...ownInputs(inputs),
        ...(table.taggable && { tagsAll: inputs.tags === UNKNOWN ? UNKNOWN : tagsOf(inputs, settings) }),
        ...(table.regional !== false && { region: inputs.region ?? settings.region }),
    };
}

/** `tagsAll`: the provider's default tags and the resource's own, which win. */
export function tagsOf(inputs: Properties, settings: Settings): Properties {
    return { ...settings.defaultTags, ...part(inputs, "tags") };
}

function planned(name: string, table: ResourceTable, olds: Properties | undefined): Properties[string] {
    return olds === undefined || table.volatile?.includes(name) ? UNKNOWN : olds[name];
}

/** The inputs without the bridge's notes. */
function ownInputs(inputs: Properties): Properties {
    return Object.fromEntries(Object.entries(present(inputs)).filter(([name]) => !name.startsWith("__")));
}
