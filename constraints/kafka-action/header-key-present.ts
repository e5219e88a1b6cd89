import { defineConstraint } from "../core/constraint";
import { violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { eachHeaderText } from "./headers";
import { API_KAFKA_HEADER } from "./pages";

export const headerKeyPresent = defineConstraint({
    id: "header-key-present",
    subject: "kafkaAction",
    requirements: ["KAFKA-HDR-08"],
    level: "advisory",
    severity: "low",
    what: "The key of a header is not empty.",
    why: "AWS IoT takes an empty key, but consumers cannot ask for such a header by name.",
    fix: "Name the header.",
    source: API_KAFKA_HEADER,
    check: (action) =>
        eachHeaderText(action, (text, name, path) =>
            name === "key" && text === "" ? violation(path, "The header's key is empty") : undefined,
        ),
    examples: {
        valid: [{ title: "a key", stack: withAction({ headers: [{ key: "source", value: "" }] }) }],
        invalid: [{ title: "an empty key", stack: withAction({ headers: [{ key: "", value: "iot" }] }) }],
    },
});
