import assert from "node:assert/strict";
import fc from "fast-check";
import { CATALOGUE, type Constraint, defineConstraint, settingOf } from "../../../constraints";
import { checkConfiguration, ENFORCEMENT_LEVELS, withAll } from "../../../constraints/core/checkConfiguration";
import { booleanOption, listOption, numberOption } from "../../../constraints/core/options";

const plain = CATALOGUE.find(({ id }) => id === "acks-value")!;

/** A constraint with one option of each kind. */
const sample: Constraint = defineConstraint({
    ...plain,
    id: "sample",
    subject: "topicRule",
    options: {
        words: listOption("Words.", [], ["red", "green"]),
        names: listOption("Names.", []),
        strict: booleanOption("Whether strict.", false),
        most: numberOption("How many.", 3),
        colour: { type: "string", description: "A colour.", default: "red", enum: ["red", "green"] } as const,
        whole: { type: "integer", description: "A whole number.", default: 1, minimum: 0 } as const,
    },
    check: () => undefined,
});
const catalogue = [sample, { ...plain, offByDefault: true }];

function messages(configuration: unknown): string[] {
    return checkConfiguration(configuration, catalogue).map(({ message }) => message);
}

describe("a configuration", () => {
    it("is accepted in every form that Pulumi takes", () => {
        const accepted = {
            all: "advisory",
            "report-undetermined": "advisory",
            "closing-line": { enforcementLevel: "disabled" },
            "acks-value": "remediate",
            sample: {
                enforcementLevel: "mandatory",
                exclude: ["a*"],
                suppress: [
                    { match: "*", reason: "known", until: "2020-02-29" },
                    { match: "*", reason: "for ever" },
                ],
                words: ["red"],
                names: ["whatever"],
                strict: true,
                most: 2.5,
                colour: "green",
                whole: 0,
            },
        };
        assert.deepEqual(checkConfiguration(accepted, catalogue), []);
        assert.deepEqual(checkConfiguration({}, catalogue), []);
        for (const level of ENFORCEMENT_LEVELS) assert.deepEqual(messages({ sample: level }), []);
    });

    it("is refused as a whole when it is no object", () => {
        for (const [value, found] of [
            [[], "an empty list"],
            [null, "null"],
            ["disabled", "the string disabled"],
            [3, "the number 3"],
        ] as const) {
            assert.deepEqual(messages(value), [`The configuration is ${found}, not an object by constraint.`]);
        }
    });

    it("tells the nearest name for a misspelt constraint, option, level and value", () => {
        const problems = checkConfiguration(
            {
                "acks-valeu": "disabled",
                sample: { enforcmentLevel: "advisory", wods: [], colour: "gren", words: ["red", "grean"] },
                "acks-value": "mandatroy",
            },
            catalogue,
        );
        assert.deepEqual(
            problems.map(({ path, inName, name, nearest }) => [path.join("/"), inName, name, nearest]),
            [
                ["acks-valeu", true, "acks-valeu", "acks-value"],
                ["sample/enforcmentLevel", true, "enforcmentLevel", "enforcementLevel"],
                ["sample/wods", true, "wods", "words"],
                ["sample/colour", false, "gren", "green"],
                ["sample/words/1", false, "grean", "green"],
                ["acks-value", false, "mandatroy", "mandatory"],
            ],
        );
        for (const { message, nearest } of problems) assert.ok(message.endsWith(`Did you mean "${nearest}"?`), message);
    });

    it("does not invent a name where none is near", () => {
        const [problem] = checkConfiguration({ entirelyDifferent: "disabled" }, catalogue);
        assert.equal(problem?.nearest, undefined);
        assert.match(problem!.message, /^"entirelyDifferent" is no constraint\. Known are /);
    });

    it("tells values of the wrong kind", () => {
        assert.deepEqual(
            messages({
                sample: { words: "red", names: ["a", 1], strict: "true", most: -1, whole: 1.5, colour: null },
                "acks-value": 3,
            }),
            [
                'sample.words is the text "red", not a list.',
                "sample.names[1] is the number 1, not a text.",
                'sample.strict is the text "true", not true or false.',
                "sample.most is -1, less than 0.",
                "sample.whole is the number 1.5, not a whole number.",
                "sample.colour is null, not a text.",
                "acks-value is the number 3, neither a level nor an object. A level is advisory, mandatory, remediate or disabled.",
            ],
        );
    });

    it("has no options but a level where it is for every policy", () => {
        assert.deepEqual(
            checkConfiguration({ all: { words: [] } }, catalogue).map(({ name }) => name),
            ["words"],
        );
    });

    it("tells what is wrong with exceptions", () => {
        const problems = checkConfiguration(
            {
                sample: {
                    exclude: "a*",
                    suppress: [
                        { match: "*" },
                        { match: "*", reason: "  " },
                        { reason: "known" },
                        { match: 1, reason: "known" },
                        { match: "*", reason: "known", until: "2027-02-30" },
                        { match: "*", reason: "known", until: 20270131 },
                        { match: "*", reason: "known", untill: "2027-01-31" },
                        "x",
                    ],
                },
                "acks-value": { exclude: ["ok", ""], suppress: {} },
            },
            catalogue,
        );
        assert.deepEqual(
            problems.map(({ path, message }) => `${path.slice(1).join("/")}: ${message}`),
            [
                "exclude: sample.exclude is the string a*, not a list.",
                "suppress/0: sample.suppress[0] gives no reason. Write why the violation is accepted.",
                "suppress/1/reason: sample.suppress[1] gives no reason. Write why the violation is accepted.",
                "suppress/2: sample.suppress[2] has no match, the pattern of the resources that it is for.",
                'suppress/3/match: sample.suppress[3].match is the number 1, not a pattern such as "legacy-*".',
                'suppress/4/until: sample.suppress[4] has an end, "2027-02-30", that is no date. Write the last day as 2027-01-31.',
                "suppress/5/until: sample.suppress[5] has an end, the number 20270131, that is no date. Write the last day as 2027-01-31.",
                'suppress/6/untill: "untill" is no member of a suppression. Did you mean "until"?',
                "suppress/7: sample.suppress[7] is the string x, not an object with match and reason.",
                'exclude/1: acks-value.exclude[1] is "", not a pattern such as "legacy-*".',
                "suppress: acks-value.suppress is an object, not a list.",
            ],
        );
    });

    it("is not fooled by names that every object has", () => {
        const hostile = JSON.parse('{ "__proto__": "disabled", "constructor": {}, "sample": { "toString": 1 } }');
        assert.equal(messages(hostile).length, 3);
    });

    it("is answered, whatever it holds, with sentences about places that it has", () => {
        const names = fc.constantFrom("sample", "acks-value", "all", "x");
        const members = fc.constantFrom("enforcementLevel", "exclude", "suppress", "words", "most", "whole", "x");
        const configurations = fc.dictionary(
            names,
            fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.dictionary(members, fc.jsonValue({ maxDepth: 3 }))),
        );
        fc.assert(
            fc.property(configurations, (configuration) => {
                for (const { path, message, name } of checkConfiguration(configuration, catalogue)) {
                    assert.match(message, /[.?]$/);
                    assert.ok(path.length > 0 && String(path[0]) in configuration);
                    assert.equal(typeof name, "string");
                }
            }),
        );
    });

    it("takes the defaults of every constraint of the catalogue as they stand", () => {
        const defaults = Object.fromEntries(
            CATALOGUE.map((constraint) => [constraint.id, settingOf(constraint).options]),
        );
        assert.deepEqual(checkConfiguration(defaults, CATALOGUE), []);
    });
});

describe("the level of all", () => {
    const levelOf = (constraint: Constraint, configuration: Parameters<typeof withAll>[0]) =>
        settingOf(constraint, withAll(configuration, catalogue)).level;
    const [, off] = catalogue as [Constraint, Constraint];

    it("is that of each constraint without one of its own", () => {
        assert.equal(levelOf(sample, { all: "advisory" }), "advisory");
        assert.equal(levelOf(sample, { all: { enforcementLevel: "disabled" } }), "disabled");
        assert.equal(levelOf(off, { all: "advisory" }), "advisory");
        assert.equal(levelOf(sample, { all: "advisory", sample: "mandatory" }), "mandatory");
        const beside = { all: "advisory", sample: { strict: true } } as const;
        assert.equal(levelOf(sample, beside), "advisory");
        assert.equal(settingOf(sample, withAll(beside, catalogue)).options.strict, true);
    });

    it("changes nothing where it is not given", () => {
        assert.deepEqual(withAll({ sample: "advisory" }, catalogue), { sample: "advisory" });
        assert.equal(levelOf(off, {}), "disabled");
    });
});
