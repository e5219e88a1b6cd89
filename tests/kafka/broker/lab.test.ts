import assert from "node:assert/strict";
import { type Lab, labOrSkip, MODES } from "./lab/lab";

describe("the laboratory", () => {
    let lab: Lab;
    before(async function () {
        lab = await labOrSkip(this);
        await lab.topic("laboratory");
    });

    for (const mode of MODES) {
        it(`lets the Java producer in by ${mode}`, async () => {
            const answer = await lab.produceByJava(lab.modes[mode], { topic: "laboratory", key: mode });
            assert.equal(answer.ok, true, answer.error);
        });
    }

    it("is read back by the Java consumer", async () => {
        const { records } = await lab.java.ask({ do: "consume", topic: "laboratory", properties: lab.plaintext });
        const keys = records!.map(({ key }) => Buffer.from(key!, "base64").toString());
        assert.deepEqual([...keys].sort(), [...MODES].sort());
    });
});
