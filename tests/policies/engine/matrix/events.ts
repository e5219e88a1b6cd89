import { readFileSync } from "node:fs";
import type { Found } from "./expected";

interface EngineEvent {
    readonly policyEvent?: {
        readonly resourceUrn: string;
        readonly policyName: string;
        readonly enforcementLevel: string;
        readonly message: string;
    };
}

/** What the policies found, as the engine's log of events has it: with whole URNs. */
export function foundIn(eventLog: string): Found[] {
    return readFileSync(eventLog, "utf8")
        .split("\n")
        .filter((line) => line.includes('"policyEvent"'))
        .flatMap((line) => (JSON.parse(line) as EngineEvent).policyEvent ?? [])
        .map(({ resourceUrn, policyName, enforcementLevel, message }) => {
            // The first line is the policy's own description.
            const [, path = "", ...rest] = message.trimEnd().split("\n");
            const body = [path, ...rest].join("\n");
            return { constraint: policyName, level: enforcementLevel, urn: resourceUrn, path, body };
        });
}
