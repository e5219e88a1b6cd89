import assert from "node:assert/strict";
import { resolve } from "node:path";
import { reportsIn } from "../../policies/engine/reports";
import { openTestStack, type TestStack } from "./testStack";

const MINUTE = 60_000;
const PACKS = ["required", "recommended"].flatMap((pack) => [
    "--policy-pack",
    resolve(__dirname, "../../../policies", pack),
]);
const RULE = "aws:iot/topicRule:TopicRule";
const ASSOCIATION = "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation";

const nameOf = (urn: string) => urn.split("::").at(-1)!;

describe("IotKafkaPipeline on the engine", function () {
    this.timeout(10 * MINUTE);
    const open: TestStack[] = [];
    const stackOf = async (program: string) => {
        const stack = await openTestStack(program);
        open.push(stack);
        return stack;
    };
    after(() => {
        for (const stack of open) stack.close();
    });

    describe("in a new network, with a new cluster", () => {
        let stack: TestStack;
        before(async () => {
            stack = await stackOf("pipeline");
        });
        const up = (...more: string[]) => stack.pulumi("up", "--yes", "--skip-preview", ...more);

        it("previews with both packs without a finding", async () => {
            const { exitCode, stdout } = await stack.pulumi("preview", ...PACKS);
            assert.equal(exitCode, 0, stdout);
            assert.match(stdout, /\+ 40 to create/);
            assert.deepEqual(reportsIn(stdout), []);
        });

        it("goes up with both packs without a finding, and gives what its page says", async () => {
            const { exitCode, stdout } = await up(...PACKS);
            assert.equal(exitCode, 0, stdout);
            assert.match(stdout, /\+ 40 created/);
            assert.deepEqual(reportsIn(stdout), []);
            const { stdout: json } = await stack.pulumi("stack", "output", "--json");
            const outputs = JSON.parse(json);
            assert.equal(outputs.ruleName, "pipeline_dev_telemetry");
            assert.equal(outputs.topic, "telemetry");
            assert.equal(outputs.logGroupName, "/iot-kafka/pipeline/dev/telemetry/errors");
            assert.equal(outputs.secretName, "AmazonMSK_pipeline_dev_telemetry");
            assert.equal(outputs.username, "pipeline_dev_telemetry");
            assert.equal(outputs.subnetIds.length, 3);
            assert.equal(outputs.bootstrapServers.split(",").length, 3);
            assert.match(outputs.bootstrapServers, /:9096/);
            for (const [output, form] of [
                ["ruleArn", /:rule\/pipeline_dev_telemetry$/],
                ["destinationArn", /:ruledestination\/vpc\//],
                ["clusterArn", /:cluster\/pipeline-dev-telemetry-cluster\//],
                ["secretArn", /:secret:AmazonMSK_pipeline_dev_telemetry-\w{6}$/],
                ["vpcId", /^vpc-/],
                ["securityGroupId", /^sg-/],
                ["brokerSecurityGroupId", /^sg-/],
            ] as const) {
                assert.match(outputs[output], form, output);
            }
        });

        it("is left alone by a second update", async () => {
            const { exitCode, stdout } = await up("--expect-no-changes", ...PACKS);
            assert.equal(exitCode, 0, stdout);
            assert.deepEqual(reportsIn(stdout), []);
        });

        it("makes room for a second pipeline, and leaves the first one's association alone", async () => {
            const before = (await stack.resources()).find(({ type }) => type === ASSOCIATION)!;
            const { exitCode, stdout } = await up("--config", "pipeline:step=2", ...PACKS);
            assert.equal(exitCode, 0, stdout);
            assert.match(stdout, /40 unchanged/);
            assert.doesNotMatch(stdout, / (updated|replaced|deleted) \(/);
            assert.deepEqual(reportsIn(stdout), []);
            const associations = (await stack.resources()).filter(({ type }) => type === ASSOCIATION);
            assert.equal(associations.length, 2);
            const first = associations.find(({ urn }) => urn === before.urn);
            assert.deepEqual(first?.inputs, before.inputs);
            const again = await up("--config", "pipeline:step=2", "--expect-no-changes");
            assert.equal(again.exitCode, 0, again.stdout);
        });

        it("never has its password in the state in clear text", async () => {
            const state = stack.stateText();
            assert.match(state, /"ciphertext":/);
            assert.doesNotMatch(state, /"secretString":"\{|"result":"[A-Za-z0-9]{32}"/);
            const exported = await stack.pulumi("stack", "export", "--show-secrets");
            const [, password] = /"result":\s*\{[^}]*"plaintext":\s*"\\"(\w{32})\\""/.exec(exported.stdout) ?? [];
            assert.ok(password, "the password is in the state, encrypted");
            assert.ok(!state.includes(password));
        });

        it("goes away with everything, each thing before what it needs for that", async () => {
            const { exitCode, stdout } = await stack.pulumi("destroy", "--yes", "--skip-preview");
            assert.equal(exitCode, 0, stdout);
            const deleted = [...stdout.matchAll(/ - {2}(?:aws:\w+|random:\w+):(\S+) (\S+) deleted /g)].map(
                ([, type, name]) => `${type} ${name}`,
            );
            for (const [earlier, later] of [
                ["TopicRule telemetry", "TopicRuleDestination telemetry"],
                ["TopicRule telemetry", "Topic telemetry-topic"],
                ["TopicRule telemetry", "SingleScramSecretAssociation telemetry-association"],
                ["TopicRule telemetry", "RolePolicy telemetry-secret-role-read"],
                ["SingleScramSecretAssociation telemetry-association", "SecretVersion telemetry-secret-version"],
                ["SingleScramSecretAssociation telemetry-association", "Cluster telemetry-cluster"],
                ["Topic telemetry-topic", "Cluster telemetry-cluster"],
                ["TopicRuleDestination telemetry", "RolePolicy telemetry-role-policy"],
                ["TopicRuleDestination telemetry", "SecurityGroupEgressRule telemetry-to-kafka"],
                ["TopicRuleDestination telemetry", "SecurityGroupIngressRule telemetry-into-kafka"],
                ["TopicRuleDestination telemetry", "Subnet telemetry-subnet-1"],
                ["Cluster telemetry-cluster", "Subnet telemetry-subnet-1"],
                ["Subnet telemetry-subnet-1", "Vpc telemetry-vpc"],
            ] as const) {
                assert.ok(deleted.includes(earlier) && deleted.includes(later), `${earlier}, ${later}\n${stdout}`);
                assert.ok(deleted.indexOf(earlier) < deleted.indexOf(later), `${later} before ${earlier}`);
            }
            assert.deepEqual(await stack.resources(), []);
            const again = await up();
            assert.equal(again.exitCode, 0, again.stdout);
        });
    });

    it("finishes what a service has failed to do, once that is over", async () => {
        const stack = await stackOf("pipeline-failures");
        const create = (match: string, error: string, more: object = {}) => ({
            operation: "create",
            match,
            error,
            ...more,
        });
        const failures = [
            create(
                "*::unprocessed-association",
                "UnprocessedScramSecret: 1 secret(s) left unprocessed: InvalidSecretArn: Amazon MSK is not able to access the secret",
            ),
            create(
                "*TopicRuleDestination::broken",
                "unexpected state 'ERROR', last error: subnet-0a1b2c3d4e5f60718 has no free address",
                { after: true },
            ),
            create(
                "*TopicRuleDestination::unseen",
                "InvalidRequestException: AWS IoT is unable to assume the role unseen-interfaces (sts:AssumeRole)",
            ),
        ];
        const failed = await stack.pulumiWith(failures, "up", "--yes", "--skip-preview", "--continue-on-error");
        assert.notEqual(failed.exitCode, 0);
        for (const [child, words, cause] of [
            [
                "unprocessed-association",
                /InvalidSecretArn: Amazon MSK is not able to access the secret/,
                "Amazon MSK does not see the secret's value or its policy yet",
            ],
            [
                "broken",
                /unexpected state 'ERROR', last error: subnet-0a1b2c3d4e5f60718 has no free address/,
                "A subnet has no free address left",
            ],
            [
                "unseen",
                /unable to assume the role unseen-interfaces \(sts:AssumeRole\)/,
                "The role is seconds old, and AWS IoT does not see it everywhere yet",
            ],
        ] as const) {
            const [pipeline] = child.split("-");
            const told = new RegExp(
                `\\(${child}\\):\\n +error: IotKafkaPipeline ${pipeline}: the [\\w ]+ "${child}" could not be made\\.\\n` +
                    ` +Probable causes, the first one most of all:\\n +- ${cause}[^]+?What to do: [^]+?See: .+ https://`,
            );
            assert.match(failed.stdout, told);
            assert.match(failed.stdout, words);
        }
        const between = await stack.resources();
        const broken = between.find(({ urn }) => urn.endsWith("TopicRuleDestination::broken"));
        assert.equal(broken?.initErrors?.length, 1);
        assert.deepEqual(
            between.filter(({ type }) => type === RULE),
            [],
        );

        const finished = await stack.pulumi("up", "--yes", "--skip-preview");
        assert.equal(finished.exitCode, 0, finished.stdout);
        assert.match(finished.stdout, /aws:iot:TopicRuleDestination broken replaced/);
        const made = await stack.resources();
        assert.deepEqual(made.flatMap(({ type, urn }) => (type === RULE ? [nameOf(urn)] : [])).sort(), [
            "broken",
            "unprocessed",
            "unseen",
        ]);
        assert.equal(new Set(made.map(({ urn }) => urn)).size, made.length);
        const again = await stack.pulumi("up", "--yes", "--skip-preview", "--expect-no-changes");
        assert.equal(again.exitCode, 0, again.stdout);
        const gone = await stack.pulumi("destroy", "--yes", "--skip-preview");
        assert.equal(gone.exitCode, 0, gone.stdout);
    });

    it("waits for a role that is not visible everywhere yet", async () => {
        const stack = await stackOf("pipeline-failures");
        const unseen = {
            operation: "create",
            match: "*TopicRuleDestination::unseen",
            error: "InvalidRequestException: AWS IoT is unable to assume the role (sts:AssumeRole)",
            times: 3,
        };
        const made = await stack.pulumiWith([unseen], "up", "--yes", "--skip-preview");
        assert.equal(made.exitCode, 0, made.stdout);
    });

    it("needs no default provider: Region and resources come from the providers that it is given", async () => {
        const stack = await stackOf("explicit-provider");
        const off = ["config", "set", "--path", "pulumi:disable-default-providers[0]", "*"];
        const configured = await stack.pulumi(...off);
        assert.equal(configured.exitCode, 0, configured.stderr);
        const made = await stack.pulumi("up", "--yes", "--skip-preview");
        assert.equal(made.exitCode, 0, made.stdout);
        const resources = await stack.resources();
        for (const { type, urn, provider = "" } of resources) {
            if (!/^(aws|random):/.test(type)) continue;
            assert.match(provider, type.startsWith("aws:") ? /::plant::/ : /::random::/, urn);
        }
        const { stdout } = await stack.pulumi("stack", "output", "bootstrapServers");
        assert.match(stdout, /\.kafka\.eu-central-1\.amazonaws\.com:9096/);
        const role = resources.find(({ urn }) => urn.endsWith("aws:iam/role:Role::telemetry-secret-role"));
        assert.match(role?.inputs?.assumeRolePolicy, /:iot:eu-central-1:/);
    });
});
