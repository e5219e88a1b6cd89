import type { ResourceFacts } from "../facts/stack";
import { ACCOUNT } from "./rules";

/** Correct options of logging with these changes. */
export function loggingOptions(changes: Record<string, unknown> = {}): ResourceFacts {
    const values = { defaultLogLevel: "ERROR", roleArn: `arn:aws:iam::${ACCOUNT}:role/iot-logs`, ...changes };
    return { kind: "loggingOptions", id: "logging", name: "logging", values };
}
