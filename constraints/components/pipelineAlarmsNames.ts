import { legalName, type NamedIn } from "./names";

/** CloudWatch takes up to 255 characters in the names of alarms and dashboards; Amazon SNS 256 in a topic's. */
const LENGTH = 255;

/** `<project>-<stack>-<name>-<alarm>`, legal as the name of an alarm; `alarm` says in a word or two what it tells. */
export function alarmNameOf({ project, stack, name }: NamedIn, alarm: string): string {
    return legalName([project, stack, name, alarm].join("-"), ILLEGAL, "-", LENGTH);
}

/** `<project>-<stack>-<name>-alarms`, legal as the name of a topic of Amazon SNS. */
export function alarmTopicNameOf({ project, stack, name }: NamedIn): string {
    return legalName([project, stack, name, "alarms"].join("-"), ILLEGAL, "-", LENGTH);
}

/** `<project>-<stack>-<name>`, legal as the name of a dashboard. */
export function dashboardNameOf({ project, stack, name }: NamedIn): string {
    return legalName([project, stack, name].join("-"), ILLEGAL, "-", LENGTH);
}

const ILLEGAL = /[^A-Za-z0-9_-]/g;
