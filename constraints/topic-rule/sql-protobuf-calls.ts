import { allCalls } from "../../language";
import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";
import { isProtobufDecode } from "../facts/expressions";
import { BINARY_PAYLOADS } from "./pages";

const MAXIMUM = 2;

export const sqlProtobufCalls = defineConstraint({
    id: "sql-protobuf-calls",
    subject: "topicRule",
    requirements: ["SQL-LIM-01"],
    level: "mandatory",
    severity: "high",
    what: "A statement decodes protobuf at most twice.",
    why: "AWS IoT refuses a statement with more calls of decode(…, 'proto', …).",
    fix: "Decode once into a SET variable and read its members.",
    source: BINARY_PAYLOADS,
    check: (rule) => {
        const { tree } = rule;
        if (isUnknown(tree)) return undetermined(["sql"]);
        const count = tree ? allCalls(tree).filter(isProtobufDecode).length : 0;
        return count > MAXIMUM ? violation(["sql"], `The statement decodes protobuf ${count} times`) : undefined;
    },
    examples: {
        valid: [{ title: "two calls", stack: withSql(decoding(2)) }],
        invalid: [{ title: "three calls", stack: withSql(decoding(3)) }],
    },
});

function decoding(count: number): string {
    const call = "decode(encode(*, 'base64'), 'proto', 'bucket', 'messages.desc', 'messages.proto', 'Reading')";
    return `SELECT ${Array.from({ length: count }, (_, index) => `${call} AS r${index}`).join(", ")} FROM 'a/b'`;
}
