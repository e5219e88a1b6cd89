import { CATALOGUE, type Configuration } from "../../constraints";
import { nearest, show } from "../../constraints/core/show";
import { LEDGER } from "../../constraints/ledger";
import { asksForJson, oneOf, readArguments } from "../arguments";
import { type Command, EXIT, type ExitCode, type Terminal, UsageProblem } from "../command";
import { type ConfigurationFileProblem, readConfiguration } from "../configurationFile";
import { EXPLAINED_ARGUMENT_FORM } from "../explain/argumentForm";
import {
    type ExplainedConstraint,
    type ExplainedRequirement,
    explainConstraint,
    explainRequirement,
    summariseConstraint,
} from "../explain/explained";
import { constraintText, listText, requirementText } from "../explain/explainedText";
import { describeProblem } from "../fileProblem";

/** What is wrong with the call or the configuration. */
interface ExplainError {
    /** The word that is wrong, or the path to the value that is. */
    readonly name: string;
    /** The word that was probably meant. */
    readonly nearest: string | null;
    readonly message: string;
}

/** The one document of `--format json`. */
interface Explanation {
    readonly constraints: readonly ExplainedConstraint[];
    readonly requirements: readonly ExplainedRequirement[];
    readonly errors: readonly ExplainError[];
}

interface Call {
    readonly ids: readonly string[];
    readonly config?: string;
    readonly format: "text" | "json";
}

/** `iot-kafka explain`: what a constraint demands and why, and what becomes of a requirement. */
export const explain: Command = {
    help: `iot-kafka explain [ID…] [--config FILE] [--format text|json]

  Explains constraints (acks-value) and requirements (KAFKA-ACKS-01) by their IDs. Without an ID it lists them all.

  --config FILE   a configuration of the policy packs: it is checked, and its levels and options are shown
  --format json   one JSON document

  Exit codes: 0 explained, 2 the configuration cannot be used, 64 wrong usage or an unknown ID.`,
    run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
    let call: Call;
    try {
        call = readCall(args);
    } catch (error) {
        if (!(error instanceof UsageProblem) || !asksForJson(args)) throw error;
        const errors = [{ name: "arguments", nearest: null, message: error.message }];
        printJson({ constraints: [], requirements: [], errors }, terminal);
        return EXIT.usage;
    }
    const unknown = call.ids.filter((id) => !isConstraint(id) && !isRequirement(id)).map(unknownId);
    const read = call.config === undefined ? undefined : readConfiguration(call.config, CATALOGUE);
    const unusable = read?.ok === false ? read.problems.map(fromConfiguration) : [];
    const errors = [...unknown, ...unusable];
    const configuration = read?.ok ? read.configuration : {};
    if (errors.length === 0 && call.ids.length === 0 && call.format === "text") {
        terminal.out(listAll(configuration));
        return EXIT.ok;
    }
    // Nothing is explained under a configuration that cannot be used.
    const explained = unusable.length > 0 ? { constraints: [], requirements: [] } : explainAll(call.ids, configuration);
    if (call.format === "json") printJson({ ...explained, errors }, terminal);
    else printText({ ...explained, errors }, terminal);
    if (unknown.length > 0) return EXIT.usage;
    return unusable.length > 0 ? EXIT.unusable : EXIT.ok;
}

function readCall(args: readonly string[]): Call {
    const { values, positionals } = readArguments({
        args: [...args],
        allowPositionals: true,
        options: {
            config: { type: "string", multiple: true, default: [] },
            format: { type: "string", default: "text" },
        },
    });
    const [config, ...more] = values.config;
    if (more.length > 0) throw new UsageProblem(`one configuration at a time: ${values.config.join(", ")}`);
    if (config === "") throw new UsageProblem("--config needs the name of a file");
    return {
        ids: [...new Set(positionals)],
        config,
        format: oneOf("format", values.format, ["text", "json"] as const),
    };
}

/** The constraints and requirements with these IDs, in that order; all of them where no ID is given. */
function explainAll(ids: readonly string[], configuration: Configuration): Omit<Explanation, "errors"> {
    const constraints =
        ids.length === 0 ? CATALOGUE : ids.flatMap((id) => CATALOGUE.filter((constraint) => constraint.id === id));
    const ofComponents = ids.includes(EXPLAINED_ARGUMENT_FORM.id) ? [EXPLAINED_ARGUMENT_FORM] : [];
    const requirements = ids.length === 0 ? LEDGER.map(({ id }) => id) : ids.filter(isRequirement);
    return {
        constraints: [
            ...constraints.map((constraint) => explainConstraint(constraint, configuration)),
            ...ofComponents,
        ],
        requirements: requirements.map((id) => explainRequirement(id, CATALOGUE)),
    };
}

function listAll(configuration: Configuration): string {
    return listText(
        CATALOGUE.map((constraint) => summariseConstraint(constraint, configuration)),
        LEDGER.map(({ id }) => explainRequirement(id, CATALOGUE)),
    );
}

function isConstraint(id: string): boolean {
    return id === EXPLAINED_ARGUMENT_FORM.id || CATALOGUE.some((constraint) => constraint.id === id);
}

function isRequirement(id: string): boolean {
    return LEDGER.some((entry) => entry.id === id);
}

function unknownId(id: string): ExplainError {
    const meant = nearest(
        id,
        [...CATALOGUE, ...LEDGER].map((known) => known.id),
    );
    const advice =
        meant === undefined ? "iot-kafka explain, without an ID, lists all there are." : `Did you mean ${show(meant)}?`;
    return { name: id, nearest: meant ?? null, message: `${show(id)} is no constraint or requirement. ${advice}` };
}

function fromConfiguration(problem: ConfigurationFileProblem): ExplainError {
    const { name, nearest: meant = null } = problem;
    return { name, nearest: meant, message: describeProblem(problem) };
}

function printJson(explanation: Explanation, terminal: Terminal): void {
    terminal.out(JSON.stringify(explanation, null, 2));
}

function printText({ constraints, requirements, errors }: Explanation, terminal: Terminal): void {
    for (const { message } of errors) terminal.err(message);
    const texts = [
        ...constraints.map((constraint) =>
            constraintText(
                constraint,
                LEDGER.filter(({ id }) => constraint.requirements.includes(id)),
            ),
        ),
        ...requirements.map(requirementText),
    ];
    if (texts.length > 0) terminal.out(texts.join("\n\n\n"));
}
