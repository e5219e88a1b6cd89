import assert from "node:assert/strict";
import { explainFailure, type FailedChild } from "../../../components/failures/explainFailure";

const DESTINATION = "aws:iot/topicRuleDestination:TopicRuleDestination";
const ASSOCIATION = "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation";
const explain = (more: Partial<FailedChild>) =>
    explainFailure({
        component: "IotKafkaPipeline telemetry",
        type: DESTINATION,
        name: "telemetry",
        operation: "create",
        error: "",
        ...more,
    });

/** What services say, by type and operation, and the cause that is told first. */
const KNOWN: readonly (readonly [string, FailedChild["operation"], string, RegExp])[] = [
    [
        ASSOCIATION,
        "create",
        "1 secret(s) left unprocessed: InvalidSecretArn: Amazon MSK is not able",
        /does not see the secret's value/,
    ],
    [
        DESTINATION,
        "create",
        "unexpected state 'ERROR', wanted target 'ENABLED'. last error: no free address",
        /no free address left/,
    ],
    [
        DESTINATION,
        "create",
        "InvalidRequestException: AWS IoT is unable to assume the role (sts:AssumeRole)",
        /seconds old/,
    ],
    [
        DESTINATION,
        "create",
        "User is not authorized to perform: iam:PassRole on resource: role",
        /may not pass the role/,
    ],
    [DESTINATION, "create", "LimitExceededException: At most 5 VPC destinations", /five VPC destinations/],
    [DESTINATION, "delete", "timeout: last state: 'DELETING'", /deleted before the destination/],
    [
        "aws:iot/topicRule:TopicRule",
        "update",
        "InvalidRequestException: The destination is not ENABLED",
        /did not become ENABLED/,
    ],
    [
        "aws:msk/cluster:Cluster",
        "update",
        "BadRequestException: Unsupported update from KafkaVersion",
        /does not change this/,
    ],
    ["aws:msk/topic:Topic", "create", "BadRequestException: the cluster is UPDATING", /busy with another change/],
    ["aws:msk/topic:Topic", "create", "TopicExistsException: Topic already exists", /A run that was interrupted/],
    [
        "aws:secretsmanager/secret:Secret",
        "create",
        "a secret with this name is already scheduled for deletion",
        /recovery window/,
    ],
    [
        "aws:cloudwatch/logGroup:LogGroup",
        "create",
        "The specified KMS key does not exist or is not allowed",
        /does not see it yet/,
    ],
    ["aws:ec2/subnet:Subnet", "delete", "DependencyViolation: has dependencies", /Network interfaces/],
    ["aws:iam/role:Role", "create", "EntityAlreadyExists: Role with name x already exists.", /interrupted/],
    ["aws:iam/role:Role", "update", "NoSuchEntity: The role cannot be found", /by other means/],
    [
        "aws:kms/key:Key",
        "create",
        "AccessDeniedException: not authorized to perform kms:CreateKey",
        /lacks a permission/,
    ],
    ["aws:kms/key:Key", "create", "ThrottlingException: Rate exceeded", /More requests at once/],
    [
        "aws:kms/key:Key",
        "create",
        "ExpiredToken: The security token included in the request is expired",
        /have expired/,
    ],
    ["aws:kms/key:Key", "delete", "InternalFailure: try again", /within the service/],
];

describe("the explanation of a failed child", () => {
    it("names the component, the child, a probable cause, what to do and a page, for everything that is known", () => {
        for (const [type, operation, error, cause] of KNOWN) {
            const text = explain({ type, operation, error });
            assert.match(
                text,
                /^IotKafkaPipeline telemetry: the [\w' ]+ "telemetry" could not be (made|changed|deleted)\.\n/,
            );
            const [, first] = /Probable causes?(?:, the first one most of all:\n {2}-|:) (.+)/.exec(text) ?? [];
            assert.match(first ?? "", cause, `${type} ${error}\n${text}`);
            assert.match(text, /\nWhat to do: [A-Z`].+\.\nThen run .+ again: .+\nSee: .+ https:\/\/\S+$/);
        }
    });

    it("says so when it does not know what a service has answered", () => {
        const text = explain({
            type: "aws:sqs/queue:Queue",
            name: "errors",
            operation: "update",
            error: "Gibberish: x",
        });
        assert.match(text, /the Queue "errors" could not be changed/);
        assert.match(text, /is not known to this package/);
        assert.match(text, /See: aws\.sqs\.Queue https:/);
    });

    it("never repeats what the service said, which may hold a secret", () => {
        for (const error of [...KNOWN.map(([, , known]) => known), ""]) {
            for (const operation of ["create", "update", "delete"] as const) {
                const text = explain({ operation, error: `${error} canary-password` });
                assert.doesNotMatch(text, /canary/);
            }
        }
    });

    it("stays quick and whole with any text", () => {
        for (const error of ["\0".repeat(1e6), "KMS".repeat(1e6), "state 'ERR".repeat(1e5), "Conflict".repeat(1e5)]) {
            assert.match(explain({ error }), /See: /);
        }
    });
});
