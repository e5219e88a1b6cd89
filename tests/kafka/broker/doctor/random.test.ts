import assert from "node:assert/strict";
import fc from "fast-check";
import type { DoctorReport } from "../../../../kafka/doctor";
import { failuresIn } from "../lab/examineOne";
import type { JavaAnswer } from "../lab/javaClient";
import type { Resolved } from "../lab/javaProperties";
import { type Lab, labOrSkip } from "../lab/lab";
import { runDoctor } from "../lab/runDoctor";
import { randomProperties } from "./randomProperties";

const COUNT = 220;
const SEED = Number(process.env.SEED ?? 20261125);
/** The Java producer has as many threads. */
const AT_ONCE = 8;
const TOPIC = "random";

/** Where the doctor is stricter than a Java producer, since AWS IoT is: what AWS documents, and its limit of 65 KB. */
const STRICTER = /^(properties |truststore store-size$)/;

/** A Java producer takes any of several servers; the doctor wants all of them to work. */
const isOneOfSeveral = ({ properties }: Tried) => properties["bootstrap.servers"]?.includes(",");

interface Tried {
    readonly properties: Resolved;
    readonly report: DoctorReport;
    readonly java: JavaAnswer;
}

describe(`the doctor over ${COUNT} random client properties (SEED=${SEED})`, () => {
    const tried: Tried[] = [];
    before(async function () {
        const lab = await labOrSkip(this);
        this.timeout(300_000);
        await lab.topic(TOPIC, 3);
        const maps = fc.sample(randomProperties(lab), { numRuns: COUNT, seed: SEED });
        await Promise.all(Array.from({ length: AT_ONCE }, () => worker(lab, maps, tried)));
    });

    it("never says ok where the Java producer fails", () => {
        const wrong = tried.filter(({ report, java }) => report.ok && !java.ok);
        assert.deepEqual(wrong.map(shown), []);
    });

    it("says so where the Java producer fails as often as where it does not", () => {
        assert.equal(tried.length, COUNT);
        const failing = tried.filter(({ java }) => !java.ok).length;
        assert.ok(failing > COUNT / 4 && failing < COUNT, `${failing} of ${COUNT}`);
        assert.ok(tried.some(({ report }) => report.ok));
    });

    it("says more than the Java producer only where AWS IoT wants more", () => {
        const stricter = tried.filter(({ report, java }) => !report.ok && java.ok);
        const unexplained = stricter.filter(
            (one) =>
                !isOneOfSeveral(one) &&
                !failuresIn(one.report).some(({ step, code }) => STRICTER.test(`${step} ${code}`)),
        );
        assert.deepEqual(unexplained.map(shown), []);
    });

    it("gives a reason for each failure", () => {
        const silent = tried.filter(({ report }) => !report.ok && failuresIn(report).length === 0);
        assert.deepEqual(silent.map(shown), []);
    });
});

/** Java waits out its time-outs on several at once; the doctor has this process for itself, as it has in a shell. */
let examining: Promise<unknown> = Promise.resolve();

async function worker(lab: Lab, maps: Resolved[], tried: Tried[]): Promise<void> {
    for (let properties = maps.pop(); properties; properties = maps.pop()) {
        const own = properties;
        const examined = examining.then(() => runDoctor(lab, own, { topic: TOPIC, options: ["--timeout", "4000"] }));
        examining = examined.catch(() => undefined);
        const java = askJava(lab, own);
        const [{ report }, answer] = await Promise.all([examined, java]);
        // A busy machine may be slower than Java's patience: whoever has a reason to fail fails again.
        const isSure = answer.ok || !report.ok;
        tried.push({ properties, report, java: isSure ? answer : await askJava(lab, own, 30_000) });
    }
}

function askJava(lab: Lab, properties: Resolved, milliseconds = 2500): Promise<JavaAnswer> {
    return lab.produceByJava(properties, { topic: TOPIC, key: "random" }, milliseconds);
}

function shown({ properties, report, java }: Tried) {
    const short = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value.slice(0, 60)]));
    const steps = report.steps
        .filter(({ ok }) => ok !== true)
        .map(({ step, code, cause }) => `${step} ${code}: ${cause}`);
    return { short, steps, java: java.error ?? "ok" };
}
