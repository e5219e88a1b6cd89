import {
    type CompiledRule,
    type CompiledRuleProblem,
    compileRule,
    RuleProblem,
    topicRuleOfFacts,
} from "../../simulator";
import { readSource, type SourceResource } from "../../sources";
import type { FileProblem } from "../fileProblem";
import { readInputs } from "../readInputs";
import { InputProblems } from "./inputProblems";
import type { SimulateCall } from "./simulateCall";

/** The file that a statement given by itself is in. */
const SQL = "--sql";

/** The rules of a call, compiled. @throws InputProblems with everything that is wrong with them */
export function readRules({ rules: names, sql, sqlVersion }: SimulateCall): CompiledRule[] {
    if (sql !== undefined) {
        const rule = { name: null, sql, sqlVersion, enabled: true, actions: [], otherActions: [] };
        const compiled = compileRule(rule);
        if (compiled.ok) return [compiled.value];
        throw new InputProblems(compiled.problems.map((problem) => ({ ...placed(problem), file: SQL })));
    }
    const { files, errors } = readInputs(names);
    const documents = files.map((file) => readSource(file));
    const problems: FileProblem[] = [...errors, ...documents.flatMap((document) => document.problems)];
    const found = documents.flatMap(({ resources }) => resources.filter(({ facts }) => facts.kind === "topicRule"));
    const compiled = found.flatMap((source) => compiledOf(source, problems));
    if (problems.length === 0 && found.length === 0) {
        problems.push({ file: names.join(", "), line: 1, column: 1, message: "There is no topic rule in it." });
    }
    if (problems.length > 0) throw new InputProblems(problems);
    return compiled;
}

function compiledOf(source: SourceResource, problems: FileProblem[]): CompiledRule[] {
    const { file, facts } = source;
    try {
        const compiled = compileRule(topicRuleOfFacts(facts.values));
        if (compiled.ok) return [compiled.value];
        problems.push(
            ...compiled.problems.map((problem) => ({ ...placed(problem), file, ...source.locate(pathOf(problem)) })),
        );
    } catch (error) {
        if (!(error instanceof RuleProblem)) throw error;
        problems.push({ file, ...source.locate([]), message: error.message });
    }
    return [];
}

/** Where a text stands in the facts: `actions[0].kafka.topic` is `kafkas[0].topic`. */
function pathOf({ place }: CompiledRuleProblem): (string | number)[] {
    const path = place.replace(/^actions\[(\d+)\]\.kafka/, "kafkas[$1]");
    return path.split(/[.[\]]/).flatMap((part) => (part === "" ? [] : /^\d+$/.test(part) ? Number(part) : part));
}

function placed({ place, line, column, message, help }: CompiledRuleProblem): Omit<FileProblem, "file"> {
    const where = place === "sql" ? `SQL, line ${line}, column ${column}` : place;
    return { line, column, message: `${where}: ${message}${help === undefined ? "" : ` ${help}`}` };
}
