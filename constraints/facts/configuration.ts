import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { Cluster } from "./cluster";
import { givenIn, titleOf } from "./inputs";
import type { KafkaAction } from "./kafkaAction";
import { kafkaActionsOf } from "./rules";
import { type ServerPropertyLine, serverPropertyLines } from "./serverProperties";
import type { ResourceFacts, Stack } from "./stack";

/** Server properties for clusters of Amazon MSK: `aws.msk.Configuration`. */
export class Configuration {
    /** Where it stands in its resource. */
    readonly at: Path = [];
    #lines: Known<readonly ServerPropertyLine[]> | undefined;
    #clusters: readonly Cluster[] | undefined;

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
    ) {}

    /** An input: undefined when absent or empty. */
    value(name: string): unknown {
        return givenIn(this.resource, name);
    }

    /** How a finding names it. */
    get name(): string {
        return titleOf(this.resource);
    }

    /** Its lines without the empty ones and comments; unknown where the text is. */
    get lines(): Known<readonly ServerPropertyLine[]> {
        this.#lines ??= serverPropertyLines(this.value("serverProperties"));
        return this.#lines;
    }

    /** The last line that sets a property; unknown where the text is. */
    lineOf(name: string): Known<ServerPropertyLine | undefined> {
        const { lines } = this;
        if (isUnknown(lines)) return UNKNOWN;
        return lines.filter((line) => line.name === name).at(-1);
    }

    /** What a property is set to: undefined where it is not. */
    setting(name: string): Known<string | undefined> {
        const line = this.lineOf(name);
        return isUnknown(line) ? UNKNOWN : line?.value;
    }

    /** The clusters of the stack that use it. */
    get clusters(): readonly Cluster[] {
        this.#clusters ??= this.stack
            .ofKind("cluster")
            .filter((cluster) => configurationOf(this.stack, cluster)?.id === this.resource.id)
            .map((cluster) => new Cluster(this.stack, cluster));
        return this.#clusters;
    }

    /** The Kafka actions of the stack that send to these clusters. */
    get actions(): KafkaAction[] {
        const ids = this.clusters.map(({ resource }) => resource.id);
        if (ids.length === 0) return [];
        return kafkaActionsOf(this.stack).filter(({ cluster }) => cluster !== undefined && ids.includes(cluster.id));
    }
}

/** The configuration of the stack that a cluster uses; undefined where the stack does not tell. */
export function configurationOf(stack: Stack, cluster: ResourceFacts): ResourceFacts | undefined {
    const info = member(cluster.values, "configurationInfo") ?? undefined;
    if (info === undefined) return undefined;
    const arn = isUnknown(info) ? UNKNOWN : member(info, "arn");
    return stack.joined(cluster, "configurationInfo", arn, "configuration", "arn");
}
