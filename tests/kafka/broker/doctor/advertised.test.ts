import assert from "node:assert/strict";
import { join } from "node:path";
import { Broker } from "../lab/broker";
import { examineOne, failuresIn } from "../lab/examineOne";
import { type Lab, labOrSkip } from "../lab/lab";
import { changed } from "./mistake";

/** It sends its clients to where nobody is, as brokers do whose advertised.listeners was left as it came. */
describe("a broker that advertises an address that does not exist", () => {
    let lab: Lab;
    let broker: Broker | undefined;
    before(async function () {
        lab = await labOrSkip(this);
        const { jars, certificates, kdc } = lab;
        const folder = join(lab.folder, "misled");
        broker = await Broker.start({ folder, jars, certificates, kdc, advertised: "broker.nowhere.invalid" });
    });
    after(() => broker?.stop());

    const properties = () => changed(lab, "mTLS", { "bootstrap.servers": `localhost:${broker!.ports.mtls}` });

    it("is told by that address, after everything else was good", async () => {
        const report = await examineOne(properties(), { topic: "any" });
        const advertised = failuresIn(report).filter(({ code }) => code === "advertised-unreachable");
        assert.deepEqual(
            advertised.map(({ step, target }) => [step, target]),
            [["dns", "broker.nowhere.invalid"]],
        );
        assert.match(advertised[0]!.cause, /^localhost:\d+ sends clients to broker\.nowhere\.invalid/);
        assert.match(advertised[0]!.fix, /advertised\.listeners/);
        const bootstrap = report.steps.filter(({ target }) => target === `localhost:${broker!.ports.mtls}`);
        assert.deepEqual(
            bootstrap.map(({ step, ok }) => `${step} ${ok}`),
            ["tcp true", "tls true", "metadata true"],
        );
    });

    it("keeps the Java producer from sending, in other words", async () => {
        const { ok, error } = await lab.produceByJava(properties(), { topic: "any" });
        assert.equal(ok, false);
        assert.match(error!, /not present in metadata/);
    });

    it("is told to be gone when it was stopped", async () => {
        const stopped = properties();
        await broker!.stop();
        assert.deepEqual(
            failuresIn(await examineOne(stopped, { topic: "any" })).map(({ step, code }) => `${step} ${code}`),
            ["tcp port-refused"],
        );
    });
});
