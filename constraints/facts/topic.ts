import { isRecord, isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { Cluster } from "./cluster";
import { givenIn, titleOf } from "./inputs";
import type { ResourceFacts, Stack } from "./stack";

/** A topic of a cluster: `aws.msk.Topic`. */
export class Topic {
    /** Where it stands in its resource. */
    readonly at: Path = [];

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
    ) {}

    /** An input: undefined when absent or empty. */
    value(name: string): unknown {
        return givenIn(this.resource, name);
    }

    /** A number; undefined where there is none that can be read. */
    count(name: "partitionCount" | "replicationFactor"): Known<number | undefined> {
        const value = this.value(name);
        if (isUnknown(value)) return UNKNOWN;
        return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : undefined;
    }

    /** How a finding names it. */
    get name(): string {
        return titleOf(this.resource);
    }

    /** The cluster of the stack; undefined where the stack does not tell. */
    get cluster(): Cluster | undefined {
        const { stack, resource } = this;
        const found = stack.joined(resource, "clusterArn", this.value("clusterArn"), "cluster", "arn");
        return found && new Cluster(stack, found);
    }

    /** Its own settings: undefined where there are none, or they are no JSON object. */
    get settings(): Known<Readonly<Record<string, unknown>> | undefined> {
        const configs = this.value("configs");
        if (isUnknown(configs)) return UNKNOWN;
        if (typeof configs !== "string") return undefined;
        try {
            const parsed: unknown = JSON.parse(configs);
            return isRecord(parsed) ? parsed : undefined;
        } catch {
            return undefined;
        }
    }

    /** A whole number among its settings; undefined where it is not set to one. */
    settingNumber(name: string): Known<number | undefined> {
        const { settings } = this;
        if (isUnknown(settings)) return UNKNOWN;
        return wholeNumber(member(settings, name));
    }
}

/** A whole number, also one that is written as a text; undefined for everything else. */
export function wholeNumber(value: unknown): number | undefined {
    if (typeof value === "number") return Number.isSafeInteger(value) ? value : undefined;
    return typeof value === "string" && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : undefined;
}
