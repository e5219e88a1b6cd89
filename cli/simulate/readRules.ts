import { problemText } from "../../language/evaluate";
import {
    type CompiledRule,
    type CompiledRuleProblem,
    compileRule,
    RuleProblem,
    topicRuleOfFacts,
} from "../../simulator";
import { readSource, type SourceResource } from "../../sources";
import type { FileProblem } from "../fileProblem";
import { type Inputs, readInputs } from "../readInputs";
import { InputProblems } from "./inputProblems";
import type { SimulateCall } from "./simulateCall";

/** The file that a statement given by itself is in. */
const SQL = "--sql";

/** The rules of a call. */
export interface ReadRules {
    /** Those that can be simulated, at least one. */
    readonly rules: readonly CompiledRule[];
    /** What is wrong with the others, and with the files. */
    readonly problems: readonly FileProblem[];
    /** Whether the call names more than one rule, of which each has its result. */
    readonly areSeveral: boolean;
    /** The Region of each, where its file tells. */
    readonly regions: ReadonlyMap<CompiledRule, string>;
}

/** @throws InputProblems with everything that is wrong, where no rule can be simulated */
export function readRules({ rules: names, sql, sqlVersion }: SimulateCall): ReadRules {
    if (sql !== undefined) {
        return { rules: [statementAlone(sql, sqlVersion)], problems: [], areSeveral: false, regions: new Map() };
    }
    const inputs = readEach(names);
    const documents = inputs.flatMap(({ files }) => files.map((file) => readSource(file)));
    const problems: FileProblem[] = [
        ...inputs.flatMap(({ errors }) => errors),
        ...documents.flatMap((document) => document.problems),
    ];
    const found = documents.flatMap(({ resources }) => resources.filter(({ facts }) => facts.kind === "topicRule"));
    if (problems.length === 0 && found.length === 0) {
        problems.push({ file: names.join(", "), line: 1, column: 1, message: "There is no topic rule in it." });
    }
    const regions = new Map<CompiledRule, string>();
    const rules = found.flatMap((source) => {
        const compiled = compiledOf(source, problems);
        const { region } = source.facts;
        for (const rule of compiled) if (typeof region === "string") regions.set(rule, region);
        return compiled;
    });
    if (rules.length === 0) throw new InputProblems(problems);
    return { rules, problems, areSeveral: names.length > 1 || found.length > 1, regions };
}

function statementAlone(sql: string, sqlVersion: string): CompiledRule {
    const rule = { name: null, sql, sqlVersion, enabled: true, actions: [], otherActions: [] };
    const compiled = compileRule(rule);
    if (compiled.ok) return compiled.value;
    throw new InputProblems(compiled.problems.map((problem) => ({ ...placed(problem, problem.place), file: SQL })));
}

/** Each name as often as it was given, but standard input read once. */
function readEach(names: readonly string[]): Inputs[] {
    const read = new Map<string, Inputs>();
    return names.map((name) => {
        const inputs = read.get(name) ?? readInputs([name]);
        read.set(name, inputs);
        return inputs;
    });
}

function compiledOf(source: SourceResource, problems: FileProblem[]): CompiledRule[] {
    const { file, facts, resource } = source;
    // A payload is its file; of other files the rule is to be told.
    const told = (message: string) => (resource === file ? message : `${resource}: ${message}`);
    try {
        const compiled = compileRule(topicRuleOfFacts(facts.values));
        if (compiled.ok) return [compiled.value];
        for (const problem of compiled.problems) {
            const path = pathOf(problem);
            const { message } = placed(problem, source.spell(path));
            problems.push({ file, ...source.locate(path), message: told(message) });
        }
    } catch (error) {
        if (!(error instanceof RuleProblem)) throw error;
        const { path, reason } = error;
        problems.push({ file, ...source.locate(path), message: told(`${source.spell(path)} ${reason}`) });
    }
    return [];
}

/** Where a text stands in the facts: `actions[0].kafka.topic` is `kafkas[0].topic`. */
function pathOf({ place }: CompiledRuleProblem): (string | number)[] {
    const path = place.replace(/^actions\[(\d+)\]\.kafka/, "kafkas[$1]");
    return path.split(/[.[\]]/).flatMap((part) => (part === "" ? [] : /^\d+$/.test(part) ? Number(part) : part));
}

function placed(problem: CompiledRuleProblem, spelled: string): Omit<FileProblem, "file"> {
    const { place, line, column } = problem;
    const where = place === "sql" ? `SQL, line ${line}, column ${column}` : spelled;
    return { line, column, message: `${where}: ${problemText(problem)}` };
}
