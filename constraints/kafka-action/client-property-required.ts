import { defineConstraint } from "../core/constraint";
import { isRecord, isUnknown } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { withAction, withProperties } from "../examples/configurations";
import { founding } from "../examples/foundingPage";
import { isMskHost } from "../facts/brokers";
import { describeProperty } from "../facts/clientProperties";
import type { KafkaAction } from "../facts/kafkaAction";
import { propertyPath } from "./enumerated";
import { MODES } from "./exampleModes";
import { applies, isPresent, REQUIRED_PROPERTIES, type RequiredProperty } from "./requiredProperties";

export const clientPropertyRequired = defineConstraint({
    id: "client-property-required",
    subject: "kafkaAction",
    requirements: ["KAFKA-CP-01", "KAFKA-CP-06", ...REQUIRED_PROPERTIES.map(({ requirement }) => requirement)],
    level: "mandatory",
    severity: "high",
    what: "The client properties hold what the brokers' list, the security protocol and the mechanism need.",
    why: "AWS IoT refuses the rule, or cannot log in to the brokers.",
    fix: "Give the property a value.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const properties = action.value("clientProperties");
        if (isUnknown(properties)) return undetermined(["clientProperties"]);
        // That the map as a whole is missing, or empty, is said by client-properties-present.
        if (!isRecord(properties) || action.propertyNames.length === 0) return undefined;
        const missing = credentialsMissing(action);
        const rest = REQUIRED_PROPERTIES.filter((line) => !missing.includes(line));
        return [...rest.flatMap((line) => judge(action, line) ?? []), ...judgeCredentials(action, missing)];
    },
    examples: {
        valid: [
            ...Object.entries(MODES).map(([title, mode]) => ({ title, stack: withProperties({}, mode) })),
            { title: "the founding page's example", stack: founding() },
        ],
        invalid: [
            ...Object.entries(MODES).flatMap(([name, mode]) =>
                REQUIRED_PROPERTIES.filter(({ property }) => Object.hasOwn(mode, property)).map(({ property }) => ({
                    title: `${name} without ${property}`,
                    stack: withProperties({ [property]: undefined }, mode),
                })),
            ),
            { title: "an empty user name", stack: withProperties({ "sasl.scram.username": " " }) },
            { title: "an empty list of brokers", stack: withProperties({ "bootstrap.servers": "" }) },
            {
                title: "SSL by default without a key store",
                stack: withAction({ clientProperties: { "bootstrap.servers": "kafka.plant.example:9093" } }),
            },
        ],
    },
});

/** The lines of a mechanism of which not one property is given, although it needs several: that is one mistake. */
function credentialsMissing(action: KafkaAction): readonly RequiredProperty[] {
    const lines = REQUIRED_PROPERTIES.filter((line) => line.mechanism !== undefined && applies(action, line) === true);
    const isBare = lines.every(
        ({ property }) => action.property(property) === undefined && isPresent(action, property) === false,
    );
    return isBare ? lines : [];
}

/** Amazon MSK has no other mechanism than SCRAM-SHA-512: sasl-mechanism-msk says so of what stands there. */
function isSaidOfMsk({ brokers }: KafkaAction, mechanism: RequiredProperty["mechanism"]): boolean {
    if (mechanism === "SCRAM-SHA-512" || isUnknown(brokers)) return false;
    return brokers.some(({ host }) => host !== undefined && isMskHost(host));
}

function judgeCredentials(action: KafkaAction, missing: readonly RequiredProperty[]): Verdict[] {
    const mechanism = missing[0]?.mechanism;
    if (mechanism === undefined || isSaidOfMsk(action, mechanism)) return [];
    const names = missing.map(({ property }) => property);
    const given = new Set(
        REQUIRED_PROPERTIES.flatMap((line) =>
            line.mechanism !== undefined && isPresent(action, line.property) === true ? [line.mechanism] : [],
        ),
    );
    const other =
        given.size === 1 ? `, or write sasl.mechanism "${[...given].join()}", whose properties are given` : "";
    const found = `${listed(names)} are missing, which sasl.mechanism ${mechanism} needs`;
    return [
        violation(["clientProperties"], found, {
            requirements: missing.map(({ requirement }) => requirement),
            fix: `Give ${listed(names)}${other}.`,
        }),
    ];
}

function listed(names: readonly string[]): string {
    return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function judge(action: KafkaAction, line: RequiredProperty): Verdict | undefined {
    const { property, requirement } = line;
    const present = isPresent(action, property);
    if (present === true) return undefined;
    const needed = applies(action, line);
    if (needed === false) return undefined;
    const isGiven = action.property(property) !== undefined;
    const path = isGiven ? propertyPath(property) : ["clientProperties"];
    if (isUnknown(present) || isUnknown(needed)) {
        return undetermined(path, `whether ${property} is needed hangs on a value that is not known yet`);
    }
    const rows = [
        requirement,
        ...(property === "bootstrap.servers" ? ["KAFKA-CP-01"] : []),
        ...(isGiven ? ["KAFKA-CP-06"] : []),
    ];
    return violation(path, `${property} is ${isGiven ? "empty" : "missing"}, which ${neededFor(action, line)} needs`, {
        requirements: rows,
        fix: fixOf(line),
    });
}

/** What needs the property, in words. */
function neededFor(action: KafkaAction, { protocol, mechanism, beside }: RequiredProperty): string {
    if (beside) return beside;
    if (mechanism) return `sasl.mechanism ${mechanism}`;
    if (protocol === undefined) return "every Kafka action";
    const isDefault = action.property("security.protocol") === undefined;
    return `security.protocol ${protocol}${isDefault ? " (the default, since none is given)" : ""}`;
}

function fixOf({ property, protocol }: RequiredProperty): string {
    if (property === "bootstrap.servers") return "List the brokers: host:port,host:port.";
    if (property === "sasl.mechanism") return 'Give sasl.mechanism: "SCRAM-SHA-512", "PLAIN" or "GSSAPI".';
    if (protocol === "SSL")
        return 'Give ssl.keystore and ssl.keystore.password from Secrets Manager, or write security.protocol "SASL_SSL" for SASL.';
    const type = describeProperty(property)?.secretType;
    return type === undefined
        ? `Give ${property}.`
        : `Give ${property} from AWS Secrets Manager: \${get_secret('id', '${type}', 'role ARN')}.`;
}
