import { type Facts, isRecord, member, UNKNOWN } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import { ACTION_LISTS } from "../../constraints/facts/ruleActions";
import { Conversion, type Dialect } from "../conversion/conversion";
import { idIn, PlacedResource } from "../conversion/placedResource";
import { rulePayload } from "../conversion/rulePayload";
import { SAME } from "../conversion/spelling";
import type { ReadResources } from "../readResources";
import type { Located } from "../text/located";
import { PAYLOAD_SPEECH } from "../wording/speeches";

const DIALECT: Dialect = {
    spelling: SAME,
    free: new Set(["clientProperties"]),
    single: new Set(),
    hasLooseTexts: false,
    dropsEmpty: false,
    resolve: (value, at) => ({ value, at }),
};

const KINDS: ReadonlySet<string> = new Set(Object.values(ACTION_LISTS));

/** Where the payload of a rule stands in a document; undefined where it is none. */
export function payloadPath(value: unknown): Path | undefined {
    if (isRecord(member(value, "topicRulePayload"))) return ["topicRulePayload"];
    if (isPayload(member(value, "rule"))) return ["rule"];
    return isPayload(value) ? [] : undefined;
}

function isPayload(value: unknown): boolean {
    if (!isRecord(value)) return false;
    if (typeof value.sql === "string" || Object.hasOwn(value, "awsIotSqlVersion")) return true;
    const actions = member(value, "actions");
    if (!Array.isArray(actions)) return false;
    return actions.some((action) => isRecord(action) && Object.keys(action).some((kind) => KINDS.has(kind)));
}

/** The rule of a payload: bare, as `aws iot create-topic-rule` takes it, or as `aws iot get-topic-rule` prints it. */
export function readPayload(file: string, located: Located): ReadResources {
    const document = located.value as Facts;
    const at = payloadPath(document) ?? [];
    const payload = at.length === 0 ? document : document[String(at[0])];
    const conversion = new Conversion(DIALECT);
    const { values, places, assumed } = rulePayload(conversion, payload, at);
    const holder = Object.hasOwn(document, "ruleName") ? [] : at;
    const name = member(holder.length === 0 ? document : payload, "ruleName");
    // Whoever creates the rule names it, perhaps beside the file.
    values.name = name ?? UNKNOWN;
    places.set("name", [...holder, "ruleName"]);
    const arn = member(document, "ruleArn");
    if (typeof arn === "string") values.arn = arn;
    conversion.origins.note(values, at, places);
    const region = typeof arn === "string" ? arn.split(":")[3] : undefined;
    const facts = {
        kind: "topicRule",
        id: idIn(file, "rule"),
        ...(typeof name === "string" ? { name } : {}),
        values,
        ...(region ? { region } : {}),
        ...(assumed.length > 0 ? { assumed } : {}),
    } as const;
    const shown = (path: Path) => (path[0] === at[0] ? path.slice(at.length) : path);
    const { origins } = conversion;
    const place = { file, located, base: [], source: document, spelling: SAME, origins };
    const anchor = { ...place, shown, speech: PAYLOAD_SPEECH };
    const resources = [new PlacedResource(facts, file, "topic rule payload", anchor)];
    const problems = conversion.complaints.map(({ at: place, message }) => ({
        ...{ file, ...located.locate(place) },
        message,
    }));
    return { resources, notEvaluated: [], problems };
}
