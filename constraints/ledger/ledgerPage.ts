import type { Constraint } from "../core/constraint";
import { LEDGER_SECTIONS, type LedgerSection } from "./ledger";
import { literal, row } from "./markdown";
import { type Settlement, settlements } from "./settlement";

type Settled = Settlement["settled"];

/** The ways to be settled, in the order of the table, each as the page explains it. */
const WAYS: readonly (readonly [Settled, string])[] = [
    ["enforced", "a constraint judges it"],
    ["impossible", "a type, a default or another part leaves no way to break it"],
    ["evaluated", "the simulator shows it"],
    ["tried", "the doctor tries it on a real broker"],
    ["planned", "not settled yet; what will settle it is named"],
    ["not enforced", "nothing looks at it, for the reason given"],
];

/** The ledger as a page in Markdown; `toRules` leads from it to the pages of the constraints, such as `rules/`. */
export function ledgerPage(catalogue: readonly Constraint[], toRules: string): string {
    const settled = new Map(settlements(catalogue).map((settlement) => [settlement.id, settlement]));
    const inSection = (section: LedgerSection) => section.entries.map(({ id }) => settled.get(id)!);
    const counts = [
        ["subject", ...WAYS.map(([way]) => way), "all"],
        ["---", ...WAYS.map(() => "---:"), "---:"],
        ...LEDGER_SECTIONS.map((section) => countRow(section.title, inSection(section))),
        countRow("all", [...settled.values()]),
    ];
    return [
        "# Ledger of requirements",
        "",
        "Everything that AWS documents for a rule that writes to Kafka, numbered, and what becomes of it in this package.",
        "",
        ...WAYS.map(([way, meaning]) => `- **${way}**: ${meaning}.`),
        "",
        ...counts.map(row),
        ...LEDGER_SECTIONS.flatMap((section) => [
            "",
            `## ${section.title}`,
            "",
            row(["ID", "fact", "settled"]),
            row(["---", "---", "---"]),
            ...inSection(section).map(({ id, fact, ...settlement }) =>
                row([id, literal(fact), describe(settlement, toRules)]),
            ),
        ]),
        "",
    ].join("\n");
}

function countRow(title: string, settled: readonly Settlement[]): string[] {
    const counts = WAYS.map(([way]) => settled.filter((settlement) => settlement.settled === way).length);
    return [title, ...counts.map(String), String(settled.length)];
}

function describe({ settled, by, reason }: Settlement, toRules: string): string {
    if (settled === "enforced") {
        const links = by.split(", ").map((constraint) => `[${constraint}](${toRules}${constraint}.md)`);
        return `enforced by ${links.join(", ")}`;
    }
    return `${settled}: ${literal(reason ?? by)}`;
}
