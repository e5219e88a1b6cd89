import { type Known, member } from "../core/known";
import type { Path } from "../core/path";
import type { ResourceFacts, Stack } from "./stack";

/** A VPC topic rule destination: `aws.iot.TopicRuleDestination`. */
export class Destination {
    /** Where it stands in its resource. */
    readonly at: Path = [];

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
    ) {}

    get region(): Known<string | undefined> {
        return this.stack.regionOf(this.resource);
    }

    get vpcConfiguration(): unknown {
        return member(this.resource.values, "vpcConfiguration");
    }

    /** A member of `vpcConfiguration`: unknown when the whole is. */
    value(name: string): unknown {
        const configuration = this.vpcConfiguration;
        return typeof configuration === "symbol" ? configuration : member(configuration, name);
    }
}
