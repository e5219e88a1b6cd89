import assert from "node:assert/strict";
import {
    brokerLogGroupNameOf,
    errorLogGroupNameOf,
    keyAliasOf,
    partNameOf,
    roleNameOf,
    secretNameOf,
} from "../../constraints/components/names";
import { alarmNameOf, alarmTopicNameOf, dashboardNameOf } from "../../constraints/components/pipelineAlarmsNames";
import { usedOfProviders } from "../support/madeTypes";
import { blocks, pages } from "../support/pages";
import { RIGHTS_OF_NETWORK } from "./deployer/networkRights";
import { deployerPolicy, LARGEST_POLICY, networkPolicy } from "./deployer/policy";
import { RIGHTS_OF_FUNCTIONS, RIGHTS_OF_RESOURCES } from "./deployer/rights";

const NAMED = { project: "PROJECT", stack: "STACK", name: "telemetry" };

describe("the policy that a deployer needs", () => {
    const policies = [deployerPolicy(), networkPolicy()];
    const statements = policies.flatMap(({ Statement }) => Statement);

    it("has rights for everything that components make and ask for, and for nothing else", () => {
        const { resources, functions } = usedOfProviders();
        assert.deepEqual(Object.keys({ ...RIGHTS_OF_RESOURCES, ...RIGHTS_OF_NETWORK }).sort(), resources);
        assert.deepEqual(Object.keys(RIGHTS_OF_FUNCTIONS).sort(), functions);
    });

    it("is what the page prints", () => {
        const page = pages().find(({ file }) => file === "docs/deployer-policy.md")!;
        const printed = blocks(page).filter(({ language }) => language === "json");
        assert.deepEqual(
            printed.map(({ text }) => text.trim()),
            policies.map((policy) => JSON.stringify(policy, null, 4)),
        );
    });

    it("hands roles to AWS IoT only, and only those of the stack", () => {
        const passing = statements.filter(({ Action }) => Action.includes("iam:PassRole"));
        assert.deepEqual(passing, [
            {
                Effect: "Allow",
                Action: ["iam:PassRole"],
                Resource: "arn:PARTITION:iam::ACCOUNT:role/PROJECT-STACK-*",
                Condition: { StringEquals: { "iam:PassedToService": "iot.amazonaws.com" } },
            },
        ]);
    });

    it("names every action, and fits into a managed policy", () => {
        for (const { Action } of statements)
            for (const action of Action) assert.match(action, /^[a-z0-9-]+:[A-Za-z0-9]+$/);
        for (const policy of policies) assert.ok(JSON.stringify(policy).length <= LARGEST_POLICY);
    });

    it("covers the names that components give", () => {
        const patterns = statements.flatMap(({ Resource }) => Resource);
        const covers = (resource: string) =>
            patterns.some(
                (pattern) => pattern !== "*" && pattern.endsWith("*") && resource.startsWith(pattern.slice(0, -1)),
            );
        const regional = (service: string, resource: string) => `arn:PARTITION:${service}:REGION:ACCOUNT:${resource}`;
        for (const resource of [
            ...["interfaces", "secrets", "errors"].map(
                (use) => `arn:PARTITION:iam::ACCOUNT:role/${roleNameOf(NAMED, use)}`,
            ),
            regional("secretsmanager", `secret:${secretNameOf(NAMED)}-0a1b2c`),
            regional("secretsmanager", `secret:${partNameOf(NAMED, "keystore")}-0a1b2c`),
            regional("logs", `log-group:${errorLogGroupNameOf(NAMED)}`),
            regional("logs", `log-group:${brokerLogGroupNameOf(NAMED)}`),
            regional("kms", keyAliasOf(NAMED)),
            regional("cloudwatch", `alarm:${alarmNameOf(NAMED, "idle")}`),
            regional("sns", alarmTopicNameOf(NAMED)),
            `arn:PARTITION:cloudwatch::ACCOUNT:dashboard/${dashboardNameOf(NAMED)}`,
        ]) {
            assert.ok(covers(resource), resource);
        }
        assert.ok(
            !covers(regional("secretsmanager", "secret:of-somebody-else-0a1b2c").replace("secret:", "parameter:")),
        );
    });
});
