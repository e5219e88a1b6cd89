import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { type Page, pages } from "../support/pages";

const root = resolve(__dirname, "..", "..");

describe("the pages", () => {
    const all = [...pages(), ...rulePages()];
    const links = all.flatMap((page) => linksOn(page).map((target) => ({ page, target })));

    it("link only to files that exist", () => {
        assert.ok(links.length > 1000);
        const broken = links.filter(({ page, target }) => !existsSync(fileOf(page, target)));
        assert.deepEqual(broken.map(shown), []);
    });

    it("link only to headings that exist", () => {
        const headings = new Map<string, Set<string>>();
        const broken = links.filter(({ page, target }) => {
            const [, anchor] = target.split("#");
            const file = pageIn(fileOf(page, target));
            if (anchor === undefined || !file.endsWith(".md") || !existsSync(file)) return false;
            if (!headings.has(file)) headings.set(file, anchorsOf(readFileSync(file, "utf8")));
            return !headings.get(file)!.has(anchor);
        });
        assert.deepEqual(broken.map(shown), []);
    });

    it("show only drawings that exist", () => {
        const drawings = all.flatMap((page) =>
            [...proseOf(page.text).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, said, file]) => ({
                page,
                said,
                file,
            })),
        );
        assert.ok(drawings.length > 0);
        for (const { page, said, file } of drawings) {
            assert.ok(said!.length > 20, `${page.file}: ${file} is told to nobody who cannot see it`);
            assert.match(readFileSync(fileOf(page, file!), "utf8"), /<title [\s\S]*prefers-color-scheme: dark/);
        }
    });

    it("name no place on somebody's machine", () => {
        const places = /(?:\/(?:home|Users|root|work)\/[\w.-]+|\b[A-Z]:\\Users\\)/;
        const named = all
            .filter(({ text }) => places.test(text))
            .map(({ file, text }) => `${file}: ${places.exec(text)![0]}`);
        assert.deepEqual(named, []);
    });

    it("can all be reached from the README and the index", () => {
        const reached = new Set<string>();
        const waiting = ["README.md", "docs/index.md"];
        for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
            if (reached.has(file) || !existsSync(join(root, file))) continue;
            reached.add(file);
            const page = { file, text: readFileSync(join(root, file), "utf8") };
            for (const target of linksOn(page)) {
                const next = pageIn(fileOf(page, target));
                if (next.endsWith(".md")) waiting.push(relative(root, next).replaceAll("\\", "/"));
            }
        }
        // The Pulumi Registry finds its page by its name.
        const lost = all.map(({ file }) => file).filter((file) => !reached.has(file) && file !== "docs/_index.md");
        assert.deepEqual(lost, []);
    });
});

function rulePages(): Page[] {
    return readdirSync(join(root, "docs", "rules")).map((name) => {
        const file = `docs/rules/${name}`;
        return { file, text: readFileSync(join(root, file), "utf8") };
    });
}

/** The targets of links within the repository. */
function linksOn({ text }: Page): string[] {
    return [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)]
        .map((match) => match[1]!)
        .filter((target) => !/^(https?:|mailto:)/.test(target));
}

function fileOf(page: Page, target: string): string {
    const [path] = target.split("#");
    return path === "" ? join(root, page.file) : join(root, dirname(page.file), path!);
}

/** A folder shows its README. */
function pageIn(file: string): string {
    return existsSync(file) && statSync(file).isDirectory() ? join(file, "README.md") : file;
}

function shown({ page, target }: { page: Page; target: string }): string {
    return `${page.file} -> ${target}`;
}

/** A page without its programs and commands, in which brackets are no links. */
function proseOf(text: string): string {
    return text.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, (code) => (code.includes("](") ? "" : code));
}

/** The anchors of a page's headings, as GitHub and the site make them. */
function anchorsOf(text: string): Set<string> {
    const anchors = new Set<string>();
    for (const [, heading] of text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^#{1,6} (.+)$/gm)) {
        const anchor = heading!
            .toLowerCase()
            .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
            .replace(/[^\p{L}\p{N}\s_-]/gu, "")
            .replaceAll(" ", "-");
        let free = anchor;
        for (let count = 1; anchors.has(free); count++) free = `${anchor}-${count}`;
        anchors.add(free);
    }
    return anchors;
}
