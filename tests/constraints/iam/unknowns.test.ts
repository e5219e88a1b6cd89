import assert from "node:assert/strict";
import { Judge, renderFinding, type StackFacts, UNKNOWN } from "../../../constraints";
import { IAM_CONSTRAINTS } from "../../../constraints/iam";

const judge = new Judge(
    IAM_CONSTRAINTS,
    Object.fromEntries(IAM_CONSTRAINTS.map(({ id, level }) => [id, { enforcementLevel: level }])),
);
type Path = readonly (string | number)[];

/** The stack with every policy that is text as an object, so that each of its leaves can be hidden. */
function opened(stack: StackFacts): StackFacts {
    return { ...stack, resources: stack.resources.map((one) => ({ ...one, values: open(one.values) as never })) };
}

function open(value: unknown): unknown {
    if (typeof value === "string" && value.startsWith('{"Version"')) {
        try {
            return JSON.parse(value);
        } catch {
            return value;
        }
    }
    if (Array.isArray(value)) return value.map(open);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, open(inner)]));
}

/** Everything in a stack that can be hidden: each value of a resource, and each leaf in it. */
function placesIn(stack: StackFacts): { id: string; path: Path }[] {
    return stack.resources
        .filter(({ kind }) => kind !== "topicRule")
        .flatMap(({ id, values }) => pathsIn(values).map((path) => ({ id, path })));
}

function pathsIn(value: unknown, path: Path = []): Path[] {
    if (typeof value !== "object" || value === null) return [path];
    const inner = Object.entries(value).flatMap(([name, one]) =>
        pathsIn(one, [...path, Array.isArray(value) ? Number(name) : name]),
    );
    return path.length === 0 ? inner : [path, ...inner];
}

function hidden(stack: StackFacts, { id, path }: { id: string; path: Path }): StackFacts {
    const resources = stack.resources.map((one) =>
        one.id === id ? { ...one, values: hide(one.values, path) as never } : one,
    );
    return { ...stack, resources };
}

function hide(value: unknown, [first, ...rest]: Path): unknown {
    if (first === undefined) return UNKNOWN;
    if (Array.isArray(value)) return value.map((one, index) => (index === first ? hide(one, rest) : one));
    const record = value as Record<string, unknown>;
    return { ...record, [first]: hide(record[first], rest) };
}

describe("a value of a role or policy that is not known yet", () => {
    for (const constraint of IAM_CONSTRAINTS) {
        it(`makes no finding that is not there when it is known: ${constraint.id}`, () => {
            const own = new Judge([constraint], { [constraint.id]: { enforcementLevel: constraint.level } });
            for (const { stack } of constraint.examples.valid) {
                const correct = opened(stack);
                for (const place of placesIn(correct)) {
                    const found = own.judge(hidden(correct, place)).findings.map(renderFinding);
                    assert.deepEqual(found, [], `${place.id} ${place.path.join(".")}`);
                }
            }
        });

        it(`leaves the question open where it takes a finding away: ${constraint.id}`, () => {
            const own = new Judge([constraint], { [constraint.id]: { enforcementLevel: constraint.level } });
            for (const { stack, title } of constraint.examples.invalid) {
                const wrong = opened(stack);
                if (own.judge(wrong).findings.length === 0) continue;
                for (const place of placesIn(wrong)) {
                    const { findings } = own.judge(hidden(wrong, place));
                    if (findings.length > 0 || JOINS.has(String(place.path.at(-1)))) continue;
                    const all = judge.judge(hidden(wrong, place));
                    const said =
                        all.undetermined.length + all.findings.filter(({ level }) => level === "mandatory").length;
                    assert.notEqual(said, 0, `${title}: ${place.id} ${place.path.join(".")}`);
                }
            }
        });
    }
});

/** Without these nothing says that the resource concerns Kafka. */
const JOINS = new Set([
    "vpcConfiguration",
    "name",
    "arn",
    "roleArn",
    "role",
    "kmsKeyId",
    "function",
    "encryptionInfo",
    "encryptionAtRestKmsKeyArn",
]);
