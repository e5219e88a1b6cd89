import { type Approach, approach, type ClientSettings, nameOfServer, type Server } from "../client";
import type { Deadline } from "../client/deadline";

/** Milliseconds that are kept so that what did not answer is told before the time is over. */
const TO_REPORT = 50;

/** A broker that was gone to. */
export interface Visit {
    readonly server: Server;
    /** Who named it; absent for those of bootstrap.servers. */
    readonly namedBy?: string;
    /** Absent where there was no time left. */
    readonly approach?: Approach;
}

/**
 * Goes to every server of `bootstrap.servers`, and to every broker that one of them advertises, all at once: those that
 * do not answer take no time from the others.
 */
export async function visitAll(
    settings: ClientSettings,
    topic: string | undefined,
    deadline: Deadline,
): Promise<readonly Visit[]> {
    const visits = new Map<string, Visit>();
    const visit = async (server: Server, namedBy?: string): Promise<void> => {
        const name = nameOfServer(server);
        if (visits.has(name)) return;
        visits.set(name, { server, namedBy });
        if (deadline.left <= TO_REPORT) return;
        const options = { timeout: deadline.left - TO_REPORT, ...(topic === undefined ? {} : { topic }) };
        const reached = await approach(settings, server, options);
        visits.set(name, { server, namedBy, approach: reached });
        await Promise.all((reached.cluster?.brokers ?? []).map((broker) => visit(broker, name)));
    };
    // Each visit ends in time by itself; whatever should not does not hold up the report.
    const all = Promise.all(settings.servers.map((server) => visit(server)));
    await deadline.limit(all, () => new TooLate()).catch(ignoreTooLate);
    return [...visits.values()];
}

class TooLate extends Error {}

function ignoreTooLate(error: unknown): void {
    if (!(error instanceof TooLate)) throw error;
}
