import type { Facts } from "../constraints/core/known";
import type { Path } from "../constraints/core/path";
import type { ResourceFacts } from "../constraints/facts/stack";

export interface ComponentFacts {
    readonly resource: ResourceFacts;
    argumentPath(path: Path): Path;
}

type FactsOfComponent = (type: string, id: string, name: string, args: Facts) => ComponentFacts | undefined;

let mapping: { factsOfComponent?: FactsOfComponent } | undefined;

export const factsOfComponent: FactsOfComponent = (...given) => {
    if (!mapping) {
        try {
            mapping = require("../constraints/components") as typeof mapping;
        } catch {
            mapping = {};
        }
    }
    return mapping?.factsOfComponent?.(...given);
};
