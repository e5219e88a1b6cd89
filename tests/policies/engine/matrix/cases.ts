import { CATALOGUE, type Constraint, type Example, Judge, UNKNOWN } from "../../../../constraints";
import type { ResourceFacts } from "../../../../constraints/facts/stack";
import { asTold, givenOf } from "../../requests";
import { distinct } from "./distinct";
import { expectedOf, judged } from "./expected";
import { planned } from "./planned";

/** An example of a constraint as resources of a program, below a component that is named after it. */
export interface Case {
    readonly constraint: string;
    readonly isValid: boolean;
    /** Type of the component: by it resources of equal names in different cases have different URNs. */
    readonly type: string;
    readonly name: string;
    /** Their ids are the URNs that the engine gives them. */
    readonly resources: readonly ResourceFacts[];
}

/** Constraints that look at all that a stack makes in a Region, each with what of other cases they would see there. */
export const STACK_WIDE: Readonly<Record<string, string>> = {
    "alarm-failure": "alarms on all rules of the Region",
    "bootstrap-servers-zones": "clusters and their subnets",
    "cluster-broker-quota": "brokers of all clusters of the Region",
    "destination-quota": "the number of destinations in the Region",
    "get-secret-known": "whether the stack makes secrets in the Region",
    "kerberos-kdc-record": "private zones and records",
    "logging-present": "logging of the whole Region",
    "rule-name-unique": "names of rules in the Region",
    "scram-association-order": "associations with any cluster",
    "scram-secret-associated": "associations with any cluster",
    "topic-auto-named": "topics by the names that they have in the program",
};

/** Each case of these constraints is in a Region of its own, all others in that of the examples; correct stacks in us-west-2. */
const REGIONS = [
    ...["us-east-2", "us-west-1", "ca-central-1", "sa-east-1", "eu-west-1", "eu-west-2", "eu-west-3"],
    ...["eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "ap-east-1", "ap-south-1"],
    ...["ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-northeast-1", "ap-northeast-2", "me-south-1"],
    ...["me-central-1", "il-central-1", "ca-west-1", "ap-south-2", "ap-southeast-4"],
];

/**
 * For each constraint an example of either side that can be a program by itself: the first, and of the invalid ones the
 * first that a preview proves, if there is one.
 */
export async function casesOf(constraints: readonly Constraint[] = CATALOGUE): Promise<Case[]> {
    const cases: Case[] = [];
    let regions = 0;
    for (const constraint of constraints) {
        for (const side of ["invalid", "valid"] as const) {
            const region = Object.hasOwn(STACK_WIDE, constraint.id) ? REGIONS[regions++] : undefined;
            const type = `test:${constraint.id}:${side === "valid" ? "Valid" : "Invalid"}`;
            const inProgram = (example: Example) => asInProgram(constraint, example, type, cases.length, region);
            const candidates = constraint.examples[side].filter(isProgram).map((example) => () => inProgram(example));
            const resources = await firstProved(constraint, side === "valid" ? candidates.slice(0, 1) : candidates);
            if (resources === undefined) continue;
            const isValid = side === "valid";
            cases.push({ constraint: constraint.id, isValid, type, name: `${constraint.id}-${side}`, resources });
        }
    }
    return cases;
}

async function firstProved(
    constraint: Constraint,
    candidates: readonly (() => ResourceFacts[])[],
): Promise<ResourceFacts[] | undefined> {
    if (candidates.length < 2) return candidates[0]?.();
    for (const candidate of candidates) {
        const resources = candidate();
        const found = await expectedOf(resources, constraint);
        if (found.length > 0) return resources;
    }
    return candidates[0]!();
}

/**
 * Options are for a whole program, and an id is nothing that a program could give. What is in an unknown Region may be
 * beside every other case.
 */
function isProgram({ stack, options }: Example): boolean {
    if (options !== undefined || stack.region === UNKNOWN) return false;
    return stack.resources.every(
        ({ values, region }) => !("id" in values) && ![region, values.region].includes(UNKNOWN),
    );
}

/**
 * The facts of an example as the program will have them: names are its own, and ARNs unknown, where the constraint
 * answers the same then.
 */
function asInProgram(
    constraint: Constraint,
    { stack }: Example,
    type: string,
    number: number,
    region: string | undefined,
): ResourceFacts[] {
    const plain = withUrns(
        stack.resources.map((one) => ({ region: stack.region, ...asTold(one) })),
        type,
    );
    const answer = answerTo(constraint, plain);
    const choices = [distinct(plain, number, { region }), distinct(plain, number, { region, names: [] })];
    const apart = choices.find((one) => answerTo(constraint, one) === answer) ?? plain;
    const unmade = planned(apart);
    return answerTo(constraint, unmade) === answer ? unmade : apart;
}

function answerTo(constraint: Constraint, resources: readonly ResourceFacts[]): string {
    const judge = new Judge([constraint], { [constraint.id]: constraint.level });
    const own = judged(resources, judge).map(({ urn, path }) => `${urn} ${path}`);
    return own.sort().join("\n");
}

/** Resources that know each other by the URNs that the engine will give them. */
function withUrns(resources: readonly ResourceFacts[], type: string): ResourceFacts[] {
    const urns = new Map<string, string>();
    const taken = new Set<string>();
    const named = resources.map((one) => {
        const given = givenOf(one);
        const urnOf = (name: string) => `urn:pulumi:dev::plant::${type}$${given.type}::${name}`;
        const name = taken.has(urnOf(given.name!)) ? one.id : given.name!;
        taken.add(urnOf(name));
        urns.set(one.id, urnOf(name));
        return { ...one, name, id: urnOf(name) };
    });
    const known = (ids: readonly string[]) => ids.flatMap((id) => urns.get(id) ?? []);
    return named.map(({ references = {}, dependencies = [], ...one }) => {
        const edges = Object.entries(references).map(([property, ids]) => [property, known(ids)] as const);
        const all = [...known(dependencies), ...edges.flatMap(([, ids]) => ids)];
        return { ...one, references: Object.fromEntries(edges), dependencies: [...new Set(all)] };
    });
}
