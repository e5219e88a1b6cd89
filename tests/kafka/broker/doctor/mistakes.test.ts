import assert from "node:assert/strict";
import type { DoctorStep } from "../../../../kafka/doctor";
import { examineOne, failuresIn } from "../lab/examineOne";
import type { JavaAnswer } from "../lab/javaClient";
import { type Lab, labOrSkip } from "../lab/lab";
import { documentedTable } from "./documentedTable";
import { LOGIN_MISTAKES, MORE_LOGIN_MISTAKES } from "./loginMistakes";
import type { Mistake } from "./mistake";
import { NETWORK_MISTAKES } from "./networkMistakes";
import { STORE_MISTAKES } from "./storeMistakes";
import { MORE_TOPIC_MISTAKES, TOPIC_MISTAKES } from "./topicMistakes";

const MISTAKES = [...NETWORK_MISTAKES, ...STORE_MISTAKES, ...LOGIN_MISTAKES, ...TOPIC_MISTAKES];
/** Others, whose codes have a row of the table already. */
const MORE_MISTAKES = [...MORE_LOGIN_MISTAKES, ...MORE_TOPIC_MISTAKES];

interface Seen {
    readonly failures: readonly DoctorStep[];
    readonly java: JavaAnswer;
}

describe("the doctor, where people make mistakes", () => {
    const seen = new Map<Mistake, Promise<Seen>>();
    let lab: Lab;
    before(async function () {
        lab = await labOrSkip(this);
        await lab.topic("mistakes");
        let before: Promise<unknown> = Promise.resolve();
        for (const mistake of [...MISTAKES, ...MORE_MISTAKES]) {
            const one = seenOf(mistake, lab, before);
            seen.set(mistake, one);
            before = one.catch(() => undefined);
        }
        await before;
    });

    for (const mistake of [...MISTAKES, ...MORE_MISTAKES]) {
        it(`calls ${mistake.what} ${mistake.code}, and nothing else is wrong`, async () => {
            const { failures } = await seen.get(mistake)!;
            const told = failures.map(({ step, code, cause }) => ({ step, code, cause }));
            assert.deepEqual(
                told.map(({ step, code }) => `${step} ${code}`),
                [`${mistake.step} ${mistake.code}`],
                JSON.stringify(told, null, 1),
            );
            for (const { cause, fix } of failures) assert.ok(cause.length > 20 && fix.length > 10);
        });

        const { java } = mistake;
        it(`has the Java producer ${java === "ok" ? "not see" : "fail with"} ${mistake.what}`, async () => {
            const answer = (await seen.get(mistake)!).java;
            if (java === "ok") assert.equal(answer.ok, true, answer.error);
            else assert.match(answer.error ?? "it was ok", java);
        });
    }

    it("has a code and a cause of its own for each", async () => {
        const all = await Promise.all(MISTAKES.map((mistake) => seen.get(mistake)!));
        const codes = all.flatMap(({ failures }) => failures.map(({ code }) => code));
        const causes = all.flatMap(({ failures }) => failures.map(({ cause }) => cause));
        assert.equal(new Set(codes).size, MISTAKES.length);
        assert.equal(new Set(causes).size, MISTAKES.length);
    });

    it("documents them as they are", async () => {
        const rows = await Promise.all(
            MISTAKES.map(async (mistake) => {
                const { failures, java } = await seen.get(mistake)!;
                const { what, javaSays } = mistake;
                return { what, failure: failures[0]!, java: javaSays ?? java.error };
            }),
        );
        const { documented, actual } = documentedTable(rows);
        assert.equal(documented, actual);
    });
});

/** Java waits out its time-outs meanwhile; the doctor looks at one after the other, as people use it. */
async function seenOf(mistake: Mistake, lab: Lab, mayExamine: Promise<unknown>): Promise<Seen> {
    const { properties, topic = "mistakes", partition, key, server } = await mistake.make(lab);
    try {
        const asked = { topic, key, ...(partition && { partition: Number(partition) }) };
        const patience = mistake.java === "ok" ? 30_000 : undefined;
        const java = lab.produceByJava(properties, asked, patience);
        await mayExamine;
        const report = await examineOne(properties, { topic, partition, key, timeout: 3000 });
        return { failures: failuresIn(report), java: await java };
    } finally {
        await server?.close();
    }
}
