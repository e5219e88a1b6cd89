import { type Node, type ParseResult, parseSql, type Statement } from "../../language";
import { isRecord, isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { brokenMarkers, hasElementSequence, textProblem, withoutBrokenTexts } from "./brokenText";
import { KafkaAction } from "./kafkaAction";
import { textsIn } from "./resource";
import type { ResourceFacts, Stack } from "./stack";

/** A text of the rule with expressions in it, parsed: its SQL, or a text of a Kafka action. */
export interface ExpressionText {
    /** From the rule inwards. */
    readonly path: Path;
    readonly text: string;
    readonly tree: Node;
}

/** A topic rule: `aws.iot.TopicRule`, its statement parsed once however many constraints look at it. */
export class TopicRule {
    readonly at: Path = [];
    #statement: ParseResult<Statement> | undefined;
    #kafkaActions: readonly KafkaAction[] | undefined;
    #expressionTexts: readonly ExpressionText[] | undefined;

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

    /** The SQL and every text of the Kafka actions that can be parsed, for constraints about expressions anywhere. */
    get expressionTexts(): readonly ExpressionText[] {
        this.#expressionTexts ??= this.#findExpressionTexts();
        return this.#expressionTexts;
    }

    /** Every text of the Kafka actions as it is written, broken or not, with its path from the rule. */
    get rawTexts(): readonly { readonly path: Path; readonly text: string }[] {
        return this.#rawActions().flatMap(({ at, values }) =>
            textsIn(values).map(({ path, text }) => ({ path: [...at, ...path], text })),
        );
    }

    #rawActions(): { at: Path; values: unknown }[] {
        const list = this.value("kafkas");
        const actions = Array.isArray(list) ? list.map((values, index) => ({ at: ["kafkas", index], values })) : [];
        return [...actions, { at: ["errorAction", "kafka"], values: member(this.value("errorAction"), "kafka") }];
    }

    #findKafkaActions(): KafkaAction[] {
        const actions: KafkaAction[] = [];
        for (const { at, values } of this.#rawActions()) this.#addKafkaAction(actions, at, values);
        return actions;
    }

    #addKafkaAction(actions: KafkaAction[], at: Path, values: unknown): void {
        const readable = withoutBrokenTexts(values, (text) => textProblem(text) !== undefined);
        if (isUnknown(readable) || isRecord(readable)) actions.push(new KafkaAction(this, at, readable));
    }

    #findExpressionTexts(): ExpressionText[] {
        const texts: ExpressionText[] = [];
        const { sql, tree } = this;
        if (typeof sql === "string" && tree !== undefined && !isUnknown(tree)) {
            texts.push({ path: ["sql"], text: sql, tree });
        }
        for (const action of this.kafkaActions) {
            for (const { path, text, parsed } of action.templateFields) {
                // A destination takes no templates at all, which kafka-destination constraints say.
                if (parsed.ok && path[0] !== "destinationArn")
                    texts.push({ path: [...action.at, ...path], text, tree: parsed.value });
            }
        }
        return texts;
    }
}
