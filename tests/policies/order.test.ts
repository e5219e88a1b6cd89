import assert from "node:assert/strict";
import fc from "fast-check";
import { CATALOGUE, Judge, type OpenQuestion } from "../../constraints";
import { inline, network } from "../../constraints/examples/networks";
import type { ResourceFacts, StackFacts } from "../../constraints/facts/stack";
import { APART } from "./apart";
import { asTold, DESTINATION, ENGINE_UNKNOWN, type Given, givenOf, RULE, urnOf } from "./requests";
import { DESTINATION_PROPS, RULE_PROPS } from "./sample";
import { packsOfOneRun, type Said, textOf } from "./wholePack";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const STACK: readonly Given[] = [
    ...APART,
    ...network({ brokers: { ingress: [inline({ cidrBlocks: ["0.0.0.0/0"] })] }, properties: { acks: "all" } })
        .resources.map(asTold)
        .map(givenOf),
];

/** Other resources, some with the properties of those that are judged. */
const STRANGERS: readonly Given[] = [
    { type: "aws:s3/bucket:Bucket", name: "bucket", props: { kafkas: RULE_PROPS.kafkas, policy: "{" } },
    { type: "aws:iot/topicRule:TopicRuleOfTomorrow", name: "tomorrow", props: RULE_PROPS },
    { type: "aws-native:iot:Thing", name: "thing", props: { topicRulePayload: { actions: [{ kafka: 1 }] } } },
    { type: "iotkafka:index:Nothing", name: "nothing", props: { topic: "my topic!!" } },
    { type: "unknown", name: "untyped", props: { a: ENGINE_UNKNOWN } },
    { type: "constructor", name: "constructor", props: {} },
    { type: "pulumi:providers:aws", name: "provider", props: { region: "us-east-1" } },
    { type: "random:index/randomPassword:RandomPassword", name: "password", props: { result: ENGINE_UNKNOWN } },
];

const texts = ({ reported }: Said) => reported.map(textOf);

