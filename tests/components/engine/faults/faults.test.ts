import assert from "node:assert/strict";
import { openTestStack, type TestStack } from "../testStack";
import { CANARY } from "./components";
import { CREATES, causeOf, DELETES, faultsAt, type Point, UPDATES } from "./points";

const MINUTE = 60_000;
const DONE = { create: "made", update: "changed", delete: "deleted" };

/** What is printed of one resource. */
function diagnosticsOf({ type, child }: Point, stdout: string): string {
    const short = type.replace(/\/[^:]+:/, ":");
    const diagnostics = stdout.slice(stdout.indexOf("Diagnostics:"));
    const start = diagnostics.indexOf(`\n  ${short} (${child}):\n`);
    if (start < 0) return "";
    const rest = diagnostics.slice(start + 1);
    const end = rest.indexOf("\n\n");
    return end < 0 ? rest : rest.slice(0, end);
}

function assertExplained(points: readonly Point[], stdout: string): void {
    for (const point of points) {
        const told = diagnosticsOf(point, stdout);
        const { component, child, operation } = point;
        assert.ok(told.includes(`error: ${component}: `), `${operation} ${child} is not told of:\n${told}`);
        assert.ok(told.includes(`"${child}" could not be ${DONE[operation]}.`), told);
        assert.match(told, causeOf(point), child);
        assert.match(told, /\n +What to do: \S.+\n +Then run .+ again: .+\n +See: .+ https:\/\//, child);
        assert.match(
            told,
            /\(answered by the stand-in for (?:AWS, not by AWS|the random provider)\)/,
            `${child}: the provider's own words`,
        );
    }
}

describe("Faults of AWS at the children of components, on the engine", function () {
    this.timeout(15 * MINUTE);
    let stack: TestStack;
    let printed = "";
    before(async () => {
        stack = await openTestStack("faults");
    });
    after(() => stack.close());

    const run = async (points: readonly Point[], ...args: string[]) => {
        const completed = await stack.pulumiWith(faultsAt(points), ...args, "--yes", "--skip-preview");
        printed += completed.stdout + completed.stderr;
        return completed;
    };
    const up = (step: number, points: readonly Point[], ...more: string[]) =>
        run(points, "up", "--config", `faults:step=${step}`, ...more);

    /** Each resource once in the state, and as often in AWS as in the state. */
    const assertOnce = async () => {
        const resources = await stack.resources();
        const urns = resources.map(({ urn }) => urn);
        assert.equal(new Set(urns).size, urns.length);
        assert.deepEqual(
            resources.filter(({ initErrors }) => (initErrors?.length ?? 0) > 0),
            [],
        );
        const inState = resources.filter(({ type }) => type.startsWith("aws:")).map(({ type }) => type);
        assert.deepEqual(stack.inAccount().sort(), inState.sort());
    };

    it("has more than forty points of each kind that a component knows", () => {
        const all = [...CREATES, ...UPDATES, ...DELETES];
        assert.ok(CREATES.length >= 40 && DELETES.length >= 40 && all.length >= 100, String(all.length));
        assert.equal(new Set(all.map(({ operation, type, child }) => operation + type + child)).size, all.length);
    });

    it("tells of each child that cannot be made, and the next update makes the rest, nothing twice", async () => {
        const failed = await up(1, CREATES, "--continue-on-error");
        assert.notEqual(failed.exitCode, 0);
        assertExplained(CREATES, failed.stdout);
        const finished = await up(1, []);
        assert.equal(finished.exitCode, 0, finished.stdout);
        assert.doesNotMatch(finished.stdout, / (replaced|deleted) \(/);
        await assertOnce();
    });

    it("tells of each child that cannot be changed, and the next update changes the rest", async () => {
        const failed = await up(2, UPDATES, "--continue-on-error");
        assert.notEqual(failed.exitCode, 0);
        assertExplained(UPDATES, failed.stdout);
        const finished = await up(2, []);
        assert.equal(finished.exitCode, 0, finished.stdout);
        assert.doesNotMatch(finished.stdout, / (replaced|deleted|created) \(/);
        await assertOnce();
        const again = await up(2, [], "--expect-no-changes");
        assert.equal(again.exitCode, 0, again.stdout);
    });

    it("tells of each child that cannot be deleted, and the next destroy deletes the rest", async () => {
        const failed = await run(DELETES, "destroy", "--run-program", "--continue-on-error");
        assert.notEqual(failed.exitCode, 0);
        assertExplained(DELETES, failed.stdout);
        const finished = await run([], "destroy");
        assert.equal(finished.exitCode, 0, finished.stdout);
        assert.deepEqual(await stack.resources(), []);
        assert.deepEqual(stack.inAccount(), []);
    });

    it("shows no secret on any of these ways", () => {
        assert.ok(printed.length > 10_000);
        assert.ok(!printed.includes(CANARY));
    });
});
