import { isTemplate, readTemplate } from "./cloudformation/readTemplate";
import { payloadPath, readPayload } from "./payload/readPayload";
import { isEventLog, readEvents } from "./pulumi/readEvents";
import { isPulumiPlan, readPlan } from "./pulumi/readPlan";
import { isPulumiExport, isPulumiPreview, readExport, readPreview } from "./pulumi/readPulumi";
import type { ReadResources } from "./readResources";
import type { SourceDocument, SourceFile, SourceFormat, SourceProblem } from "./sourceDocument";
import { strangerSentence } from "./strangers";
import { isTerraform, readTerraform } from "./terraform/readTerraform";
import type { Located } from "./text/located";
import { readText } from "./text/readText";
import { misshapenActions, unreadRules } from "./unreadRules";

/** Longer texts are refused: reading them would take more memory than a program should ask for. In characters. */
export const MAXIMUM_LENGTH = 64 * 1024 * 1024;

/** Of mistakes of one kind only so many are told. */
const MAXIMUM_REPEATED = 20;

/** What a file is read with. */
export interface ReadOptions {
    /** The Region that the resources are deployed to, where it is known: `AWS::Region` of a template. */
    readonly region?: string;
}

/** Reads a file of whatever format. Never throws: what is wrong stands in `problems`, and what could be read is there. */
export function readSource({ file, text }: SourceFile, options: ReadOptions = {}): SourceDocument {
    const nothing = { file, format: undefined, resources: [], notEvaluated: [], notes: [] };
    const refused = (message: string): SourceDocument => {
        return { ...nothing, problems: [{ file, line: 1, column: 1, message }] };
    };
    if (text.length > MAXIMUM_LENGTH) return refused(`The file is longer than ${MAXIMUM_LENGTH >> 20} MB.`);
    const read = readText(file, text);
    if (!read.ok) return { ...nothing, problems: [{ file, ...read.problem }] };
    const { located, repairs, unrepaired } = read;
    const format = formatOf(located.value);
    // Only the example of AWS's own page is repaired, and only rules that are made from it.
    if (unrepaired && format !== "payload") return { ...nothing, problems: [{ file, ...unrepaired }] };
    if (format === undefined) return refused(strangerSentence(located.value));
    const problems: SourceProblem[] = located.repeated.slice(0, MAXIMUM_REPEATED).map((one) => ({ file, ...one }));
    const notes = repairs.map((repair) => ({ file, ...repair }));
    const { resources, notEvaluated, problems: misshapen = [], ...more } = READERS[format](file, located, options);
    problems.push(...misshapen, ...(ACTIONS_ARE_LISTS.has(format) ? misshapenActions(resources) : []));
    const gaps = [...notEvaluated, ...unreadRules(resources)];
    return { file, format, notes, problems, resources, notEvaluated: gaps, ...more };
}

type Reader = (file: string, located: Located, options: ReadOptions) => ReadResources;

const READERS: Readonly<Record<SourceFormat, Reader>> = {
    payload: readPayload,
    cloudformation: readTemplate,
    terraform: readTerraform,
    "pulumi-export": readExport,
    "pulumi-preview": readPreview,
    "pulumi-plan": readPlan,
    "pulumi-events": readEvents,
};

/** Formats that list the actions of a rule by their kinds, as the facts do. */
const ACTIONS_ARE_LISTS: ReadonlySet<SourceFormat> = new Set([
    "terraform",
    "pulumi-export",
    "pulumi-preview",
    "pulumi-plan",
    "pulumi-events",
]);

/** What a document is, by its content. */
function formatOf(value: unknown): SourceFormat | undefined {
    if (payloadPath(value) !== undefined) return "payload";
    if (isTemplate(value)) return "cloudformation";
    if (isTerraform(value)) return "terraform";
    if (isPulumiExport(value)) return "pulumi-export";
    if (isPulumiPlan(value)) return "pulumi-plan";
    if (isEventLog(value)) return "pulumi-events";
    return isPulumiPreview(value) ? "pulumi-preview" : undefined;
}
