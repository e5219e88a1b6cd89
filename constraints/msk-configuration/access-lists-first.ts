import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { configurationWith } from "../examples/serverProperties";
import { ACCESS_LISTS } from "./pages";
import { SERVER_PROPERTIES_PATH } from "./serverPropertiesPath";

export const accessListsFirst = defineConstraint({
    id: "access-lists-first",
    subject: "configuration",
    requirements: ["MSK-ACL-02"],
    level: "advisory",
    severity: "medium",
    offByDefault: true,
    what: "allow.everyone.if.no.acl.found is set to false only where access lists exist.",
    why: "Before there are any, nobody gets in, AWS IoT neither; setting it back to true heals.",
    fix: "Give the user of the rule WRITE and DESCRIBE on its topics first; then suppress this, with that as the reason.",
    source: ACCESS_LISTS,
    check: (configuration) => {
        const line = configuration.lineOf("allow.everyone.if.no.acl.found");
        if (isUnknown(line)) return undetermined(SERVER_PROPERTIES_PATH);
        if (line?.value.toLowerCase() !== "false") return undefined;
        return violation(
            SERVER_PROPERTIES_PATH,
            `Line ${line.line} sets it to false, and no access list shows in a stack`,
        );
    },
    examples: {
        valid: [
            { title: "the default", stack: configurationWith("num.partitions=6") },
            { title: "true", stack: configurationWith("allow.everyone.if.no.acl.found=true") },
        ],
        invalid: [{ title: "false", stack: configurationWith("allow.everyone.if.no.acl.found=false") }],
    },
});
