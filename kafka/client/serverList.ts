import { isIPv6 } from "node:net";
import type { Server } from "./server";

/** The servers of `bootstrap.servers`, or the entry that is none. */
export type ServerList =
    | { readonly ok: true; readonly servers: readonly Server[] }
    | { readonly ok: false; readonly wrong: string };

/** `host:port`, parted by commas; an IPv6 address in brackets. White space around an entry is nothing. */
export function serverListOf(text: string): ServerList {
    const servers: Server[] = [];
    for (const entry of text.split(",").map((part) => part.trim())) {
        const server = serverOf(entry);
        if (!server) return { ok: false, wrong: entry };
        servers.push(server);
    }
    return { ok: true, servers };
}

function serverOf(entry: string): Server | undefined {
    const match = /^(?:\[([^\]]+)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/.exec(entry);
    if (!match) return undefined;
    const host = match[1] ?? match[2]!;
    const port = Number(match[3]);
    if (match[1] !== undefined && !isIPv6(host)) return undefined;
    return port > 0 && port < 65_536 ? { host, port } : undefined;
}
