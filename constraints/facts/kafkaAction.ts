import { type ParseResult, parseTemplate, type Template } from "../../language";
import { type Facts, isRecord, isUnknown, type Known, UNKNOWN, type Unknown } from "../core/known";
import type { Path } from "../core/path";
import { isPlaceholderRegion } from "../data/placeholders";
import { parseArn } from "./arn";
import { type BrokerEntry, parseBrokers } from "./brokers";
import { type ClientProperty, isDocumentedProperty, meantProperties } from "./clientProperties";
import { findCluster } from "./clusters";
import { type SecretCall, secretCallsOf } from "./secretCall";
import type { ResourceFacts, UsedOutput } from "./stack";
import type { TopicRule } from "./topicRule";

/** A text of the action in which AWS IoT would look for templates. */
export interface TemplateField {
    readonly path: Path;
    /** The client property, where it is one. */
    readonly property?: string;
    readonly text: string;
    readonly parsed: ParseResult<Template>;
}

/** A Kafka action, or the Kafka error action, of a rule: what constraints ask of it, each part parsed once. */
export class KafkaAction {
    /** The client properties that are given; a map, since constraints ask for each property by name. */
    readonly #properties: Known<ReadonlyMap<string, unknown>>;
    readonly #propertyNames: readonly string[];
    #fields: readonly TemplateField[] | undefined;
    #brokers: Known<readonly BrokerEntry[]> | undefined;
    #secretCalls: readonly SecretCall[] | undefined;
    #cluster: { readonly found: ResourceFacts | undefined } | undefined;
    #misnamed: ReadonlyMap<ClientProperty, unknown> | undefined;

    constructor(
        readonly rule: TopicRule,
        /** Where it stands in the rule: `kafkas[0]` or `errorAction.kafka`. */
        readonly at: Path,
        readonly values: Facts | Unknown,
    ) {
        const properties = this.value("clientProperties");
        this.#properties = isUnknown(properties) ? UNKNOWN : givenIn(properties);
        this.#propertyNames = isUnknown(this.#properties) ? [] : [...this.#properties.keys()];
    }

    get stack() {
        return this.rule.stack;
    }

    get resource() {
        return this.rule.resource;
    }

    get region(): Known<string | undefined> {
        return this.rule.region;
    }

    get isErrorAction(): boolean {
        return this.at[0] === "errorAction";
    }

    /** Ids of the resources that the actions of this kind hang on: the edges of the rule's property. */
    get references(): readonly string[] {
        return this.resource.references?.[String(this.at[0])] ?? [];
    }

    /** A member of the action: undefined when absent, unknown when the whole action is. */
    value(name: string): unknown {
        if (isUnknown(this.values)) return UNKNOWN;
        const value = Object.hasOwn(this.values, name) ? this.values[name] : undefined;
        return value === null ? undefined : value;
    }

    /** A client property: undefined when absent, unknown when the whole map is. */
    property(name: string): unknown {
        const properties = this.#properties;
        return isUnknown(properties) ? UNKNOWN : properties.get(name);
    }

    /** The outputs of other resources that a member is made of, where it is not known yet. */
    outputsAt(path: Path): readonly UsedOutput[] {
        return this.stack.outputsAt(this.resource, [...this.at, ...path]);
    }

    /** Names of the client properties that are given; none when the map itself is unknown. */
    get propertyNames(): readonly string[] {
        return this.#propertyNames;
    }

    /**
     * The client properties that are absent, yet written under a wrong name, which is reported by itself: a misspelt
     * property is not a missing one.
     */
    get misnamedProperties(): ReadonlyMap<ClientProperty, unknown> {
        this.#misnamed ??= new Map(
            this.propertyNames
                .filter((name) => !isDocumentedProperty(name))
                .sort()
                .flatMap((name) => meantProperties(name).map((meant) => [meant, this.property(name)] as const))
                .filter(([meant]) => this.property(meant) === undefined),
        );
        return this.#misnamed;
    }

    /** The security protocol in force: SSL when none is given. */
    get protocol(): unknown {
        return this.#meant("security.protocol") ?? "SSL";
    }

    /** The SASL mechanism that counts: undefined unless the protocol is SASL_SSL. */
    get mechanism(): unknown {
        const protocol = this.protocol;
        if (isUnknown(protocol)) return UNKNOWN;
        return protocol === "SASL_SSL" ? this.#meant("sasl.mechanism") : undefined;
    }

    #meant(name: ClientProperty): unknown {
        return this.property(name) ?? this.misnamedProperties.get(name);
    }

    /** The rule's Region, else that of its destination. A placeholder of the AWS pages supplies none. */
    get effectiveRegion(): Known<string> {
        const { region } = this;
        if (isUnknown(region)) return UNKNOWN;
        const arn = this.value("destinationArn");
        const found = region ?? (typeof arn === "string" ? parseArn(arn)?.region : undefined);
        return found === undefined || found === "" || isPlaceholderRegion(found) ? UNKNOWN : found;
    }

    /**
     * The entries of the bootstrap list; none where there is no text, unknown where templates make it, which AWS does
     * not document.
     */
    get brokers(): Known<readonly BrokerEntry[]> {
        this.#brokers ??= brokersOf(this.property("bootstrap.servers"));
        return this.#brokers;
    }

    /** The MSK cluster of the stack that the action sends to; undefined when the stack does not tell. */
    get cluster(): ResourceFacts | undefined {
        this.#cluster ??= { found: findCluster(this) };
        return this.#cluster.found;
    }

    /** Every text of the action, parsed as a template. */
    get templateFields(): readonly TemplateField[] {
        this.#fields ??= this.#findFields();
        return this.#fields;
    }

    /** A client property's text, parsed as a template; undefined where there is none. */
    templateOf(property: string): TemplateField | undefined {
        return this.templateFields.find((field) => field.property === property);
    }

    /** Every `get_secret` call in the texts of the action. */
    get secretCalls(): readonly SecretCall[] {
        this.#secretCalls ??= this.templateFields.flatMap(secretCallsOf);
        return this.#secretCalls;
    }

    #findFields(): TemplateField[] {
        const fields: TemplateField[] = [];
        for (const name of ["destinationArn", "topic", "key", "partition"]) {
            const text = this.value(name);
            if (typeof text === "string") fields.push({ path: [name], text, parsed: parseTemplate(text) });
        }
        const headers = this.value("headers");
        if (Array.isArray(headers)) {
            for (const [index, header] of headers.entries()) {
                for (const name of ["key", "value"]) {
                    const text = isRecord(header) ? header[name] : undefined;
                    if (typeof text !== "string") continue;
                    fields.push({ path: ["headers", index, name], text, parsed: parseTemplate(text) });
                }
            }
        }
        for (const property of this.propertyNames) {
            const text = this.property(property);
            if (typeof text !== "string") continue;
            fields.push({ path: ["clientProperties", property], property, text, parsed: parseTemplate(text) });
        }
        return fields;
    }
}

/** The properties that have a value; one that is null is absent, as one without a value is. */
function givenIn(properties: unknown): ReadonlyMap<string, unknown> {
    const found = new Map<string, unknown>();
    if (!isRecord(properties)) return found;
    for (const name of Object.keys(properties)) {
        const value = properties[name];
        if (value !== null) found.set(name, value);
    }
    return found;
}

function brokersOf(list: unknown): Known<readonly BrokerEntry[]> {
    if (isUnknown(list)) return UNKNOWN;
    if (typeof list !== "string" || list.trim() === "") return [];
    return list.includes("${") ? UNKNOWN : parseBrokers(list);
}
