import { isRecord, member } from "../../constraints/core/known";
import type { ReadResources } from "../readResources";
import type { Located } from "../text/located";
import { LINES } from "../text/locatedLines";
import { type Entry, resourcesOf } from "./pulumiResources";
import { isGone, lastOfEach } from "./readPulumi";

/** True for a log of the engine's events, one in each line. */
export function isEventLog(value: unknown): boolean {
    return Array.isArray(member(value, LINES));
}

/** The events that tell of a resource; the later ones tell more of it. */
const TELLING = ["resourcePreEvent", "resOutputsEvent"] as const;

/** The resources of a stack as the events of a preview or an update tell of them. Events tell no edges. */
export function readEvents(file: string, located: Located): ReadResources {
    const events = member(located.value, LINES);
    const entries: Entry[] = [];
    let region: unknown;
    for (const [index, event] of (Array.isArray(events) ? events : []).entries()) {
        region ??= member(member(member(event, "preludeEvent"), "config"), "aws:region");
        for (const name of TELLING) {
            const metadata = member(member(event, name), "metadata");
            const state = member(metadata, "new");
            if (!isRecord(state) || isGone(member(metadata, "op"))) continue;
            entries.push({ state, base: [LINES, index, name, "metadata", "new", "inputs"], hidesEdges: true });
        }
    }
    return { resources: resourcesOf(file, located, lastOfEach(entries), region), notEvaluated: [] };
}
