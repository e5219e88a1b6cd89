import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import type { Log } from "sarif";
import { type CheckReport, failed } from "../../../cli/check/checkReport";
import { Excerpts } from "../../../cli/check/excerpt";
import { htmlReport } from "../../../cli/check/html";
import { jsonReport } from "../../../cli/check/jsonReport";
import { sarifReport } from "../../../cli/check/sarifReport";
import { textReport } from "../../../cli/check/textReport";
import { CATALOGUE } from "../../../constraints";
import { CANARIES, checked, ROOT, report, TEMPLATE } from "./run";

const schema = JSON.parse(readFileSync(join(ROOT, "docs/schemas/check.json"), "utf8")) as object;
const isReport = new Ajv({ strict: true }).compile(schema);

describe("iot-kafka check --format json", () => {
    it("prints one document of the committed schema, also at exit 2 and 64", async () => {
        for (const [code, args] of [
            [1, [TEMPLATE]],
            [2, ["/nowhere/at-all.json"]],
            [2, [TEMPLATE, "/nowhere/at-all.json"]],
            [2, [TEMPLATE, "--config", "/nowhere/config.json"]],
            [64, ["--fail-on", "sometimes", TEMPLATE]],
            [64, []],
        ] as const) {
            const { code: ended, out } = await checked(...args, "--format", "json");
            assert.equal(ended, code, out);
            assert.ok(isReport(JSON.parse(out)), JSON.stringify(isReport.errors));
        }
    });

    it("lists findings from top to bottom, each at a place in its file", async () => {
        const { findings } = await report(TEMPLATE);
        const lines = readFileSync(TEMPLATE, "utf8").split("\n");
        assert.ok(findings.length > 10);
        findings.reduce((before, { line, column }) => {
            assert.ok(line >= before && line <= lines.length && column <= lines[line - 1]!.length + 1);
            return line;
        }, 1);
        const acks = findings.find(({ constraint }) => constraint === "acks-value")!;
        assert.equal(lines[acks.line - 1]!.slice(acks.column - 1), '"2"');
        assert.deepEqual(acks.requirements, ["KAFKA-ACKS-01", "KAFKA-ACKS-05"]);
        assert.deepEqual(
            [acks.resource, acks.path],
            ["Rule", "TopicRulePayload.Actions[0].Kafka.ClientProperties.acks"],
        );
    });
});

describe("iot-kafka check", () => {
    for (const format of ["text", "json", "sarif", "html"]) {
        it(`prints no secret as ${format}`, async () => {
            const { out, err } = await checked(TEMPLATE, "--format", format);
            for (const canary of CANARIES) assert.ok(!(out + err).includes(canary), canary);
        });
    }

    it("shows the line of each finding as text, with what, why, fix and page", async () => {
        const { out } = await checked(TEMPLATE);
        assert.match(out, /mandatory {2}acks-value {2}\S+template\.yaml:64:23\n/);
        assert.match(out, /64 \| +acks: "2"\n +\| +\^\n/);
        assert.match(out, /acks is "2", not 0 or 1\..*\n +Fix: .*\n +See: https:\/\//);
        assert.match(out, /\d+ mandatory findings, \d+ advisory findings, \d+ undetermined; 7 resources judged by/);
    });

    it("leaves text without colours where there is no terminal", async () => {
        const { out } = await checked(TEMPLATE);
        assert.ok(!out.includes("\u001b"));
    });
});

describe("iot-kafka check --format sarif", () => {
    it("is a log of one run with a rule for each constraint found, and the level of each result", async () => {
        const { out } = await checked(TEMPLATE, "--format", "sarif");
        const log = JSON.parse(out) as Log;
        const { findings } = await report(TEMPLATE);
        const [run] = log.runs;
        assert.deepEqual([log.version, log.runs.length, run!.tool.driver.name], ["2.1.0", 1, "iot-kafka"]);
        const rules = run!.tool.driver.rules!;
        assert.deepEqual(new Set(rules.map(({ id }) => id)), new Set(findings.map(({ constraint }) => constraint)));
        for (const [index, result] of run!.results!.entries()) {
            const { constraint, level, line, column } = findings[index]!;
            assert.equal(rules[result.ruleIndex!]!.id, constraint);
            assert.equal(result.level, level === "mandatory" ? "error" : "warning");
            const place = result.locations![0]!.physicalLocation!;
            assert.deepEqual([place.region!.startLine, place.region!.startColumn], [line, column]);
        }
        assert.ok(rules.every(({ helpUri }) => CATALOGUE.some(({ source }) => source.url === helpUri)));
    });

    it("tells what could not be read as a notification, and that the run did not succeed", async () => {
        const { out, code } = await checked("/nowhere/at-all.json", "--format", "sarif");
        const [invocation] = (JSON.parse(out) as Log).runs[0]!.invocations!;
        assert.equal(code, 2);
        assert.equal(invocation!.executionSuccessful, false);
        assert.equal(invocation!.toolExecutionNotifications!.length, 1);
    });
});

describe("a report", () => {
    const finding = {
        ...{ constraint: "acks-value", requirements: ["KAFKA-ACKS-01"], level: "mandatory" as const },
        ...{ severity: "high" as const, file: "f", line: 1, column: 1, resource: "r", path: "p" },
        ...{ message: 'a \u2026 "b"\n c', fix: "d", url: "https://e.example" },
    };
    const reportOf = (count: number): CheckReport => ({
        ...failed([]),
        findings: Array.from({ length: count }, (_, line) => ({ ...finding, line: line + 1, resource: `r${line}` })),
        undetermined: Array.from({ length: count }, () => ({ ...finding, reason: "not known yet" })),
    });

    it("in JSON is what JSON.stringify gives, however many entries it has", () => {
        for (const count of [0, 1, 499, 500, 501, 1001])
            assert.equal([...jsonReport(reportOf(count))].join("\n"), JSON.stringify(reportOf(count), null, 2));
    });

    it("in SARIF has the form that JSON.stringify gives, however many results it has", () => {
        for (const count of [0, 1, 499, 500, 501, 1001]) {
            const text = [...sarifReport(reportOf(count))].join("\n");
            const log = JSON.parse(text) as Log;
            assert.equal(text, JSON.stringify(log, null, 2));
            const lines = log.runs[0]!.results!.map(
                ({ locations }) => locations![0]!.physicalLocation!.region!.startLine,
            );
            assert.deepEqual(
                lines,
                Array.from({ length: count }, (_, line) => line + 1),
            );
        }
    });

    it("of any size is written in pieces, none of which grows with it", () => {
        const excerpts = new Excerpts([], []);
        const largest = (pieces: Iterable<string>) => Math.max(...[...pieces].map(({ length }) => length));
        const formats = {
            json: jsonReport,
            sarif: sarifReport,
            text: (report: CheckReport) => textReport(report, excerpts, false),
            html: (report: CheckReport) => htmlReport(report, excerpts, []),
        };
        for (const [name, write] of Object.entries(formats)) {
            const [small, large] = [largest(write(reportOf(1000))), largest(write(reportOf(4000)))];
            assert.ok(large < small * 1.1 && large < 512 * 1024, `${name}: ${small}, then ${large}`);
        }
    });

    it("as a page holds every finding and every question once", () => {
        const page = [...htmlReport(reportOf(250), new Excerpts([], []), [])].join("\n");
        assert.equal(page.match(/<article /g)!.length, 250);
        assert.equal(page.match(/<tr><td>/g)!.length, 250);
        assert.ok(page.endsWith("</html>"));
    });
});
