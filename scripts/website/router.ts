import { relative, resolve } from "node:path";
import { KindRouter, type PageDefinition, type ProjectReflection, type Reflection } from "typedoc";

const root = resolve(__dirname, "..", "..");

/** Pages have the addresses that they have in the repository, so that these stay when a heading changes. */
export class SiteRouter extends KindRouter {
    /** Links to docs/index.md lead to the first page of the site, not to the list of the API's modules. */
    override buildPages(project: ProjectReflection): PageDefinition[] {
        const pages = super.buildPages(project);
        this.fullUrls.set(project, `index${this.extension}`);
        return pages;
    }

    protected override getIdealBaseName(reflection: Reflection): string {
        const file = reflection.isDocument() ? reflection.project.files.getReflectionPath(reflection) : undefined;
        return file === undefined ? super.getIdealBaseName(reflection) : addressOf(file);
    }
}

/** `docs/how-to/scram.md` is `how-to/scram`; what is not in docs/ keeps its folder. */
export function addressOf(file: string): string {
    return relative(root, file)
        .replaceAll("\\", "/")
        .replace(/^docs\//, "")
        .replace(/\.md$/, "");
}
