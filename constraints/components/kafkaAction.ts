import type { Path } from "../core/path";
import { type ClientProperty, isDocumentedProperty } from "../facts/clientProperties";
import type { Arguments, Leaves } from "./arguments";
import { authenticationProperties, type WrittenProperty } from "./authentication";

export interface KafkaActionInputs<L extends Leaves> {
    readonly destinationArn: L["text"];
    readonly topic: L["text"];
    readonly key?: L["text"];
    readonly partition?: L["text"];
    readonly headers?: L["headers"];
    readonly clientProperties: Record<string, L["text"]>;
}

/** Client properties that are arguments themselves; those of `authentication` have a table of their own. */
export const KAFKA_PROPERTIES: readonly { readonly property: ClientProperty; readonly argument: string }[] = [
    { property: "bootstrap.servers", argument: "bootstrapServers" },
    { property: "acks", argument: "acks" },
    { property: "compression.type", argument: "compression" },
    { property: "key.serializer", argument: "keySerializer" },
    { property: "value.serializer", argument: "valueSerializer" },
];

/** The inputs of a Kafka action from arguments that speak of one: its message and its connection. */
export function kafkaActionInputs<L extends Leaves>(args: Arguments<L>): KafkaActionInputs<L> {
    return {
        destinationArn: args.leafOr("text", ["destinationArn"], args.unknown),
        topic: args.leafOr("text", ["topic"], args.unknown),
        ...optional("key", args.leaf("text", ["key"])),
        ...optional("partition", args.leaf("text", ["partition"])),
        ...optional("headers", args.leaf("headers", ["headers"])),
        clientProperties: Object.fromEntries(writtenProperties(args).map(({ property, value }) => [property, value])),
    };
}

/** Where a path of a Kafka action comes from among the arguments that speak of it. */
export function kafkaActionArgument<L extends Leaves>(args: Arguments<L>, path: Path): Path {
    const [first, property, ...rest] = path;
    if (first !== "clientProperties") return path;
    if (property === undefined) return [];
    const written = writtenProperties(args).find((one) => one.property === property);
    if (written) return [...written.argument, ...rest];
    const own = KAFKA_PROPERTIES.find((one) => one.property === property);
    if (own) return [own.argument];
    return isDocumentedProperty(String(property)) ? ["authentication"] : [];
}

function writtenProperties<L extends Leaves>(args: Arguments<L>): WrittenProperty<L>[] {
    const own = KAFKA_PROPERTIES.flatMap(({ property, argument }) => {
        const value = args.leaf("text", [argument]);
        return value === undefined ? [] : [{ property, value, argument: [argument] }];
    });
    return [...own, ...authenticationProperties(args)];
}

/** A member that is written only where there is a value. */
export function optional<Name extends string, Value>(
    name: Name,
    value: Value | undefined,
): { readonly [K in Name]?: Value } {
    return value === undefined ? {} : ({ [name]: value } as { [K in Name]: Value });
}
