import { CATALOGUE, type Constraint } from "../constraints";
import type { OptionSchema } from "../constraints/core/options";

/** The constraints that hold a quota or a size, in the order of a message's way. */
const LIMITS: readonly string[] = [
    "topic-filter-size",
    "sql-variable-count",
    "single-call-functions",
    "rule-action-count",
    "rule-payload-size",
    "headers-count",
    "header-size",
    "truststore-size",
    "bootstrap-servers-port",
    "destination-quota",
    "destination-security-group-count",
    "secret-size",
    "secret-policy-size",
    "scram-user-count",
    "cluster-broker-quota",
    "cluster-volume-size",
    "cluster-partitions",
];

/** A table of limits. The numbers are those of the constraints. */
export function limitTable(): string {
    const rows = LIMITS.map((id) => {
        const constraint = CATALOGUE.find((known) => known.id === id);
        if (constraint === undefined) throw new Error(`no constraint is called ${id}`);
        return `| [${id}](rules/${id}.md) | ${constraint.what} | ${numbers(constraint)} |`;
    });
    return ["| constraint | what must hold | quota, as an option |", "| --- | --- | --- |", ...rows].join("\n");
}

function numbers({ options }: Constraint): string {
    return Object.entries(options)
        .map(([name, option]: [string, OptionSchema<unknown>]) => `\`${name}\` ${JSON.stringify(option.default)}`)
        .join(", ");
}
