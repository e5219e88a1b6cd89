import { defineConstraint } from "../core/constraint";
import { isRecord, isUnknown, member } from "../core/known";
import { describe, kindOf } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { eachHeader } from "./headers";
import { API_KAFKA_HEADER } from "./pages";

export const headerMembers = defineConstraint({
    id: "header-members",
    subject: "kafkaAction",
    requirements: ["KAFKA-HDR-04"],
    level: "mandatory",
    severity: "high",
    what: "Each header has a key and a value, both of them texts.",
    why: "AWS IoT refuses a rule with half a header.",
    fix: "Write { key: '…', value: '…' }; the value may be empty or hold templates.",
    source: API_KAFKA_HEADER,
    check: (action) =>
        eachHeader(action, (header, path): Verdict[] => {
            if (isUnknown(header)) return [undetermined(path)];
            if (!isRecord(header)) return [violation(path, `The header is ${kindOf(header)}, not a key and a value`)];
            return ["key", "value"].flatMap((name): Verdict[] => {
                const value = member(header, name) ?? undefined;
                if (typeof value === "string") return [];
                if (isUnknown(value)) return [undetermined([...path, name])];
                if (value === undefined) return [violation(path, `The header has no ${name}`)];
                return [violation([...path, name], `The header's ${name} is ${describe(value)}, not a text`)];
            });
        }),
    examples: {
        valid: [{ title: "a key and a value", stack: withHeader({ key: "source", value: "" }) }],
        invalid: [
            { title: "no value", stack: withHeader({ key: "source" }) },
            { title: "no key", stack: withHeader({ value: "iot" }) },
            { title: "a number", stack: withHeader({ key: "version", value: 2 }) },
            { title: "a text in place of a header", stack: withHeader("source=iot") },
        ],
    },
});

function withHeader(header: unknown) {
    return withAction({ headers: [header] });
}
