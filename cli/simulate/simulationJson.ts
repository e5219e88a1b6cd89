import type { RuleExplanation, SimulationText } from "../../simulator";
import type { FileProblem } from "../fileProblem";

/** A simulation, and its explanation where that was asked for. */
export interface Simulated {
    readonly simulation: SimulationText;
    readonly explanation?: RuleExplanation;
}

/** The document about rules of which each has its result; `errors` where some of them could not be simulated. */
export function resultsJson(results: readonly Simulated[], errors: readonly FileProblem[], separator = ""): string {
    const texts = results.map(simulationJson).join(`,${separator}`);
    const rest = errors.length === 0 ? "" : `,${separator}"errors":${JSON.stringify(errors)}`;
    return `{"results":[${separator}${texts}${separator}]${rest}}`;
}

/** A simulation as JSON on one line, its output with every digit. */
export function simulationJson({ simulation, explanation }: Simulated): string {
    const rest = explanation === undefined ? "" : `,"explanation":${JSON.stringify(explanation)}`;
    if (!simulation.matched) return `${JSON.stringify(simulation).slice(0, -1)}${rest}}`;
    const { rule, outputJson, outputBase64, undefined: missing, actions, error, errorAction } = simulation;
    return (
        `{"rule":${JSON.stringify(rule)},"matched":true,"output":${outputJson ?? JSON.stringify(simulation.output ?? null)}` +
        `${outputBase64 === undefined ? "" : `,"outputBase64":"${outputBase64}"`}` +
        `,"undefined":${JSON.stringify(missing)},"actions":${JSON.stringify(actions)}` +
        `${error === undefined ? "" : `,"error":${JSON.stringify(error)}`}` +
        `${errorAction === undefined ? "" : `,"errorAction":${JSON.stringify(errorAction)}`}${rest}}`
    );
}

/** The same on many lines, for people. */
export function indentedJson(simulated: Simulated): string {
    const { simulation, explanation } = simulated;
    if (!simulation.matched) return JSON.stringify({ ...simulation, explanation }, null, 2);
    const { rule, matched, output = null, outputJson, ...rest } = simulation;
    const place = outputJson === undefined ? output : PLACE;
    const text = JSON.stringify({ rule, matched, output: place, ...rest, explanation }, null, 2);
    if (outputJson === undefined) return text;
    // A function, since $ in a replacing text would be taken for more than itself.
    return text.replace(JSON.stringify(PLACE), () => outputJson);
}

/** Stands in the JSON where the document after SELECT belongs, which has its own JSON text with every digit. */
const PLACE = "\u0000output\u0000";
