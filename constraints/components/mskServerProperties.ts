import type { Arguments, Leaves } from "./arguments";
import { isExpressType } from "./mskClusterForm";

const FACTOR = "default.replication.factor";
const IN_SYNC = "min.insync.replicas";

/**
 * The text of the configuration that an `MskCluster` makes, a line for each property: what is given, and sound values
 * for what decides whether messages get lost. Express brokers keep nearly all of that themselves.
 */
export function mskServerProperties<L extends Leaves>(args: Arguments<L>): L["text"] {
    const given = args.names(["serverProperties"]);
    const values = given.map((name) => args.leaf("text", ["serverProperties", name]));
    const isExpress = isExpressType(args.leaf("text", ["instanceType"]));
    const needsZones = !isExpress && !given.includes(FACTOR);
    const zones = needsZones ? args.count(["subnetIds"]) : undefined;
    return args.compose([zones, ...values], (count, ...texts) => {
        const own = Object.fromEntries(
            given.flatMap((name, index) => {
                const text = texts[index];
                return text === undefined ? [] : [[name, text] as const];
            }),
        );
        const preset = isExpress ? EVERYWHERE : { ...EVERYWHERE, ...onStandardBrokers(own[FACTOR] ?? count) };
        return Object.entries({ ...preset, ...own })
            .map(([name, value]) => `${name}=${value}`)
            .join("\n");
    });
}

/** No topic comes into being by a message to a name that is misspelt (MSK-CONF-05). */
const EVERYWHERE = { "auto.create.topics.enable": "false" };

/** One copy in each zone, all but one written before a message counts as kept, and no leader that missed some. */
function onStandardBrokers(factor: string | undefined): Readonly<Record<string, string>> {
    const shared = { "unclean.leader.election.enable": "false" };
    const copies = Number(factor);
    if (!Number.isInteger(copies)) return shared;
    return { ...shared, [FACTOR]: String(copies), [IN_SYNC]: String(Math.max(1, copies - 1)) };
}
