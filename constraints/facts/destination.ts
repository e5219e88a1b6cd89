import { type Known, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { brokenMarkers, withoutBrokenTexts } from "./brokenText";
import type { ResourceFacts, Stack } from "./stack";

/** A VPC topic rule destination: `aws.iot.TopicRuleDestination`. */
export class Destination {
    /** Where it stands in its resource. */
    readonly at: Path = [];
    #vpcConfiguration: { readonly read: unknown } | undefined;

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
    ) {}

    get region(): Known<string | undefined> {
        return this.stack.regionOf(this.resource);
    }

    /** The VPC configuration: undefined when absent, texts that an interpolation broke marked as unknown. */
    get vpcConfiguration(): unknown {
        this.#vpcConfiguration ??= {
            read: withoutBrokenTexts(
                member(this.resource.values, "vpcConfiguration") ?? undefined,
                (text) => brokenMarkers(text, "template").length > 0,
            ),
        };
        return this.#vpcConfiguration.read;
    }

    /** A member of `vpcConfiguration`: undefined when absent, unknown when the whole is. */
    value(name: string): unknown {
        const configuration = this.vpcConfiguration;
        return typeof configuration === "symbol" ? UNKNOWN : (member(configuration, name) ?? undefined);
    }

    /** The entries of a list in `vpcConfiguration`, each of which may be unknown; unknown when the list itself is. */
    list(name: string): Known<readonly unknown[]> {
        const value = this.value(name);
        if (typeof value === "symbol") return UNKNOWN;
        return Array.isArray(value) ? value : [];
    }

    /** Where a member of `vpcConfiguration` stands. */
    pathOf(...inner: (string | number)[]): Path {
        return ["vpcConfiguration", ...inner];
    }
}
