import { randomUUID } from "node:crypto";
import type { MqttProperties } from "../context";
import { toInt } from "../conversions";
import { doubleValue } from "../decimal";
import type { Result } from "../value";
import type { Bodies, Body } from "./body";

/** The prefix with which a rule is called without the broker; topic() does not see it. */
const BASIC_INGEST = /^\$aws\/rules\/[^/]+\//;

/** All of the topic, or one of its levels, counted from 1. */
const topic: Body = (given, { context }) => {
    const whole = context.topic?.startsWith("$") ? context.topic.replace(BASIC_INGEST, "") : context.topic;
    if (whole === undefined || given.length === 0) return whole;
    const level = toInt(given[0]);
    return typeof level === "number" && level >= 1 ? levelsOf(whole)[level - 1] : undefined;
};

/** Messages of a stream have one topic, and rules ask for several of its levels. */
let latest: { readonly topic: string; readonly levels: readonly string[] } = { topic: "", levels: [""] };

function levelsOf(whole: string): readonly string[] {
    if (latest.topic !== whole) latest = { topic: whole, levels: whole.split("/") };
    return latest.levels;
}

const HEADERS: Readonly<Record<string, Exclude<keyof MqttProperties, "userProperties">>> = {
    content_type: "contentType",
    format_indicator: "formatIndicator",
    response_topic: "responseTopic",
    correlation_data: "correlationData",
};

function header(name: Result, mqtt: MqttProperties | undefined): Result {
    const property = typeof name === "string" && Object.hasOwn(HEADERS, name) ? HEADERS[name] : undefined;
    return property === undefined ? undefined : mqtt?.[property];
}

/** The values of one key, or all pairs, each an object of one member. */
const userProperties: Body = (given, { context }) => {
    const pairs = context.mqtt?.userProperties;
    if (pairs === undefined) return undefined;
    if (given.length === 0) return pairs.map(([key, value]) => new Map([[key, value]]));
    const values = pairs.filter(([key]) => key === given[0]).map(([, value]) => value);
    return values.length === 0 ? undefined : values;
};

export const MESSAGE: Bodies = {
    accountid: (_, { context }) => context.accountId,
    clientid: (_, { context }) => context.clientId ?? "n/a",
    get_mqtt_property: ([name], { context }) => header(name, context.mqtt),
    get_user_properties: userProperties,
    newuuid: (_, { context }) => (context.uuid ?? randomUUID)(),
    principal: (_, { context }) => context.principal,
    rand: (_, { context, keepsWhole }) => doubleValue((context.random ?? Math.random)(), keepsWhole),
    sourceip: (_, { context }) => context.sourceIp,
    sql_version: (_, { version }) => version,
    timestamp: (_, run) => {
        run.timestamp ??= Date.now();
        return run.timestamp;
    },
    topic,
    traceid: (_, { context }) => context.traceId,
};
