import type { Constraint } from "../core/constraint";
import { literal, row } from "./markdown";
import { type Settlement, settlements } from "./settlement";
import { SYMPTOMS, type Symptom } from "./troubleshooting";

/** What can be asked about a cause that no constraint judges. */
const ASKED: Partial<Record<Settlement["settled"], string>> = {
    evaluated: "`iot-kafka simulate`",
    tried: "`iot-kafka doctor`",
    impossible: "not possible with our components",
};

/** Symptoms and their causes as a page in Markdown; `toRules` leads from it to the pages of the constraints. */
export function troubleshootingPage(catalogue: readonly Constraint[], toRules: string): string {
    const settled = settlements(catalogue);
    return [
        "# Troubleshooting by symptom",
        "",
        "Three commands find most of what is listed here, in this order:",
        "",
        "1. `iot-kafka check FILE` on the rule, the template, the plan or the stack export: what AWS documents and the files break.",
        "2. `iot-kafka simulate --rule FILE --topic T --message FILE`: whether a message becomes a record, and which one.",
        "3. `iot-kafka doctor --rule FILE --secrets FILE`, on a host in the VPC: which broker, certificate, login or topic refuses.",
        "",
        "Each row leads to the constraints that judge its causes; a cause that only AWS can see is said in words.",
        ...SYMPTOMS.flatMap(({ moment, symptoms }) => [
            "",
            `## ${moment}`,
            "",
            row(["what is seen", "causes, and what judges them"]),
            row(["---", "---"]),
            ...symptoms.map((symptom) => row([literal(symptom.fact), causesOf(symptom, settled, toRules)])),
        ]),
        "",
    ].join("\n");
}

type Settled = ReturnType<typeof settlements>[number];

function causesOf({ causes }: Symptom, settled: readonly Settled[], toRules: string): string {
    const said = causes.flatMap((cause) => {
        const rows = settled.filter(({ id }) => id === cause || id.startsWith(`${cause}-`));
        const judging = rows.flatMap((row) => (row.settled === "enforced" ? row.by.split(", ") : []));
        if (judging.length > 0) return judging.map((constraint) => `[${constraint}](${toRules}${constraint}.md)`);
        // A row of which no constraint speaks.
        return rows.map((row) => ASKED[row.settled] ?? literal(row.fact.replace(/\.$/, "")));
    });
    return [...new Set(said)].join("; ");
}
