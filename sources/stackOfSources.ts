import { accountOfArns } from "../constraints/facts/account";
import type { ResourceFacts, StackFacts } from "../constraints/facts/stack";
import { importedName } from "./cloudformation/intrinsics";
import type { SourceDocument } from "./sourceDocument";

/**
 * All files that are given together as one stack. `region` comes before every Region that the files tell. What one
 * template imports from another is joined to the resource behind it.
 */
export function stackOfSources(documents: readonly SourceDocument[], region?: string): StackFacts {
    const exported = new Map(documents.flatMap(({ exports }) => [...(exports ?? [])]));
    const resources = documents.flatMap((document) =>
        document.resources.map(({ facts }) => inRegion(linked(facts, exported), region)),
    );
    const account = accountOf(documents);
    return {
        resources,
        ...(region === undefined ? {} : { region }),
        ...(account === undefined ? {} : { account }),
    };
}

function inRegion(facts: ResourceFacts, region: string | undefined): ResourceFacts {
    if (region === undefined) return facts;
    const values = facts.values.region === undefined ? facts.values : { ...facts.values, region };
    return { ...facts, values, region };
}

/** With the resources behind what is imported, where their template is among the files. */
function linked(facts: ResourceFacts, exported: ReadonlyMap<string, readonly string[]>): ResourceFacts {
    const { references, dependencies } = facts;
    const isImport = (id: string) => importedName(id) !== undefined;
    if (!dependencies?.some(isImport)) return facts;
    const follow = (ids: readonly string[]) =>
        ids.flatMap((id) => {
            const name = importedName(id);
            return name === undefined ? [id] : (exported.get(name) ?? []);
        });
    return {
        ...facts,
        references: Object.fromEntries(Object.entries(references ?? {}).map(([name, ids]) => [name, follow(ids)])),
        dependencies: follow(dependencies),
    };
}

/** A template's ARNs are not given yet. */
function accountOf(documents: readonly SourceDocument[]): string | undefined {
    const given = documents.filter(({ format }) => format !== "cloudformation");
    return accountOfArns(given.flatMap(({ resources }) => resources.map(({ facts }) => facts)));
}
