import { isRecord } from "../core/known";
import type { Path } from "../core/path";
import type { Verdict } from "../core/verdict";
import type { KafkaAction } from "../facts/kafkaAction";

/** Judges each header of an action; a list that is not known yet, or is none, is judged by headers-count. */
export function eachHeader(
    action: KafkaAction,
    judge: (header: unknown, path: Path) => readonly Verdict[] | Verdict | undefined,
): Verdict[] {
    const headers = action.value("headers");
    if (!Array.isArray(headers)) return [];
    return headers.flatMap((header, index) => judge(header, ["headers", index]) ?? []);
}

/** Judges each text in the headers: keys and values. */
export function eachHeaderText(
    action: KafkaAction,
    judge: (text: string, name: "key" | "value", path: Path) => Verdict | undefined,
): Verdict[] {
    return eachHeader(action, (header, path) => {
        if (!isRecord(header)) return undefined;
        return (["key", "value"] as const).flatMap((name) => {
            const text = header[name];
            return typeof text === "string" ? (judge(text, name, [...path, name]) ?? []) : [];
        });
    });
}
