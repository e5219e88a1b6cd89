import { matchesGlob } from "../core/configuration";
import { isPrivate, parseBlock } from "../facts/blocks";
import type { Destination } from "../facts/destination";
import { type Target, targetsOf } from "../facts/targets";

/** Names under which hosted clusters are reached over the internet. */
export const PUBLIC_HOSTS = ["pkc-*.confluent.cloud", "*.aivencloud.com", "*.upstash.io", "*.cloudclusters.net"];

/** The brokers that a destination reaches over the internet: at a public address, or by a name that is known for it. */
export function publicTargets(destination: Destination, publicHosts: readonly string[]): Target[] {
    return targetsOf(destination).filter(({ host }) => {
        if (host === undefined) return false;
        const block = parseBlock(host);
        if (block) return !isPrivate(block);
        const name = host.toLowerCase().replace(/\.$/, "");
        return publicHosts.some((glob) => matchesGlob(glob.toLowerCase(), name));
    });
}
