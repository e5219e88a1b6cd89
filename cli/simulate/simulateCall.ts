import { oneOf, readArguments } from "../arguments";
import { UsageProblem } from "../command";

/** How `iot-kafka simulate` was called. */
export interface SimulateCall {
    /** Files with rules; or a statement alone. */
    readonly rules: readonly string[];
    readonly sql?: string;
    readonly sqlVersion: string;
    readonly topic: string;
    readonly message: MessageSource;
    readonly clientId?: string;
    readonly principal?: string;
    readonly timestamp?: number;
    readonly secrets?: string;
    readonly fixtures?: string;
    readonly partitions?: number;
    readonly explain: boolean;
    /** Whether the records are sent to the brokers that the rules name. */
    readonly produce: boolean;
    readonly format: "text" | "json";
}

/** Where the message is, or the messages, one a line. */
export type MessageSource =
    | { readonly kind: "file" | "lines"; readonly file: string }
    | { readonly kind: "bytes"; readonly bytes: Uint8Array };

/** @throws UsageProblem */
export function readSimulateCall(args: readonly string[]): SimulateCall {
    const { values, positionals } = readArguments({
        args: [...args],
        allowPositionals: true,
        options: {
            rule: { type: "string", multiple: true, default: [] },
            sql: { type: "string" },
            "sql-version": { type: "string" },
            topic: { type: "string" },
            message: { type: "string" },
            messages: { type: "string" },
            "payload-base64": { type: "string" },
            "client-id": { type: "string" },
            principal: { type: "string" },
            timestamp: { type: "string" },
            secrets: { type: "string" },
            fixtures: { type: "string" },
            partitions: { type: "string" },
            explain: { type: "boolean", default: false },
            produce: { type: "boolean", default: false },
            format: { type: "string", default: "text" },
        },
    });
    if (positionals.length > 0) throw new UsageProblem(`${positionals[0]} belongs to no option: use --rule FILE`);
    const { rule: rules, sql, topic } = values;
    if (rules.length === 0 && sql === undefined)
        throw new UsageProblem("name a rule with --rule FILE, or give --sql TEXT");
    if (rules.length > 0 && sql !== undefined) throw new UsageProblem("--rule and --sql exclude each other");
    if (rules.length > 0 && values["sql-version"] !== undefined) {
        throw new UsageProblem("--sql-version belongs to --sql; a rule has its own version");
    }
    if (values.produce && sql !== undefined) {
        throw new UsageProblem("--produce needs --rule: a statement alone has no actions that could send anything");
    }
    if (topic === undefined)
        throw new UsageProblem("--topic is missing: the MQTT topic that the message is published to");
    const [timestamp, partitions] = [whole("timestamp", values.timestamp), whole("partitions", values.partitions)];
    if (partitions === 0) throw new UsageProblem("--partitions is at least 1");
    return {
        rules,
        sql,
        sqlVersion: values["sql-version"] ?? "2016-03-23",
        topic,
        message: messageOf(values),
        clientId: values["client-id"],
        principal: values.principal,
        timestamp,
        secrets: values.secrets,
        fixtures: values.fixtures,
        partitions,
        explain: values.explain,
        produce: values.produce,
        format: oneOf("format", values.format, ["text", "json"] as const),
    };
}

function messageOf(values: {
    readonly message?: string;
    readonly messages?: string;
    readonly "payload-base64"?: string;
}): MessageSource {
    const { message, messages, "payload-base64": base64 } = values;
    const given = [message, messages, base64].filter((value) => value !== undefined);
    if (given.length !== 1) {
        throw new UsageProblem("give the message by one of --message FILE, --payload-base64 TEXT and --messages FILE");
    }
    if (message !== undefined) return { kind: "file", file: message };
    if (messages !== undefined) return { kind: "lines", file: messages };
    const bytes = Buffer.from(base64!, "base64");
    if (bytes.toString("base64").replace(/=+$/, "") !== base64!.replace(/=+$/, "")) {
        throw new UsageProblem("--payload-base64 is no base64 text");
    }
    return { kind: "bytes", bytes };
}

function whole(name: string, text: string | undefined): number | undefined {
    if (text === undefined) return undefined;
    if (!/^\d{1,15}$/.test(text)) throw new UsageProblem(`--${name} takes a whole number, not ${JSON.stringify(text)}`);
    return Number(text);
}
