import assert from "node:assert/strict";
import { CATALOGUE, Judge, type StackFacts, UNKNOWN } from "../../constraints";
import { DESTINATION_ARN, KERBEROS, MUTUAL_TLS, PLAIN, SCRAM } from "../../constraints/examples/configurations";
import { FOUNDING_PROPERTIES } from "../../constraints/examples/foundingPage";
import { isDocumentedProperty } from "../../constraints/facts/clientProperties";
import { type Corruption, FOUNDING_CORRUPTIONS, MODE_CORRUPTIONS } from "./corruptions";

const judge = new Judge(CATALOGUE);
type Path = readonly (string | number)[];

/** What else a value may turn out to be: something correct in one mode or another, or nothing. */
function alternatives(path: Path): readonly unknown[] {
    const name = String(path.at(-1));
    if (path[2] === "clientProperties") {
        if (!isDocumentedProperty(name)) return ["x"];
        const modes = [SCRAM, MUTUAL_TLS, PLAIN, KERBEROS, FOUNDING_PROPERTIES];
        return [undefined, ...new Set(modes.map((mode) => mode[name]).filter((value) => value !== undefined))];
    }
    return [undefined, ...(OTHERS[name] ?? [])];
}

const OTHERS: Readonly<Record<string, readonly unknown[]>> = {
    sql: ["SELECT * FROM 'telemetry'", "SELECT * FROM 'devices/+/telemetry'"],
    destinationArn: [DESTINATION_ARN, DESTINATION_ARN.replace("us-east-1", "af-south-1")],
    topic: ["telemetry", "${topic(2)}"],
    partition: ["0"],
    region: ["us-east-1", "eu-west-1"],
};

/** The values on which others may hang, so that all that they may be is tried in each mistake. */
const SHARED = [
    "security.protocol",
    "sasl.mechanism",
    "bootstrap.servers",
    "ssl.keystore",
    "sql",
    "region",
    "destinationArn",
];

describe("a value that is not known yet", () => {
    for (const corruption of [...FOUNDING_CORRUPTIONS, ...MODE_CORRUPTIONS]) {
        it(`hides nothing that the rest proves, and invents nothing: ${corruption.title}`, () => {
            for (const path of leavesOf(valuesOf(corruption.corrupt))) check(corruption, path);
        });
    }

    it("makes no finding in a correct rule, at whatever place", () => {
        for (const { correct } of new Map(MODE_CORRUPTIONS.map((one) => [JSON.stringify(one.correct), one])).values()) {
            for (const path of leavesOf(valuesOf(correct))) {
                assert.deepEqual(mandatory(replaced(correct, path, UNKNOWN)), [], path.join("."));
            }
        }
    });
});

/** What is found with the value unknown is what is found whatever it turns out to be. */
function check({ corrupt }: Corruption, path: Path): void {
    const original = mandatory(corrupt);
    const hidden = mandatory(replaced(corrupt, path, UNKNOWN));
    const place = path.join(".");
    // What is wrong in two ways may be said in the other of them.
    const places = original.map(placeOf);
    assert.deepEqual(
        hidden.filter((finding) => !places.includes(placeOf(finding))),
        [],
        `${place}: invented`,
    );
    const isShared = SHARED.includes(String(path.at(-1)));
    if (hidden.length === original.length && !isShared && !original.some((finding) => placeOf(finding) === place))
        return;
    const outcomes = alternatives(path).map((value) => mandatory(replaced(corrupt, path, value)));
    for (const finding of original) {
        const isProved = outcomes.every((outcome) => outcome.includes(finding));
        assert.equal(hidden.includes(finding), isProved, `${place}: ${finding}`);
    }
}

/** The constraints, requirements and places of all mandatory findings. */
function mandatory(stack: StackFacts): string[] {
    return judge
        .judge(stack)
        .findings.filter(({ level }) => level === "mandatory")
        .map(({ constraint, requirements, path }) => `${constraint} ${requirements.join()} ${path.join(".")}`);
}

function placeOf(finding: string): string {
    return finding.slice(finding.lastIndexOf(" ") + 1);
}

function valuesOf(stack: StackFacts): unknown {
    return stack.resources[0]!.values;
}

/** The paths of all values that are no list and no object. */
function leavesOf(value: unknown, path: Path = []): Path[] {
    if (typeof value !== "object" || value === null) return [path];
    return Object.entries(value)
        .slice(0, 30)
        .flatMap(([name, inner]) => leavesOf(inner, [...path, Array.isArray(value) ? Number(name) : name]));
}

/** The stack with another value at a path of its only resource; `undefined` takes the member out. */
function replaced(stack: StackFacts, path: Path, value: unknown): StackFacts {
    const [resource] = stack.resources;
    return { ...stack, resources: [{ ...resource!, values: withValue(resource!.values, path, value) as never }] };
}

function withValue(within: unknown, [first, ...rest]: Path, value: unknown): unknown {
    if (first === undefined) return value;
    const inner = withValue((within as Record<string, unknown>)[first], rest, value);
    if (Array.isArray(within)) return within.map((old, index) => (index === first ? inner : old));
    const changed = Object.entries({ ...(within as object), [first]: inner });
    return Object.fromEntries(changed.filter(([, one]) => one !== undefined));
}
