import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { checked, report, TEMPLATE } from "./run";

/** As quiet a browser as there is: it asks nobody for anything. */
const ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

describe("the HTML page of iot-kafka check, in Chromium", function () {
    this.timeout(120_000);
    let browser: Browser;
    let folder: string;
    let url: string;
    before(async () => {
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-html-"));
        const file = join(folder, "report.html");
        writeFileSync(file, (await checked(TEMPLATE, "--format", "html")).out);
        url = pathToFileURL(file).href;
        browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ARGUMENTS });
    });
    after(async () => {
        await browser?.close();
        rmSync(folder, { recursive: true });
    });

    async function opened(
        settings: { readonly width?: number; readonly dark?: boolean } = {},
    ): Promise<{ readonly page: Page; readonly asked: string[]; readonly problems: string[] }> {
        const page = await browser.newPage({
            viewport: { width: settings.width ?? 1200, height: 900 },
            colorScheme: settings.dark ? "dark" : "light",
        });
        const asked: string[] = [];
        const problems: string[] = [];
        page.on("request", (request) => asked.push(request.url()));
        page.on("pageerror", (error) => problems.push(error.message));
        page.on("console", (message) => {
            if (message.type() === "error") problems.push(message.text());
        });
        await page.goto(url);
        return { page, asked, problems };
    }

    it("asks for nothing but itself, and has no mistake in its script", async () => {
        const { page, asked, problems } = await opened();
        assert.deepEqual([asked, problems], [[url], []]);
        await page.close();
    });

    it("shows every finding, and those of one level on demand", async () => {
        const { findings } = await report(TEMPLATE);
        const { page } = await opened();
        const shown = () => page.locator("article:visible").count();
        const mandatory = findings.filter(({ level }) => level === "mandatory").length;
        assert.equal(await shown(), findings.length);
        await page.getByRole("button", { name: `Mandatory ${mandatory}`, exact: true }).click();
        assert.equal(await shown(), mandatory);
        assert.equal(await page.locator("article.advisory:visible").count(), 0);
        assert.equal(await page.getByRole("status").textContent(), `${mandatory} of ${findings.length} shown`);
        await page.getByRole("button", { name: `All ${findings.length}` }).click();
        assert.equal(await shown(), findings.length);
        await page.close();
    });

    it("shows the findings of one part of the pipeline, by mouse and by keyboard", async () => {
        const { page } = await opened();
        const access = page.getByRole("button", { name: /^Roles and secrets: \d mandatory/ });
        await access.click();
        const visible = await page.locator("section.resource:visible h2").allTextContents();
        assert.deepEqual(
            visible.map((title) => title.split(" ")[0]),
            ["Role", "Secret"],
        );
        assert.equal(await access.getAttribute("aria-pressed"), "true");
        await access.focus();
        await page.keyboard.press("Enter");
        assert.equal(await access.getAttribute("aria-pressed"), "false");
        await page.close();
    });

    it("fits a narrow window without scrolling sideways, apart from the drawing and code", async () => {
        const { page } = await opened({ width: 360 });
        const widths = await page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]");
        const [needed, there] = widths as [number, number];
        assert.ok(needed <= there, `${needed} > ${there}`);
        await page.close();
    });

    it("is dark where the reader wants it, and its text stands out in both", async () => {
        for (const dark of [false, true]) {
            const { page } = await opened({ dark });
            const colours = await page.evaluate(
                "(() => { const { color, backgroundColor } = getComputedStyle(document.body); return [color, backgroundColor]; })()",
            );
            const [text, ground] = (colours as string[]).map(brightness) as [number, number];
            assert.equal(ground < 128, dark);
            assert.ok(Math.abs(text - ground) > 150);
            await page.close();
        }
    });

    it("lists what is undetermined, and shows text of the file as text", async () => {
        const { page } = await opened();
        const headings = (await page.locator("h2").allTextContents()).join("\n");
        assert.match(headings, /Undetermined/);
        assert.ok((await page.locator("pre").allTextContents()).some((text) => text.includes('acks: "2"')));
        await page.close();
    });
});

function brightness(colour: string): number {
    const [red, green, blue] = colour.match(/\d+/g)!.map(Number) as [number, number, number];
    return 0.3 * red + 0.6 * green + 0.1 * blue;
}
