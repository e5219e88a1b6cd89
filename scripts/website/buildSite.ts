import { dirname, join, resolve } from "node:path";
import { Application, Converter, type DocumentReflection, normalizePath, TypeDocReader } from "typedoc";
import { contentOf, withoutFolders } from "./content";
import { pagesOf } from "./pages";
import { SiteRouter } from "./router";
import { SiteTheme } from "./theme";

const root = resolve(__dirname, "..", "..");

/** Builds the site by typedoc.json, and says whether nothing was wrong. */
export async function buildSite(out?: string): Promise<boolean> {
    const projectDocuments = pagesOf(root).map((file) => join(root, file));
    const settings = { options: root, projectDocuments, ...(out === undefined ? {} : { out: resolve(out) }) };
    const application = await Application.bootstrap(settings, [new TypeDocReader()]);
    application.renderer.defineRouter("pages", SiteRouter);
    application.renderer.defineTheme("pages", SiteTheme);
    application.options.setValue("router", "pages");
    application.options.setValue("theme", "pages");
    application.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => introduce(document));
    application.converter.on(Converter.EVENT_END, ({ project }) => {
        for (const document of project.documents ?? []) document.content = withoutFolders(document);
    });
    const project = await application.convert();
    if (project === undefined) return false;
    await application.generateOutputs(project);
    return !application.logger.hasErrors();
}

/** A page is called what its first heading says; the page of a folder is what a link to the folder leads to. */
function introduce(document: DocumentReflection): void {
    const { files } = document.project;
    const file = files.getReflectionPath(document);
    const text = document.content.map(({ text }) => text).join("");
    document.name = file === join(root, "README.md") ? "Overview" : (headingOf(text) ?? document.name);
    document.content = contentOf(document);
    const folder = file && folderOf(file);
    if (folder) files.registerReflectionPath(normalizePath(folder), document);
}

function headingOf(text: string): string | undefined {
    return /^# (.+)$/m.exec(text)?.[1]?.replaceAll("`", "");
}

function folderOf(file: string): string | undefined {
    if (file.endsWith("/README.md")) return dirname(file);
    return file.endsWith("/docs/examples.md") ? join(root, "examples") : undefined;
}
