import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The first page of the site, and the page that only the Pulumi Registry shows. */
const ELSEWHERE = ["docs/index.md", "docs/_index.md"];

/** The pages of a checkout that become pages of the site. */
export function pagesOf(root: string): string[] {
    const top = readdirSync(root).filter((file) => file.endsWith(".md"));
    const docs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".md"))
        .map((file) => `docs/${file.replaceAll("\\", "/")}`);
    const examples = readdirSync(join(root, "examples"), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `examples/${name}/README.md`);
    return [...top, ...docs, ...examples].filter((file) => !ELSEWHERE.includes(file)).sort();
}
