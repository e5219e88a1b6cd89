import { isUnknown } from "../core/known";
import { undetermined, type Verdict, type Violation } from "../core/verdict";
import type { ExpressionText, TopicRule } from "../facts/topicRule";

/**
 * Judges each text of a rule for what SQL version 2015-10-08 does not know: a violation under that version, an open
 * question where the version is not known yet, nothing under a later one.
 */
export function judgeUnderOldVersion(
    rule: TopicRule,
    judge: (text: ExpressionText) => Violation | undefined,
): readonly Verdict[] | undefined {
    const version = rule.value("sqlVersion");
    if (version !== "2015-10-08" && !isUnknown(version)) return undefined;
    return rule.expressionTexts.flatMap((text): Verdict[] => {
        const violation = judge(text);
        if (violation === undefined) return [];
        return isUnknown(version) ? [undetermined(text.path, "the SQL version is not known yet")] : [violation];
    });
}