describe("both packs", () => {
    const saidOf = packsOfOneRun();

    it("find the same in any order of the resources", async () => {
        const found = texts(await saidOf(STACK));
        assert.ok(found.length > 10, "the stack has mistakes");
        await fc.assert(
            fc.asyncProperty(fc.shuffledSubarray([...STACK], { minLength: STACK.length }), async (turned) => {
                assert.deepEqual(texts(await saidOf(turned)), found);
            }),
            { numRuns: 25 },
        );
    }).timeout(120_000);

    it("find the same with resources of other types in between", async () => {
        const found = await saidOf(STACK);
        const mixed = STACK.flatMap((given, index) => [STRANGERS[index % STRANGERS.length]!, given]);
        const all = mixed.filter((given, index) => mixed.indexOf(given) === index);
        assert.deepEqual(texts(await saidOf([...all, ...STRANGERS.filter((one) => !all.includes(one))])), texts(found));
    });

    it("find nothing in resources of other types alone, and count none", async () => {
        const { reported, printed } = await packsOfOneRun()(STRANGERS);
        assert.deepEqual(reported, []);
        assert.equal(printed.at(-1), "pack: judged 0, undetermined 0, not judged 0");
    });

    it("tell resources of one name in nested components apart", async () => {
        const pipeline = (component: string, kafka: object, vpcId: string): Given[] => {
            const parent = `urn:pulumi:dev::plant::plant:index:Line$plant:index:${component}::pipeline`;
            const inside = (type: string) => `${parent.replace("::pipeline", "")}$${type}::pipeline`;
            const edges = { vpcConfiguration: [inside(GROUP)] };
            const destination = {
                ...DESTINATION_PROPS,
                arn: ENGINE_UNKNOWN,
                vpcConfiguration: { ...DESTINATION_PROPS.vpcConfiguration, securityGroups: [ENGINE_UNKNOWN] },
            };
            const rule = {
                ...RULE_PROPS,
                name: component.toLowerCase(),
                kafkas: [{ ...RULE_PROPS.kafkas[0], destinationArn: ENGINE_UNKNOWN, ...kafka }],
            };
            const named = (type: string, props: object, references: Given["references"] = {}): Given => ({
                ...{ type, name: "pipeline", urn: inside(type), parent, props, references },
            });
            return [
                { type: `plant:index:${component}`, name: "pipeline", urn: parent, props: {} },
                named(GROUP, { vpcId, egress: [inline({ cidrBlocks: ["10.0.0.0/16"] })] }),
                named(DESTINATION, destination, edges),
                named(RULE, rule, { kafkas: [inside(DESTINATION)] }),
            ];
        };
        const vpc = DESTINATION_PROPS.vpcConfiguration.vpcId;
        const right = pipeline("Right", {}, vpc);
        const wrong = pipeline("Wrong", { topic: "my topic!!" }, "vpc-0fffffffffffffff0");
        const mandatory = async (given: readonly Given[]) =>
            (await saidOf(given)).reported
                .filter(({ level }) => level === "mandatory")
                .map(({ policy, urn }) => `${policy} ${urn}`);
        assert.deepEqual(await mandatory(right), []);
        const found = await mandatory([...right, ...wrong]);
        assert.deepEqual(found, await mandatory(wrong));
        assert.ok(found.includes(`topic-name ${urnOf(wrong[3]!)}`));
        assert.ok(found.includes(`destination-same-vpc ${urnOf(wrong[2]!)}`), found.join("\n"));
    });

    it("find each mistake of a thousand rules", async () => {
        const destination: Given = { type: DESTINATION, name: "destination", props: DESTINATION_PROPS };
        const rules = Array.from({ length: 1000 }, (_, index): Given => {
            const [kafka] = RULE_PROPS.kafkas;
            const clientProperties = { ...kafka!.clientProperties, acks: index % 2 ? "1" : "2" };
            const kafkas = [{ ...kafka, destinationArn: ENGINE_UNKNOWN, clientProperties }];
            const props = { ...RULE_PROPS, name: `plant_${index}`, kafkas };
            return { type: RULE, name: `rule-${index}`, props, references: { kafkas: [urnOf(destination)] } };
        });
        const { reported, printed } = await packsOfOneRun()([destination, ...rules]);
        const found = reported.filter(({ policy }) => policy === "acks-value").map(({ urn }) => urn);
        assert.deepEqual(
            found,
            rules
                .filter((_, index) => index % 2 === 0)
                .map(urnOf)
                .sort(),
        );
        assert.match(printed.at(-1)!, /^pack: judged 1001, /);
    }).timeout(180_000);
});

/** Of several that are too many together, each of these finds the later ones; packs judge in the order of URNs. */
const OF_LATER = new Set([
    "rule-name-unique",
    "destination-quota",
    "cluster-certificate-authority-shared",
    "cluster-broker-quota",
]);

describe("the order of resources", () => {
    const found = (judge: Judge, stack: StackFacts, resources: readonly ResourceFacts[]) => {
        const { findings, undetermined } = judge.judge({ ...stack, resources });
        const places = (all: readonly Pick<OpenQuestion, "resource" | "path">[]) =>
            all.map(({ resource, path }) => [resource, ...path].join(" "));
        return { findings: places(findings).sort(), undetermined: places(undetermined).sort() };
    };

    it("is nothing to any constraint, in all of its examples", () => {
        for (const constraint of CATALOGUE.filter(({ id, joins }) => joins && !OF_LATER.has(id))) {
            const { id, level, examples } = constraint;
            for (const { stack, options, title } of [...examples.invalid, ...examples.valid]) {
                const { resources } = stack;
                const judge = new Judge([constraint], { [id]: { ...options, enforcementLevel: level } });
                const half = Math.ceil(resources.length / 2);
                const turned = [...resources.slice(half), ...resources.slice(0, half)];
                for (const other of [[...resources].reverse(), turned])
                    assert.deepEqual(found(judge, stack, other), found(judge, stack, resources), `${id}: ${title}`);
            }
        }
    });
});
