import type { Simulation } from "../../simulator";

/** Stands in the JSON where the document after SELECT belongs, which has its own JSON text with every digit. */
const PLACE = "\u0000output\u0000";

/** A simulation as JSON; `indent` as of JSON.stringify. */
export function simulationJson(simulation: Simulation, indent?: number): string {
    if (!simulation.matched || simulation.outputJson === undefined) return JSON.stringify(simulation, null, indent);
    const { outputJson, ...rest } = simulation;
    const text = JSON.stringify({ ...rest, output: PLACE }, null, indent);
    // A function, since $ in a replacing text would be taken for more than itself.
    return text.replace(JSON.stringify(PLACE), () => outputJson);
}
