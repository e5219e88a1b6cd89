import { type ClientSettings, connect } from "../client";
import type { Deadline } from "../client/deadline";
import { failed, notReached, open, passed, type StepOfAction } from "./doctorStep";
import { isTemplate } from "./template";
import type { Place } from "./topicSteps";

/** What the doctor sends, so that whoever finds it knows where it is from. */
export const DOCTOR_RECORD = '{"from":"iot-kafka doctor","what":"a record that tries the way; it can be ignored"}';

/** Sends one record to where the action would, and waits until the broker has confirmed it. */
export async function produceStep(
    settings: ClientSettings,
    { topic, partition, key }: Place,
    places: readonly StepOfAction[],
    deadline: Deadline,
): Promise<StepOfAction> {
    const target = topic ?? "topic";
    const undecided = places.find(({ ok, code }) => ok === null && code !== "rights-not-told");
    const failing = places.find(({ ok }) => ok === false);
    if (failing) return notReached("produce", target, `${failing.step} failed at ${failing.target}`);
    if (topic === undefined || undecided) return open("produce", target, "by-message", undecided?.cause ?? "");
    // A broker confirms nothing with acks 0, and so tells no mistake either.
    const confirmed = settings.acks === 0 ? { ...settings, acks: 1 as const } : settings;
    const connected = await connect(confirmed, { timeout: deadline.left });
    if (!connected.ok) return failed("produce", target, connected.failure);
    const client = connected.value;
    try {
        const sent = await client.produce({
            topic,
            key: key === undefined || isTemplate(key) ? null : Buffer.from(key),
            value: Buffer.from(DOCTOR_RECORD),
            ...(partition === undefined ? {} : { partition: Number(partition) }),
        });
        if (!sent.ok) return failed("produce", target, sent.failure);
        const { partition: place, baseOffset, server } = sent.value;
        return passed("produce", target, `Sent to ${server}: partition ${place}, offset ${baseOffset}.`);
    } finally {
        await client.close();
    }
}
