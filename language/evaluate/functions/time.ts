import { toInt, toText } from "../conversions";
import { EvaluationFailure } from "../failure";
import { formatTime } from "../time/format";
import { parseTime } from "../time/parse";
import { zoneOf } from "../time/zones";
import type { Bodies, Body } from "./body";

const parse_time: Body = ([pattern, given, zone = "UTC"]) => {
    const text = toText(pattern);
    const time = toInt(given);
    const where = zoneOf(toText(zone) ?? "");
    return text === undefined || typeof time !== "number" || where === undefined
        ? undefined
        : formatTime(text, time, where);
};

const time_to_epoch: Body = ([given, pattern]) => {
    const [text, letters] = [toText(given), toText(pattern)];
    if (text === undefined || letters === undefined) return undefined;
    const time = parseTime(text, letters);
    if (time !== "unsupported") return time;
    const message = `time_to_epoch does not know all letters of the pattern ${JSON.stringify(letters)}`;
    throw new EvaluationFailure("pattern-unsupported", message);
};

export const TIME: Bodies = { parse_time, time_to_epoch };
