import assert from "node:assert/strict";
import type { Outcome, Topic } from "../../../kafka/client";
import { type Place, topicSteps } from "../../../kafka/doctor/topicSteps";

const LEADER = { id: 1, host: "b-1", port: 9096 };

function topicWith(...leaders: readonly boolean[]): Outcome<Topic> {
    const partitions = leaders.map((has, partition) => ({ partition, ...(has ? { leader: LEADER } : {}) }));
    return { ok: true, value: { name: "telemetry", partitions, mayWrite: true } };
}

/** `topic true ok`, … */
function told(place: Partial<Place>, answer?: Outcome<Topic>): string[] {
    const whole = { topic: "telemetry", partition: undefined, key: undefined, ...place };
    return topicSteps(whole, answer, "tcp failed at b-1:9096").map(({ step, ok, code }) => `${step} ${ok} ${code}`);
}

describe("the topic of an action", () => {
    it("is there, and the key decides the partition", () => {
        assert.deepEqual(told({}, topicWith(true, true)), ["topic true ok", "partition true ok"]);
    });

    it("has the partition, or has not", () => {
        assert.deepEqual(told({ partition: "1" }, topicWith(true, true))[1], "partition true ok");
        assert.deepEqual(told({ partition: "2" }, topicWith(true, true))[1], "partition false partition-unknown");
        assert.deepEqual(told({ partition: "01" }, topicWith(true, true))[1], "partition true ok");
    });

    for (const partition of ["-1", "1.5", "", " 1", "one", "99999999999"]) {
        it(`has no partition ${JSON.stringify(partition)}`, () => {
            assert.equal(told({ partition }, topicWith(true, true))[1], "partition false partition-form");
        });
    }

    it("has partitions without a leader", () => {
        assert.equal(told({}, topicWith(true, false))[1], "partition false leader-missing");
        assert.equal(told({ partition: "1" }, topicWith(true, false))[1], "partition false leader-missing");
        assert.equal(told({ partition: "0" }, topicWith(true, false))[1], "partition true ok");
    });

    it("may be seen and not be written to, or a broker does not tell", () => {
        const partitions = [{ partition: 0, leader: LEADER }];
        const seen = (rights: { readonly mayWrite?: boolean }) =>
            told({}, { ok: true, value: { name: "telemetry", partitions, ...rights } })[0];
        assert.equal(seen({ mayWrite: false }), "topic false topic-denied");
        assert.equal(seen({}), "topic null rights-not-told");
    });

    it("is decided by each message", () => {
        const topic = "$" + "{topic(2)}";
        assert.deepEqual(told({ topic }), ["topic null by-message", "partition null by-message"]);
        assert.equal(told({ partition: topic }, topicWith(true))[1], "partition null by-message");
    });

    it("is not told by the file", () => {
        assert.deepEqual(told({ topic: undefined }), ["topic null not-known", "partition null not-known"]);
    });

    it("cannot be asked for where no broker was reached", () => {
        assert.deepEqual(told({}), ["topic null not-reached", "partition null not-reached"]);
    });

    it("fails with its own reason", () => {
        const failure = { code: "topic-unknown", step: "topic", cause: "There is none.", fix: "Make it." } as const;
        assert.deepEqual(told({}, { ok: false, failure }), ["topic false topic-unknown", "partition null not-reached"]);
    });
});
