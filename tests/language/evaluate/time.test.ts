import assert from "node:assert/strict";
import fc from "fast-check";
import { failureOf, resultOf } from "./evaluate";

/** 2016-12-15T18:07:31.155Z, a Thursday. */
const TIME = 1481825251155;

const FORMATTED: readonly (readonly [pattern: string, zone: string, text: string])[] = [
    ["yyyy-MM-dd'T'HH:mm:ss.SSSZZ", "UTC", "2016-12-15T18:07:31.155+00:00"],
    ["yy yyyy y YYYY C xxxx", "UTC", "16 2016 2016 2016 20 2016"],
    ["G", "UTC", "AD"],
    ["M MM MMM MMMM", "UTC", "12 12 Dec December"],
    ["d dd D DDDD", "UTC", "15 15 350 0350"],
    ["e E EEE EEEE w", "UTC", "4 Thu Thu Thursday 50"],
    ["H HH k K h hh a", "UTC", "18 18 18 6 6 06 PM"],
    ["m s S SS SSSS", "UTC", "7 31 1 15 1550"],
    ["z Z ZZ ZZZ", "UTC", "UTC +0000 +00:00 UTC"],
    ["z Z ZZ ZZZ", "Europe/Berlin", "CET +0100 +01:00 Europe/Berlin"],
    ["z zzzz", "America/New_York", "EST Eastern Standard Time"],
    ["HH:mm Z", "+05:30", "23:37 +0530"],
    ["HH:mm", "Asia/Kolkata", "23:37"],
    ["'o''clock' ''", "UTC", "o'clock '"],
    ["", "UTC", ""],
];

const PARSED: readonly (readonly [text: string, pattern: string, time: string])[] = [
    ["2016-12-15 18:07:31.155", "yyyy-MM-dd HH:mm:ss.SSS", String(TIME)],
    ["2016-12-15T18:07:31Z", "yyyy-MM-dd'T'HH:mm:ssX", "1481825251000"],
    ["20161215180731", "yyyyMMddHHmmss", "1481825251000"],
    ["15/Dec/16 6:07 PM", "dd/MMM/yy h:mm a", "1481825220000"],
    ["Thu, 15 Dec 2016 18:07:31 +0100", "EEE, d MMM yyyy HH:mm:ss Z", "1481821651000"],
    ["Fri, 15 Dec 2016", "EEE, d MMM yyyy", "Undefined"],
    ["2016-350", "yyyy-DDD", "1481760000000"],
    ["2016-12-15 18:07", "yyyy-MM-dd HH:mm[:ss]", "1481825220000"],
    ["2016-12-15 18:07:31", "yyyy-MM-dd HH:mm[:ss]", "1481825251000"],
    ["2016-12-15 18:07 GMT+2", "yyyy-MM-dd HH:mm O", "1481818020000"],
    ["2016-12-15 18:07 +01:00", "uuuu-MM-dd HH:mm xxx", "1481821620000"],
    ["2016-12-15 18:07 PST", "yyyy-MM-dd HH:mm z", "1481854020000"],
    ["2016-07-15 12:00 Europe/Berlin", "yyyy-MM-dd HH:mm VV", "1468576800000"],
    ["2016-03-27 02:30 Europe/Berlin", "yyyy-MM-dd HH:mm VV", "1459042200000"],
    ["2016-10-30 02:30 Europe/Berlin", "yyyy-MM-dd HH:mm VV", "1477787400000"],
    ["2016-02-31", "yyyy-MM-dd", "1456704000000"],
    ["2016-13-01", "yyyy-MM-dd", "Undefined"],
    ["2016-12", "yyyy-MM", "Undefined"],
    ["18:07", "HH:mm", "Undefined"],
    ["2016-12-15 25:00", "yyyy-MM-dd HH:mm", "Undefined"],
    ["2016-12-15 rest", "yyyy-MM-dd", "Undefined"],
    ["2016-12-15", "yyyy-MM-dd HH", "Undefined"],
    ["16-12-15", "yyyy-MM-dd", "Undefined"],
    ["44 BC 3 15", "y G M d", "-63517824000000"],
];

const text = (value: string) => `"${value.replaceAll('"', '""')}"`;

describe("parse_time", () => {
    for (const [pattern, zone, expected] of FORMATTED) {
        it(`formats a time as Joda-Time does: ${pattern} in ${zone}`, () => {
            assert.equal(resultOf(`parse_time(${text(pattern)}, ${TIME}, '${zone}')`), JSON.stringify(expected));
        });
    }

    it("takes UTC where no zone is given, and times before 1970", () => {
        assert.equal(resultOf("parse_time('yyyy-MM-dd HH:mm:ss.SSS', 0 - 1)"), '"1969-12-31 23:59:59.999"');
    });

    it("is Undefined for what is no pattern, time or zone", () => {
        for (const call of [
            "parse_time('j', 0)",
            "parse_time('''open', 0)",
            "parse_time('yyyy', 'x')",
            "parse_time('yyyy', NULL)",
            "parse_time('yyyy', 1E17)",
            "parse_time('yyyy', 0, 'Mars/Phobos')",
            "parse_time('yyyy', 0, '+25:00')",
            "parse_time('yyyy', 0, missing)",
        ]) {
            const expected = call.includes("missing") ? '"1970"' : "Undefined";
            assert.equal(resultOf(call), expected, call);
        }
    });
});

describe("time_to_epoch", () => {
    for (const [given, pattern, expected] of PARSED) {
        it(`reads a time as Java does: ${given} by ${pattern}`, () => {
            assert.equal(resultOf(`time_to_epoch(${text(given)}, ${text(pattern)})`), expected);
        });
    }

    it("fails by name for letters that Java has and it has not", () => {
        assert.equal(
            failureOf("SELECT time_to_epoch('2016-W50', 'YYYY-''W''ww') FROM 'a'").code,
            "pattern-unsupported",
        );
    });

    it("reads back what parse_time wrote", () => {
        const times = fc.integer({ min: -62135596800000, max: 253402214400000 });
        const zones = fc.constantFrom("UTC", "America/Belize", "Asia/Tokyo", "+05:30");
        fc.assert(
            fc.property(times, zones, (time, zone) => {
                const written = resultOf(`parse_time('yyyy-MM-dd HH:mm:ss.SSS', ${time}, '${zone}')`);
                const offset = resultOf(`parse_time('ZZ', ${time}, '${zone}')`);
                const both = text(`${JSON.parse(written)} ${JSON.parse(offset)}`);
                const read = resultOf(`time_to_epoch(${both}, 'yyyy-MM-dd HH:mm:ss.SSS xxx')`);
                // The distances of long ago had seconds, which neither pattern shows.
                assert.ok(Math.abs(Number(read) - time) < 60_000, `${time} in ${zone}: ${both} ${read}`);
            }),
            { numRuns: 100 },
        );
    });
});
