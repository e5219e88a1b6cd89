import assert from "node:assert/strict";
import { failed, open, passed } from "../../../kafka/doctor";
import { oneForEach } from "../../../kafka/doctor/oneForEach";

const REFUSED = failed("tcp", "b:9096", { code: "port-refused", cause: "Nothing listens.", fix: "Start it." });

describe("steps of the doctor", () => {
    it("are one for each target", () => {
        const steps = oneForEach([
            passed("dns", "b", "1.2.3.4"),
            passed("dns", "b", "1.2.3.4"),
            passed("dns", "c", "5"),
        ]);
        assert.deepEqual(
            steps.map(({ target }) => target),
            ["b", "c"],
        );
    });

    it("keep what failed, and what is open before what is good", () => {
        assert.deepEqual(oneForEach([passed("tcp", "b:9096", "open"), REFUSED]), [REFUSED]);
        assert.deepEqual(oneForEach([REFUSED, passed("tcp", "b:9096", "open")]), [REFUSED]);
        const untold = open("tcp", "b:9096", "not-reached", "Not reached.");
        assert.deepEqual(oneForEach([passed("tcp", "b:9096", "open"), untold]), [untold]);
    });

    it("tell targets of different steps apart", () => {
        assert.equal(oneForEach([passed("tls", "b:9096", "done"), REFUSED]).length, 2);
    });
});
