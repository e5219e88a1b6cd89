import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { CATALOGUE } from "../../constraints";
import { buildSite } from "../../scripts/website/buildSite";
import { pagesOf } from "../../scripts/website/pages";
import { addressOf } from "../../scripts/website/router";
import { pages } from "../support/pages";
import { ROOT } from "../support/programs";

interface Entry {
    readonly text: string;
    readonly path?: string;
    readonly children?: readonly Entry[];
}

/** As quiet a browser as there is: it asks nobody for anything. */
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];

const PHONE = { width: 360, height: 780 };
const DESKTOP = { width: 1280, height: 900 };

describe("the site", function () {
    this.timeout(300_000);
    let folder: string;
    let browser: Browser;

    before(async () => {
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-site-"));
        assert.ok(await buildSite(folder), "built without an error");
        browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ARGUMENTS });
    });

    after(async () => {
        await browser?.close();
        rmSync(folder, { recursive: true, force: true });
    });

    /** A page that waits for as long as a busy machine needs. */
    async function opened(settings: BrowserContextOptions): Promise<Page> {
        const page = await browser.newPage(settings);
        page.setDefaultTimeout(120_000);
        return page;
    }

    it("has each page where the repository has it", () => {
        const missing = pagesOf(ROOT).filter(
            (file) => !existsSync(join(folder, `${addressOf(join(ROOT, file))}.html`)),
        );
        assert.deepEqual(missing, []);
    });

    it("has no broken link, no lost picture and no anchor that leads nowhere", () => {
        assert.deepEqual(brokenLinks(folder), []);
    });

    it("leads to everything from its navigation, and folds the constraints away", () => {
        const sections = navigation(folder);
        assert.deepEqual(
            sections.map(({ text }) => text),
            [
                "Start",
                "Concepts",
                "How-to",
                "Components",
                "Policies",
                "Command line",
                "Rules",
                "Examples",
                "More",
                "API",
            ],
        );
        assert.ok(sections.every(({ children }) => children!.length <= 20));
        const entries = sections.flatMap(everythingIn).filter(({ path }) => path !== undefined);
        for (const { text, path } of entries) assert.ok(existsSync(join(folder, path!)), `${text}: ${path}`);
        const rules = entries.filter(({ path }) => path!.startsWith("rules/") && path !== "rules/README.html");
        assert.deepEqual(rules.map(({ text }) => text).sort(), CATALOGUE.map(({ id }) => id).sort());
    });

    it("fits a phone and a desktop: tables and programs scroll by themselves, pages do not", async () => {
        const written = pages()
            .filter(({ file }) => /^docs\/(components|concepts|how-to|policies)\//.test(file))
            .map(({ file }) => `${addressOf(join(ROOT, file))}.html`);
        const shown = [...written, ...MAIN, ...LARGE];
        assert.ok(shown.length > 25);
        for (const [size, addresses] of [
            [PHONE, shown],
            [DESKTOP, MAIN],
        ] as const) {
            const page = await opened({ viewport: size });
            for (const address of addresses) {
                await page.goto(pathToFileURL(join(folder, address)).href, { waitUntil: "domcontentloaded" });
                const [needed, there] = await widths(page);
                assert.ok(needed <= there, `${address} is ${needed} wide, on ${there}`);
            }
            await page.close();
        }
    });

    it("can be read in light and dark, drawings too", async () => {
        for (const colorScheme of ["light", "dark"] as const) {
            const page = await opened({ viewport: DESKTOP, colorScheme });
            const problems: string[] = [];
            page.on("pageerror", (error) => problems.push(error.message));
            await page.goto(pathToFileURL(join(folder, "concepts/path.html")).href);
            const [text, ground, link] = await coloursOf(page);
            assert.equal(ground < 128, colorScheme === "dark");
            assert.ok(Math.abs(text - ground) > 150, `text ${text} on ${ground}`);
            assert.ok(Math.abs(link - ground) > 60, `links ${link} on ${ground}`);
            assert.ok(
                await page.evaluate<boolean>("document.querySelector('main img, .col-content img').naturalWidth > 300"),
            );
            const [, paper] = [
                ...readFileSync(join(ROOT, "docs/concepts/drawings/path.svg"), "utf8").matchAll(
                    /\.paper \{ fill: #(\w{2})/g,
                ),
            ];
            assert.ok(Number.parseInt(paper![1]!, 16) < 64, "a drawing has a dark paper");
            assert.deepEqual(problems, []);
            await page.close();
        }
    });

    it("finds a page by its name", async () => {
        const page = await opened({ viewport: DESKTOP });
        await page.goto(pathToFileURL(join(folder, "index.html")).href);
        await page.locator("#tsd-search-trigger").click();
        await page.locator("#tsd-search-input").fill("acks-value");
        const found = page.locator("#tsd-search-results a[href$='rules/acks-value.html']");
        await found.first().waitFor();
        await page.close();
    });
});

