import { type Node, type ParseResult, parseSql, type Statement } from "../../language";
import { isRecord, isUnknown, type Known, member, UNKNOWN } from "../core/known";
import { formatPath, type Path } from "../core/path";
import { brokenMarkers, hasElementSequence, type TextProblem, textProblem, withoutBrokenTexts } from "./brokenText";
import { KafkaAction } from "./kafkaAction";
import { textsIn } from "./resource";
import { findActions, type RuleActions } from "./ruleActions";
import type { ResourceFacts, Stack } from "./stack";

/** A text of the rule with expressions in it, parsed: its SQL, or a text of a Kafka action. */
export interface ExpressionText {
    /** From the rule inwards. */
    readonly path: Path;
    readonly text: string;
    readonly tree: Node;
}

/** A text of a Kafka action as it is written. */
export interface RawText {
    /** From the rule inwards. */
    readonly path: Path;
    readonly text: string;
    /** Why it is broken as a whole; absent where it is not. */
    readonly problem?: TextProblem;
}

/** A Kafka action as it is written, whatever it is. */
interface RawAction {
    readonly at: Path;
    readonly values: unknown;
}

/** A topic rule: `aws.iot.TopicRule`, its statement parsed once however many constraints look at it. */
export class TopicRule {
    readonly at: Path = [];
    #sql: { readonly text: Known<string | undefined> } | undefined;
    #statement: ParseResult<Statement> | undefined;
    #kafkaActions: readonly KafkaAction[] | undefined;
    #expressionTexts: readonly ExpressionText[] | undefined;
    #brokenTexts: readonly RawText[] | undefined;
    #actions: RuleActions | undefined;
    #foundActions: readonly RawAction[] | undefined;
    readonly #problems = new Map<string, TextProblem | undefined>();

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
    ) {}

    get region(): Known<string | undefined> {
        return this.stack.regionOf(this.resource);
    }

    /** An input of the rule: undefined when absent. */
    value(name: string): unknown {
        const value = member(this.resource.values, name);
        return value === null ? undefined : value;
    }

    /** The SQL text: undefined where there is none, unknown where it is, or where it is broken. */
    get sql(): Known<string | undefined> {
        if (!this.#sql) this.#sql = { text: this.#readSql() };
        return this.#sql.text;
    }

    #readSql(): Known<string | undefined> {
        const sql = this.value("sql");
        if (isUnknown(sql)) return UNKNOWN;
        if (typeof sql !== "string" || sql.trim() === "") return undefined;
        return hasElementSequence(sql) || brokenMarkers(sql, "sql").length > 0 ? UNKNOWN : sql;
    }

    /** The parsed SQL, or why it cannot be parsed; undefined where there is no text to parse. */
    get statement(): ParseResult<Statement> | undefined {
        const { sql } = this;
        if (typeof sql !== "string") return undefined;
        this.#statement ??= parseSql(sql);
        return this.#statement;
    }

    /** The parsed SQL; unknown where the SQL is, undefined where there is none or it cannot be parsed. */
    get tree(): Known<Statement | undefined> {
        if (isUnknown(this.sql)) return UNKNOWN;
        return this.statement?.ok ? this.statement.value : undefined;
    }

    /** The topic filter after FROM; unknown where the SQL is, undefined where there is none. */
    get topicFilter(): Known<string | undefined> {
        const { tree } = this;
        return isUnknown(tree) ? UNKNOWN : tree?.from?.filter;
    }

    /**
     * All Kafka actions, the error action's last. A text that is broken as a whole is unknown in them: that it is broken
     * is reported by itself, and nothing else can be said of it.
     */
    get kafkaActions(): readonly KafkaAction[] {
        this.#kafkaActions ??= this.#findKafkaActions();
        return this.#kafkaActions;
    }

    /** The SQL and every text of the Kafka actions with templates in it, where they can be parsed. */
    get expressionTexts(): readonly ExpressionText[] {
        this.#expressionTexts ??= this.#findExpressionTexts();
        return this.#expressionTexts;
    }

    /** The texts of the Kafka actions that are `wanted`, as they are written, and what is wrong with them. */
    rawTexts(wanted: (text: string) => boolean): RawText[] {
        return this.#rawActions.flatMap(({ at, values }) =>
            textsIn(values, at, wanted).map((placed): RawText => {
                const problem = this.#problemOf(placed.text);
                return problem === undefined ? placed : { ...placed, problem };
            }),
        );
    }

    /** Those with which something is wrong: most often none. */
    get brokenTexts(): readonly RawText[] {
        this.#brokenTexts ??= this.rawTexts((text) => this.#problemOf(text) !== undefined);
        return this.#brokenTexts;
    }

    /** Every action without the error action, and whether all lists of them are known. */
    get actions(): RuleActions {
        this.#actions ??= findActions(this);
        return this.#actions;
    }

    #problemOf(text: string): TextProblem | undefined {
        // Without a template there is nothing to parse, and little to be saved.
        if (!text.includes("${")) return textProblem(text);
        const known = this.#problems.get(text);
        if (known !== undefined || this.#problems.has(text)) return known;
        const problem = textProblem(text);
        this.#problems.set(text, problem);
        return problem;
    }

    get #rawActions(): readonly RawAction[] {
        this.#foundActions ??= this.#findRawActions();
        return this.#foundActions;
    }

    #findRawActions(): RawAction[] {
        const list = this.value("kafkas");
        const actions = Array.isArray(list) ? list.map((values, index) => ({ at: ["kafkas", index], values })) : [];
        return [...actions, { at: ["errorAction", "kafka"], values: member(this.value("errorAction"), "kafka") }];
    }

    #findKafkaActions(): KafkaAction[] {
        const actions: KafkaAction[] = [];
        for (const { at, values } of this.#rawActions) this.#addKafkaAction(actions, at, values);
        return actions;
    }

    #addKafkaAction(actions: KafkaAction[], at: Path, values: unknown): void {
        const readable = withoutBrokenTexts(values, (text) => this.#problemOf(text) !== undefined);
        if (isUnknown(readable) || isRecord(readable)) actions.push(new KafkaAction(this, at, readable));
    }

    #findExpressionTexts(): ExpressionText[] {
        const texts: ExpressionText[] = [];
        const { sql, tree } = this;
        if (typeof sql === "string" && tree !== undefined && !isUnknown(tree)) {
            texts.push({ path: ["sql"], text: sql, tree });
        }
        for (const action of this.kafkaActions) addTemplatesOf(action, texts);
        return texts;
    }
}

/** The templates of an action, by their paths. A destination takes none at all, which is said elsewhere. */
function addTemplatesOf(action: KafkaAction, texts: ExpressionText[]): void {
    const found = [];
    for (const { path, text, parsed } of action.templateFields) {
        if (!parsed.ok || !text.includes("${") || path[0] === "destinationArn") continue;
        found.push({ order: formatPath(path), path: [...action.at, ...path], text, tree: parsed.value });
    }
    if (found.length > 1) found.sort((one, other) => (one.order < other.order ? -1 : 1));
    for (const { path, text, tree } of found) texts.push({ path, text, tree });
}
