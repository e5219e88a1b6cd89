/**
 * `tsx scripts/docs.ts` writes the generated pages, `--check` says which of them are out of date: one page for each
 * constraint, their list, and the tables between `<!-- generated: name -->` and `<!-- end -->` in hand-written pages.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { CATALOGUE, type Constraint } from "../constraints";
import { configurationSchema } from "../constraints/core/configurationSchema";
import { rulePage } from "../constraints/core/rulePage";
import { ledgerPage, troubleshootingPage } from "../constraints/ledger";
import { limitTable } from "./limitTable";

const root = resolve(__dirname, "..");
const rules = join(root, "docs", "rules");

const NOTE = "<!-- Generated from constraints/ by `npm run docs`. Do not edit. -->\n\n";

function pages(): Map<string, string> {
    const made = new Map<string, string>();
    for (const constraint of CATALOGUE) made.set(join(rules, `${constraint.id}.md`), NOTE + rulePage(constraint));
    made.set(join(root, "docs", "ledger.md"), NOTE + ledgerPage(CATALOGUE, "rules/"));
    made.set(join(root, "docs", "troubleshooting.md"), NOTE + troubleshootingPage(CATALOGUE, "rules/"));
    made.set(
        join(root, "docs", "schemas", "configuration.json"),
        `${JSON.stringify(configurationSchema(CATALOGUE), null, 4)}\n`,
    );
    made.set(join(rules, "README.md"), `${NOTE}# Constraints\n\n${ruleTable()}\n`);
    for (const page of [join(root, "README.md"), join(root, "docs", "costs.md")])
        made.set(page, withTables(readFileSync(page, "utf8")));
    return made;
}

/** Fills the generated parts of a hand-written page. */
function withTables(text: string): string {
    const tables: Record<string, () => string> = { limits: limitTable, subjects: subjectTable };
    return text.replace(
        /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
        (whole, start: string, name: string, end: string) =>
            tables[name] ? `${start}\n${tables[name]()}\n\n${end}` : whole,
    );
}

function ruleTable(): string {
    const rows = CATALOGUE.map(
        ({ id, level, severity, what, offByDefault }) =>
            `| [${id}](${id}.md) | ${offByDefault ? `${level}, off by default` : level} | ${severity} | ${what.replaceAll("|", "\\|")} |`,
    );
    return ["| constraint | level | severity | what must hold |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** What each subject is counted under in the README. */
const SUBJECTS: Readonly<Record<Constraint["subject"], string>> = {
    kafkaAction: "the Kafka action: its fields, client properties, templates and secrets",
    topicRule: "the topic rule: its name, SQL, actions and error action",
    destination: "the VPC destination and its network",
    securityRule: "the VPC destination and its network",
    iotRole: "roles, policies and keys",
    policyText: "roles, policies and keys",
    encryptionKey: "roles, policies and keys",
    secret: "secrets, and SASL/SCRAM users of Amazon MSK",
    scramSecret: "secrets, and SASL/SCRAM users of Amazon MSK",
    scramAssociation: "secrets, and SASL/SCRAM users of Amazon MSK",
    cluster: "clusters of Amazon MSK: logins, brokers, storage, configuration, topics",
    configuration: "clusters of Amazon MSK: logins, brokers, storage, configuration, topics",
    topic: "clusters of Amazon MSK: logins, brokers, storage, configuration, topics",
    alarm: "alarms and logs",
    logGroup: "alarms and logs",
    loggingOptions: "alarms and logs",
    resource: "every value: broken interpolations, copied placeholders",
};

function subjectTable(): string {
    const rows = [...new Set(Object.values(SUBJECTS))].map((about) => {
        const own = CATALOGUE.filter(({ subject }) => SUBJECTS[subject] === about);
        const mandatory = own.filter(({ level }) => level === "mandatory").length;
        return `| ${about} | ${mandatory} | ${own.length - mandatory} |`;
    });
    return ["| about | mandatory | advisory |", "| --- | --- | --- |", ...rows].join("\n");
}

function pagesOnDisk(): string[] {
    if (!existsSync(rules)) return [];
    return readdirSync(rules)
        .filter((file) => file.endsWith(".md"))
        .map((file) => join(rules, file));
}

const made = pages();
const stale = [...made]
    .filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text)
    .map(([path]) => path);
const orphans = pagesOnDisk().filter((path) => !made.has(path));

if (process.argv.includes("--check")) {
    for (const path of stale) console.error(`${relative(root, path)} is out of date: npm run docs`);
    for (const path of orphans) console.error(`${relative(root, path)} belongs to no constraint: npm run docs`);
    process.exit(stale.length + orphans.length > 0 ? 1 : 0);
}
mkdirSync(rules, { recursive: true });
for (const path of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, made.get(path)!);
}
for (const path of orphans) rmSync(path);
console.log(`${stale.length} pages written, ${orphans.length} removed, ${made.size} in all`);
