import type { StackFacts } from "../constraints/facts/stack";
import type { SourceDocument } from "./sourceDocument";

/** All files that are given together as one stack, with `region` for resources that name none themselves. */
export function stackOfSources(documents: readonly SourceDocument[], region?: string): StackFacts {
    const resources = documents.flatMap((document) => document.resources.map(({ facts }) => facts));
    return { resources, ...(region === undefined ? {} : { region }) };
}
