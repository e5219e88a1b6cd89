import {
    type DeclarationReflection,
    DefaultTheme,
    type DefaultThemeRenderContext,
    type DocumentReflection,
    JSX,
    type NavigationElement,
    type PageEvent,
    type ProjectReflection,
    type Reflection,
} from "typedoc";
import { CATALOGUE } from "../../constraints";
import { groupOf, type PolicyGroup } from "../../policies/groups";
import { addressOf } from "./router";
import { SECTIONS } from "./sections";

/** What a part of the rules is called. */
const RULES: Readonly<Record<PolicyGroup, string>> = {
    action: "Kafka action",
    rules: "Topic rule",
    destinations: "Destination and network",
    roles: "Roles, policies and keys",
    secrets: "Secrets",
    clusters: "Amazon MSK",
    alarms: "Alarms and logs",
    values: "Every value",
};

/** The theme of the generator with the pages in sections, and the constraints' pages folded away below theirs. */
export class SiteTheme extends DefaultTheme {
    /** A page has its heading: a path above it would only repeat that. */
    override getRenderContext(page: PageEvent<Reflection>): DefaultThemeRenderContext {
        const context = super.getRenderContext(page);
        if (page.model.isDocument()) context.breadcrumbs = () => JSX.createElement(JSX.Fragment, null);
        return context;
    }

    override buildNavigation(project: ProjectReflection): NavigationElement[] {
        const pages = pagesOf(project);
        const sections = SECTIONS.map(({ title, pages: wanted }) => ({
            text: title,
            children: wanted.flatMap((address) => taken(pages, address)).map((page) => this.linkTo(page)),
        }));
        const rules = sections.find(({ text }) => text === "Rules");
        rules?.children.push(...this.rulesBySubject(pages));
        sections.at(-1)?.children.push(...[...pages.values()].map((page) => this.linkTo(page)));
        const api = {
            text: "API",
            path: "modules.html",
            children: (project.children ?? []).map((module) => this.ofModule(module)),
        };
        return [...sections.filter(({ children }) => children.length > 0), api];
    }

    private rulesBySubject(pages: Map<string, DocumentReflection>): NavigationElement[] {
        return Object.entries(RULES).map(([group, text]) => {
            const own = CATALOGUE.filter(({ subject }) => groupOf(subject) === group);
            const links = own.flatMap(({ id }) => taken(pages, `rules/${id}`)).map((page) => this.linkTo(page));
            return { text: `${text} (${links.length})`, children: links };
        });
    }

    private ofModule(module: DeclarationReflection): NavigationElement {
        const { kind, name } = module;
        const children = (module.children ?? []).map((member) => ({
            text: member.name,
            path: this.router.getFullUrl(member),
            kind: member.kind,
        }));
        return { text: name, path: this.router.getFullUrl(module), kind, children };
    }

    private linkTo(page: DocumentReflection): NavigationElement {
        return { text: page.name, path: this.router.getFullUrl(page) };
    }
}

/** All pages by their addresses. */
function pagesOf(project: ProjectReflection): Map<string, DocumentReflection> {
    return new Map(
        (project.documents ?? []).map((page) => [addressOf(project.files.getReflectionPath(page) ?? page.name), page]),
    );
}

/** Takes a page, or what is left of a folder. */
function taken(pages: Map<string, DocumentReflection>, wanted: string): DocumentReflection[] {
    const addresses = wanted.endsWith("/")
        ? [...pages.keys()].filter((address) => address.startsWith(wanted)).sort()
        : [wanted];
    return addresses.flatMap((address) => {
        const page = pages.get(address);
        pages.delete(address);
        return page ?? [];
    });
}
