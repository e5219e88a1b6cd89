import { escapeHtml } from "./escapeHtml";
import { STAGES, type Stage } from "./stages";

/** What stands in one box of the drawing. */
export interface StageCount {
    readonly resources: number;
    readonly mandatory: number;
    readonly advisory: number;
}

/** Left edge and top of each box; the way of a message runs along the upper row. */
const BOXES: Readonly<Record<Stage, readonly [number, number]>> = {
    rule: [210, 12],
    network: [430, 12],
    cluster: [650, 12],
    access: [430, 112],
};

const [WIDTH, HEIGHT] = [180, 68];

/** The way of a message from device to broker, with the findings of each part: an inline SVG, each box a button. */
export function drawing(counts: Readonly<Record<Stage, StageCount>>): string {
    return [
        `<svg viewBox="0 0 842 192" role="group" aria-label="The pipeline and its findings">`,
        `<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">`,
        `<path d="M0 0L8 4L0 8z" class="tip"/></marker></defs>`,
        line(172, 46, 208, 46),
        line(390, 46, 428, 46),
        line(610, 46, 648, 46),
        `<path d="M300 82V146H428" class="line dashed" marker-end="url(#tip)"/>`,
        `<path d="M612 146H740V82" class="line dashed" marker-end="url(#tip)"/>`,
        `<g class="outside"><rect x="12" y="12" width="158" height="${HEIGHT}" rx="8"/>`,
        `<text x="91" y="50" class="name">Devices, MQTT</text></g>`,
        ...(Object.keys(BOXES) as Stage[]).map((stage) => box(stage, counts[stage])),
        "</svg>",
    ].join("\n");
}

function line(fromX: number, fromY: number, toX: number, toY: number): string {
    return `<path d="M${fromX} ${fromY}L${toX} ${toY}" class="line" marker-end="url(#tip)"/>`;
}

function box(stage: Stage, { resources, mandatory, advisory }: StageCount): string {
    const [x, y] = BOXES[stage];
    const state = mandatory > 0 ? "mandatory" : advisory > 0 ? "advisory" : resources > 0 ? "clean" : "absent";
    const found =
        mandatory + advisory > 0
            ? [mandatory > 0 ? `${mandatory} mandatory` : "", advisory > 0 ? `${advisory} advisory` : ""]
                  .filter((part) => part !== "")
                  .join(", ")
            : resources > 0
              ? "nothing found"
              : "not in these files";
    const label = `${STAGES[stage]}: ${found}`;
    return [
        `<g class="stage ${state}" data-stage="${stage}" tabindex="0" role="button" aria-pressed="false"`,
        ` aria-label="${escapeHtml(label)}">`,
        `<rect x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="8"/>`,
        `<text x="${x + WIDTH / 2}" y="${y + 28}" class="name">${escapeHtml(STAGES[stage])}</text>`,
        `<text x="${x + WIDTH / 2}" y="${y + 50}" class="count">${escapeHtml(found)}</text></g>`,
    ].join("");
}
