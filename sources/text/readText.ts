import type { Located, TextProblem } from "./located";
import { readLocatedJson } from "./locatedJson";
import { readEventLines } from "./locatedLines";
import { readLocatedYaml } from "./locatedYaml";
import { repairJson } from "./repairs";

/** A text as values, or what is wrong with it. */
export type ReadText =
    | {
          readonly ok: true;
          readonly located: Located;
          /** What was repaired: only a rule payload may need it. */
          readonly repairs: readonly TextProblem[];
          /** What would be wrong without the repairs. */
          readonly unrepaired?: TextProblem;
      }
    | { readonly ok: false; readonly problem: TextProblem };

/** Reads a text that is JSON or YAML, as its first character tells; `file` decides where that leaves a doubt. */
export function readText(file: string, text: string): ReadText {
    if (!/^\uFEFF?\s*[[{"]/.test(text)) return readOtherThanJson(file, text);
    const read = readLocatedJson(text);
    if (read.ok) return { ok: true, located: read.json, repairs: [] };
    const events = readEventLines(text);
    if (events) return { ok: true, located: events, repairs: [] };
    const repaired = repairJson(text);
    if (repaired) return { ok: true, located: repaired.json, repairs: repaired.notes, unrepaired: read.problem };
    // A flow mapping of YAML starts like an object of JSON.
    if (/\.(ya?ml|template)$/i.test(file)) {
        const yaml = readYaml(text);
        if (yaml.ok) return yaml;
    }
    return read;
}

/** A text that does not start like JSON is YAML; one that is called JSON and holds no more than words is neither. */
function readOtherThanJson(file: string, text: string): ReadText {
    const yaml = readYaml(text);
    if (!yaml.ok || typeof yaml.located.value !== "string" || !/\.json$/i.test(file)) return yaml;
    const json = readLocatedJson(text);
    return json.ok ? yaml : json;
}

function readYaml(text: string): ReadText {
    if (text.trim() === "") return { ok: false, problem: { line: 1, column: 1, message: "The file is empty." } };
    const read = readLocatedYaml(text);
    return read.ok ? { ok: true, located: read.yaml, repairs: [] } : read;
}
