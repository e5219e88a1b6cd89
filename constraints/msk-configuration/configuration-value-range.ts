import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { SERVER_PROPERTY_RANGES } from "../data/serverProperties";
import { configurationWith } from "../examples/serverProperties";
import { wholeNumber } from "../facts/topic";
import { CONFIGURATION_PROPERTIES } from "./pages";
import { MOST_LINES, SERVER_PROPERTIES_PATH } from "./serverPropertiesPath";

export const configurationValueRange = defineConstraint({
    id: "configuration-value-range",
    subject: "configuration",
    requirements: ["MSK-CONF-03"],
    level: "mandatory",
    severity: "medium",
    what: "replica.lag.time.max.ms is from 10000 to 30000, zookeeper.session.timeout.ms from 6000 to 18000.",
    why: "Amazon MSK refuses a configuration with a value outside of the range.",
    fix: "Choose a value inside the range, in milliseconds.",
    source: CONFIGURATION_PROPERTIES,
    check: ({ lines }) => {
        if (isUnknown(lines)) return undetermined(SERVER_PROPERTIES_PATH);
        const wrong = lines.flatMap(({ line, name = "", value }) => {
            const number = wholeNumber(value);
            if (number === undefined || !Object.hasOwn(SERVER_PROPERTY_RANGES, name)) return [];
            const [least, most] = SERVER_PROPERTY_RANGES[name]!;
            if (number >= least && number <= most) return [];
            return violation(
                SERVER_PROPERTIES_PATH,
                `Line ${line}: ${name} is ${number}, not from ${least} to ${most}`,
            );
        });
        return wrong.slice(0, MOST_LINES);
    },
    examples: {
        valid: [
            {
                title: "the ends of both ranges",
                stack: configurationWith("replica.lag.time.max.ms=10000\nzookeeper.session.timeout.ms=18000"),
            },
        ],
        invalid: [
            { title: "a lag that is too short", stack: configurationWith("replica.lag.time.max.ms=9999") },
            { title: "a session that is too long", stack: configurationWith("zookeeper.session.timeout.ms=18001") },
        ],
    },
});
