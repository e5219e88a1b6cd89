import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSandbox, type Sandbox } from "../../sandbox";
import { issue } from "../kafka/stores/issue";
import { type Block, blocks, pages } from "../support/pages";
import { BOTH_PACKS, ROOT } from "../support/programs";

/** Programs, not packs: the TypeScript on the README and on the components' pages. */
const programs = pages()
    .filter(({ file }) => file === "README.md" || file.startsWith("docs/components/"))
    .flatMap(blocks)
    .filter(({ language }) => language === "ts");

const AUTHORITY = issue("plant authority", { ca: true });
const CLIENT = issue("iot-rules", { by: AUTHORITY });

/** What readers give to programs that ask for it. */
const SETTINGS: Readonly<Record<string, string>> = {
    apiKey: "ABCDEFGHIJKLMNOP",
    apiSecret: "of no cluster",
    authority: AUTHORITY.pem,
    keytab: Buffer.from([0x05, 0x02]).toString("base64"),
    privateKey: CLIENT.keyPem,
};

describe("the programs on the pages", function () {
    this.timeout(180_000);
    let sandbox: Sandbox;
    let parent: string;

    before(async () => {
        sandbox = await openSandbox();
        parent = mkdtempSync(join(tmpdir(), "iot-kafka-pages-"));
    });

    after(() => rmSync(parent, { recursive: true, force: true }));

    for (const [index, block] of programs.entries()) {
        it(`pass both packs without a finding (${block.file}:${block.line})`, async () => {
            const folder = writeProgram(join(parent, String(index)), block);
            const { exitCode, stdout, stderr } = await sandbox.preview(folder, {
                packs: BOTH_PACKS,
                config: settingsIn(block),
            });
            assert.equal(exitCode, 0, stdout + stderr);
            assert.doesNotMatch(stdout, /\[(mandatory|advisory)\]/);
            assert.match(stdout, /create/);
        });
    }
});

/** A folder outside the checkout, as a reader would make it, with the modules of the checkout. */
function writeProgram(folder: string, { text }: Block): string {
    mkdirSync(folder);
    writeFileSync(join(folder, "Pulumi.yaml"), "name: page\nruntime: nodejs\nmain: index.ts\n");
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "page", private: true }));
    writeFileSync(join(folder, "index.ts"), `${text}\n`);
    writeFileSync(join(folder, "client.pem"), CLIENT.pem);
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
    return folder;
}

function settingsIn({ text }: Block): Record<string, string> {
    const asked = [...text.matchAll(/config\.require(?:Secret)?\("(\w+)"\)/g)].map(([, name]) => name!);
    return Object.fromEntries(asked.map((name) => [name, SETTINGS[name] ?? ""]));
}
