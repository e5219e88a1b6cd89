import { allCalls } from "../../language";
import { defineConstraint } from "../core/constraint";
import { iotGuide } from "../core/source";
import { violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { withSql } from "../examples/rules";
import { isProtobufDecode } from "../facts/expressions";

const DECODE = "decode(encode(*, 'base64'), 'proto', 'bucket', 'messages.desc', 'messages.proto', 'Reading')";

export const templateProtobufDecode = defineConstraint({
    id: "template-protobuf-decode",
    subject: "topicRule",
    requirements: ["TPL-EXPR-07"],
    level: "mandatory",
    severity: "high",
    what: "No template decodes protobuf.",
    why: "AWS IoT decodes protobuf in the SQL only.",
    fix: "Decode it in the SQL: SET @reading = decode(…) SELECT …, and read ${@reading.member}.",
    source: iotGuide("binary-payloads"),
    check: (rule) =>
        rule.expressionTexts.flatMap(({ path, tree }) =>
            path[0] !== "sql" && allCalls(tree).some(isProtobufDecode)
                ? violation(path, "The template calls decode(…, 'proto', …)")
                : [],
        ),
    examples: {
        valid: [
            { title: "a decoded text", stack: withAction({ key: "${decode(id, 'base64')}" }) },
            { title: "protobuf in the SQL", stack: withSql(`SELECT VALUE ${DECODE} FROM 'a/b'`) },
        ],
        invalid: [{ title: "protobuf in a key", stack: withAction({ key: `\${${DECODE}.id}` }) }],
    },
});
