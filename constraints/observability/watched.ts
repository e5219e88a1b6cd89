import type { Constraint } from "../core/constraint";
import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { oneOf } from "../core/show";
import type { Source } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { alarm, watching } from "../examples/alarms";
import { isRuleWatched } from "../facts/alarms";

/** What is said of an alarm that a rule should have. */
export interface RuleAlarm {
    readonly id: string;
    readonly requirements: readonly string[];
    readonly metrics: readonly string[];
    readonly what: string;
    readonly why: string;
    readonly fix: string;
    readonly source: Source;
    /** The example: the values of an alarm that meets it. */
    readonly alarm: Record<string, unknown>;
}

/** Advice that an alarm of the stack watches each of these metrics of a rule; off until it is switched on. */
export function ruleAlarm({ metrics, alarm: changes, ...described }: RuleAlarm): Constraint {
    return defineConstraint({
        ...described,
        subject: "topicRule",
        joins: true,
        level: "advisory",
        severity: "low",
        offByDefault: true,
        check: (rule) => {
            const answer = isRuleWatched(rule, metrics);
            if (answer === true) return undefined;
            if (isUnknown(answer)) return undetermined([], "what the alarms of the stack watch is not known yet");
            return violation([], `No alarm of the stack watches ${oneOf(metrics)} of this rule`);
        },
        examples: {
            valid: [{ title: "an alarm", stack: watching(alarm(changes)) }],
            invalid: [
                { title: "no alarm", stack: watching() },
                { title: "an alarm on another rule", stack: watching(alarm({ ...changes, dimensions: ANOTHER })) },
            ],
        },
    });
}

const ANOTHER = { RuleName: "another", ActionType: "Kafka" };
