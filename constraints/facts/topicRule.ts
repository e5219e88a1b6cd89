import { type ParseResult, parseSql, type Statement } from "../../language";
import { isRecord, isUnknown, type Known, member } from "../core/known";
import type { Path } from "../core/path";
import { KafkaAction } from "./kafkaAction";
import type { ResourceFacts, Stack } from "./stack";

/** A topic rule: `aws.iot.TopicRule`, its statement parsed once however many constraints look at it. */
export class TopicRule {
    readonly at: Path = [];
    #statement: ParseResult<Statement> | undefined;
    #kafkaActions: readonly KafkaAction[] | undefined;

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
    ) {}

    get region(): Known<string | undefined> {
        return this.stack.regionOf(this.resource);
    }

    value(name: string): unknown {
        return member(this.resource.values, name);
    }

    /** The parsed SQL, or why it cannot be parsed; undefined where there is no text to parse. */
    get statement(): ParseResult<Statement> | undefined {
        const sql = this.value("sql");
        if (typeof sql !== "string") return undefined;
        this.#statement ??= parseSql(sql);
        return this.#statement;
    }

    /** All Kafka actions, the error action's last. */
    get kafkaActions(): readonly KafkaAction[] {
        this.#kafkaActions ??= this.#findKafkaActions();
        return this.#kafkaActions;
    }

    #findKafkaActions(): KafkaAction[] {
        const actions: KafkaAction[] = [];
        const list = this.value("kafkas");
        if (Array.isArray(list)) {
            list.forEach((values, index) => {
                if (isUnknown(values) || isRecord(values)) actions.push(new KafkaAction(this, ["kafkas", index], values));
            });
        }
        const errorAction = member(this.value("errorAction"), "kafka");
        if (isUnknown(errorAction) || isRecord(errorAction)) {
            actions.push(new KafkaAction(this, ["errorAction", "kafka"], errorAction));
        }
        return actions;
    }
}
