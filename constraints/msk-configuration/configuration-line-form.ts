import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { configurationWith } from "../examples/serverProperties";
import { CONFIGURATION_OPERATIONS } from "./pages";
import { SERVER_PROPERTIES_PATH } from "./serverPropertiesPath";

export const configurationLineForm = defineConstraint({
    id: "configuration-line-form",
    subject: "configuration",
    requirements: ["MSK-CONF-01"],
    level: "advisory",
    severity: "medium",
    what: "A configuration is lines of key=value.",
    why: "Amazon MSK reads a properties file, and refuses or misreads everything else.",
    fix: "Write one `key=value` a line, as plain text.",
    source: CONFIGURATION_OPERATIONS,
    check: ({ lines, resource }) => {
        if (isUnknown(lines)) return undetermined(SERVER_PROPERTIES_PATH);
        const wrong = lines.filter(({ name }) => name === undefined);
        if (wrong.length === 0) return undefined;
        return violation(SERVER_PROPERTIES_PATH, describe(String(resource.values.serverProperties), wrong[0]!.line));
    },
    examples: {
        valid: [
            { title: "lines of key=value", stack: configurationWith("num.partitions=6\n\n# note\nlog.roll.ms = 1\n") },
        ],
        invalid: [
            { title: "JSON", stack: configurationWith('{"num.partitions": 6}') },
            { title: "YAML", stack: configurationWith("num.partitions: 6") },
            { title: "a word alone", stack: configurationWith("num.partitions=6\nauto.create.topics.enable") },
            { title: "base64", stack: configurationWith("bnVtLnBhcnRpdGlvbnM9NmFiYwAA") },
        ],
    },
});

function describe(text: string, line: number): string {
    if (/^\s*[{[]/.test(text)) return "It is JSON";
    if (/^[A-Za-z0-9+/]{16,}={0,2}\s*$/.test(text)) return "It looks like base64; the provider encodes the text itself";
    return `Line ${line} has no "=", or nothing before it`;
}
