import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CATALOGUE, type Finding, Judge } from "../../constraints";
import { readSource, type SourceDocument, type SourceResource, stackOfSources } from "../../sources";

const FIXTURES = resolve(__dirname, "..", "fixtures", "sources");

/** The text of a fixture. */
export function fixture(name: string): string {
    return readFileSync(join(FIXTURES, name), "utf8");
}

/** A fixture as a document. */
export function readFixture(name: string): SourceDocument {
    return readSource({ file: name, text: fixture(name) });
}

/** Values as a document: what a file with them in JSON is read as. */
export function readValue(value: unknown, file = "file.json"): SourceDocument {
    return readSource({ file, text: JSON.stringify(value, null, 2) });
}

/** A finding with the way back to its file. */
export interface Placed extends Finding {
    readonly source: SourceResource;
    readonly spelled: string;
    readonly line: number;
    readonly column: number;
}

const judge = new Judge(CATALOGUE);

/** What the whole catalogue finds in documents that are one stack. */
export function findingsIn(documents: readonly SourceDocument[], region?: string): Placed[] {
    const resources = new Map(documents.flatMap((one) => one.resources.map((r) => [r.facts.id, r] as const)));
    return judge.judge(stackOfSources(documents, region)).findings.map((finding) => {
        const source = resources.get(finding.resource)!;
        return { ...finding, source, spelled: source.spell(finding.path), ...source.locate(finding.path) };
    });
}

/** The ids of the mandatory constraints that documents break, in order, each once. */
export function mandatoryIn(...documents: readonly SourceDocument[]): string[] {
    const found = findingsIn(documents).filter(({ level }) => level === "mandatory");
    return [...new Set(found.map(({ constraint }) => constraint))].sort();
}
