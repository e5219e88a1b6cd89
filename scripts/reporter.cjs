/**
 * One line for each test file, failures in full at the end, and the counts in the file that TEST_RESULT names: with
 * thousands of small tests the usual report hides what matters.
 */
const { writeFileSync } = require("node:fs");
const { relative } = require("node:path");
const { Base } = require("mocha").reporters;

/** How long a process may live on after its last test, in milliseconds. */
const PATIENCE = 60_000;

module.exports = class FileReporter extends Base {
    constructor(runner, options) {
        super(runner, options);
        const result = { passed: 0, failed: 0, failures: [], skipped: [] };
        let file;
        let count = { passed: 0, failed: 0, since: Date.now() };

        const finishFile = () => {
            if (file === undefined) return;
            const mark = count.failed > 0 ? "FAIL" : "ok  ";
            const seconds = ((Date.now() - count.since) / 1000).toFixed(1);
            const failures = count.failed > 0 ? `, ${count.failed} failed` : "";
            console.log(`  ${mark} ${file}  ${count.passed} passed${failures}  (${seconds} s)`);
            count = { passed: 0, failed: 0, since: Date.now() };
        };
        const startFile = (test) => {
            const next = test.file ? relative(process.cwd(), test.file) : file;
            if (next === file) return;
            finishFile();
            file = next;
        };

        runner.on("pass", (test) => {
            startFile(test);
            count.passed++;
            result.passed++;
        });
        runner.on("fail", (test) => {
            startFile(test);
            count.failed++;
            result.failed++;
            result.failures.push(`${file}: ${test.fullTitle()}`);
        });
        runner.on("pending", (test) => {
            startFile(test);
            result.skipped.push(test.fullTitle());
        });
        runner.once("end", () => {
            finishFile();
            if (this.failures.length > 0) Base.list(this.failures);
            const write = () => {
                if (process.env.TEST_RESULT) writeFileSync(process.env.TEST_RESULT, JSON.stringify(result));
            };
            write();
            // A test that leaves a server or a child behind would keep the whole run waiting for ever.
            setTimeout(() => {
                const what = `${file ?? "the tests"}: something is still open: ${process.getActiveResourcesInfo().join(", ")}`;
                console.log(`  FAIL ${what}`);
                result.failed++;
                result.failures.push(what);
                write();
                process.exit(1);
            }, PATIENCE).unref();
        });
    }
};
