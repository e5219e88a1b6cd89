import { Deadline, type DoctorReport, type DoctorStep, examine } from "../../../../kafka/doctor";
import type { Resolved } from "./javaProperties";

export interface WhatToTry {
    readonly topic: string;
    readonly partition?: string;
    readonly key?: string;
    /** @default 6000 */
    readonly timeout?: number;
    /** @default false */
    readonly produce?: boolean;
}

/** What the doctor says of client properties by themselves, without a rule around them. */
export function examineOne(properties: Resolved, what: WhatToTry): Promise<DoctorReport> {
    const { topic, partition, key, timeout = 6000, produce = false } = what;
    const action = { index: 0, properties, topic, partition, key, before: [] };
    return examine([action], { deadline: new Deadline(timeout), produce });
}

/** The steps that failed. */
export function failuresIn({ steps }: DoctorReport): DoctorStep[] {
    return steps.filter(({ ok }) => ok === false);
}