/** Pages that readers come to first. */
const MAIN = [
    "index.html",
    "README.html",
    "concepts/path.html",
    "how-to/scram.html",
    "policies.html",
    "costs.html",
    "ledger.html",
];

/** Generated pages with the widest contents. */
const LARGE = [
    "rules/README.html",
    "rules/function-arguments.html",
    "doctor.html",
    "modules.html",
    "classes/components.KafkaCredentials.html",
    "types/components.StandardServerProperties.html",
];

function widths(page: Page): Promise<[number, number]> {
    return page.evaluate("[document.scrollingElement.scrollWidth, window.innerWidth]");
}

/** How bright text, ground and links are, from 0 to 255. */
async function coloursOf(page: Page): Promise<[number, number, number]> {
    const colours = await page.evaluate<string[]>(`(() => {
        const style = (selector) => getComputedStyle(document.querySelector(selector));
        return [style(".tsd-typography").color, style("body").backgroundColor, style(".tsd-typography a[href$='html']").color];
    })()`);
    const [text, ground, link] = colours.map((colour) => {
        const [red, green, blue] = colour.match(/\d+/g)!.map(Number);
        return 0.3 * red! + 0.6 * green! + 0.1 * blue!;
    });
    return [text!, ground!, link!];
}

function navigation(folder: string): readonly Entry[] {
    const text = readFileSync(join(folder, "assets", "navigation.js"), "utf8");
    const packed = /"([^"]+)"/.exec(text)![1]!;
    return JSON.parse(inflateSync(Buffer.from(packed, "base64")).toString()) as Entry[];
}

function everythingIn(entry: Entry): readonly Entry[] {
    return [entry, ...(entry.children ?? []).flatMap(everythingIn)];
}

/** Every link of every page that leads to nothing in the folder. */
function brokenLinks(folder: string): string[] {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
    const anchors = new Map(files.map((file) => [join(folder, file), anchorsIn(join(folder, file))]));
    const broken = new Set<string>();
    for (const file of files) {
        for (const target of targetsIn(join(folder, file))) {
            const [path, anchor] = target.split("#") as [string, string | undefined];
            const there =
                path === "" ? join(folder, file) : resolve(dirname(join(folder, file)), decodeURIComponent(path));
            const known = anchors.get(there);
            if (!existsSync(there)) broken.add(`${file} -> ${target}`);
            else if (anchor && known && !known.has(decodeURIComponent(anchor))) broken.add(`${file} -> ${target}`);
        }
    }
    return [...broken];
}

function anchorsIn(file: string): Set<string> {
    return new Set([...readFileSync(file, "utf8").matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!));
}

function targetsIn(file: string): string[] {
    return [...readFileSync(file, "utf8").matchAll(/\s(?:href|src)="([^"]+)"/g)]
        .map(([, target]) => target!.replaceAll("&amp;", "&"))
        .filter((target) => !/^(https?:|mailto:|data:)/.test(target) && target !== "#");
}
