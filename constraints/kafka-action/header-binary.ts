import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { eachHeaderText } from "./headers";

export const headerBinary = defineConstraint({
    id: "header-binary",
    subject: "kafkaAction",
    requirements: ["KAFKA-HDR-06"],
    level: "advisory",
    severity: "low",
    what: "Headers are plain text.",
    why: "AWS IoT sends header values as text; it has no binary headers, so bytes do not arrive as they are.",
    fix: "Send such data as base64, or in the message.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) =>
        eachHeaderText(action, (text, name, path) =>
            isBinary(text)
                ? violation(path, `The header's ${name} holds control characters or broken text`)
                : undefined,
        ),
    examples: {
        valid: [
            { title: "text with a template", stack: withValue("from ${clientid()}") },
            { title: "letters beyond ASCII", stack: withValue("Zürich 工場") },
        ],
        invalid: [
            { title: "a zero byte", stack: withValue("\u0000\u0001") },
            { title: "bytes that were read as text", stack: withValue("\uFFFDPNG") },
        ],
    },
});

/** True for control characters other than white space, and for what is left of bytes that are no text. */
function isBinary(text: string): boolean {
    for (const character of text) {
        const code = character.codePointAt(0)!;
        const isControl = (code < 0x20 && !/\s/.test(character)) || (code >= 0x7f && code < 0xa0);
        if (isControl || code === 0xfffd || (code >= 0xd800 && code <= 0xdfff)) return true;
    }
    return false;
}

function withValue(value: string) {
    return withAction({ headers: [{ key: "source", value }] });
}
