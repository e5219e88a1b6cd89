import { CATALOGUE, type Constraint, Judge, renderBody, UNKNOWN } from "../../../../constraints";
import { formatPath } from "../../../../constraints/core/path";
import { accountOfArns } from "../../../../constraints/facts/account";
import type { ResourceFacts } from "../../../../constraints/facts/stack";
import { withOutputs } from "../../requests";
import { asPlanned } from "./plan";

/** A finding as the engine tells it of a resource. */
export interface Found {
    readonly constraint: string;
    readonly level: string;
    readonly urn: string;
    /** What the policy says of it, from the path on. */
    readonly body: string;
    readonly path: string;
}

/** Switches everything on, advice about what is absent too, at the level that each constraint has. */
export const CONFIGURATION = Object.fromEntries(
    CATALOGUE.filter(({ offByDefault }) => offByDefault).map(({ id, level }) => [id, { enforcementLevel: level }]),
);

const EVERYTHING = new Judge(CATALOGUE, CONFIGURATION);
const SINGLE = new Judge(
    CATALOGUE.filter(({ joins }) => !joins),
    CONFIGURATION,
);
const JOINING = new Judge(
    CATALOGUE.filter(({ joins }) => joins),
    CONFIGURATION,
);

/** What there is to find in resources that are judged together: a pack tells the account by ARNs, and sorts by URN. */
export function judged(resources: readonly ResourceFacts[], judge = EVERYTHING): Found[] {
    const sorted = withOutputs(resources).sort((a, b) => (a.id < b.id ? -1 : 1));
    return judge.judge({ resources: sorted, account: accountOfArns(sorted) ?? UNKNOWN }).findings.map((finding) => ({
        constraint: finding.constraint,
        level: finding.level,
        urn: finding.resource,
        path: formatPath(finding.path) || "the resource",
        body: renderBody(finding),
    }));
}

/** What a preview is to find: in each resource as its program gives it, and in all together as they are planned. */
export async function expectedOf(resources: readonly ResourceFacts[], constraint?: Constraint): Promise<Found[]> {
    const plan = async () => Promise.all(resources.map(asPlanned));
    if (constraint) {
        const judge = new Judge([constraint], { [constraint.id]: constraint.level });
        return constraint.joins ? judged(await plan(), judge) : resources.flatMap((one) => judged([one], judge));
    }
    return [...resources.flatMap((one) => judged([one], SINGLE)), ...judged(await plan(), JOINING)];
}
