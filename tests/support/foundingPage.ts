import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The Kafka action of the founding page's example, as printed there. */
export interface PrintedAction {
    readonly destinationArn: string;
    readonly topic: string;
    readonly clientProperties: Readonly<Record<string, string>>;
}

export interface PrintedRule {
    readonly sql: string;
    readonly ruleDisabled: boolean;
    readonly awsIotSqlVersion: string;
    readonly kafka: PrintedAction;
}

const FIXTURE = resolve(__dirname, "..", "fixtures", "founding-page", "rule.json");
const PAGE = resolve(__dirname, "..", "..", "..", "shared", "reference", "apache-kafka-rule-action.md");

/** The example with the page's own values and quirks, from a fixture that is always at hand. */
export function printedRule(): PrintedRule {
    return readRule(readFileSync(FIXTURE, "utf8"));
}

/** The example read from the page itself; undefined where the page is not at hand. */
export function printedRuleOfPage(): PrintedRule | undefined {
    if (!existsSync(PAGE)) return undefined;
    const blocks = readFileSync(PAGE, "utf8").split("```");
    const block = blocks.find((text) => text.includes('"topicRulePayload"'));
    if (!block) throw new Error(`${join(PAGE)} holds no topicRulePayload`);
    return readRule(block);
}

function readRule(text: string): PrintedRule {
    const { topicRulePayload } = JSON.parse(repair(text));
    const { actions, ...rule } = topicRulePayload;
    return { ...rule, kafka: actions[0].kafka };
}

/** The page breaks lines inside strings and leaves out the last brace; JSON allows neither. */
function repair(text: string): string {
    const parts = text.trim().split('"');
    const escaped = parts.map((part, index) => (index % 2 === 1 ? part.replaceAll("\n", "\\n") : part));
    return `${escaped.join('"')}}`;
}
