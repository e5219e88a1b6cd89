import { KINDS, kindOf } from "../../constraints/facts/pulumiTypes";
import type { ResourceKind } from "../../constraints/facts/stack";
import { TYPES as TEMPLATE_TYPES } from "../cloudformation/types";
import { PASCAL_CASE, SNAKE_CASE, spelledBy } from "../conversion/spelling";
import { RULE_LISTS, TYPES as TERRAFORM_TYPES } from "../terraform/types";
import type { Speech } from "./wording";

/** What a rule's members are called in the API, where Pulumi calls them otherwise. */
const IN_API: Readonly<Record<string, string>> = { sqlVersion: "awsIotSqlVersion", kafkas: "actions" };

/** `bootstrapBrokersTls` is printed by `aws kafka get-bootstrap-brokers` as `BootstrapBrokerStringTls`. */
function bootstrapString(name: string): string | undefined {
    const kind = /^bootstrapBrokers(\w*)$/.exec(name)?.[1];
    return kind === undefined ? undefined : `BootstrapBrokerString${kind}`;
}

const KIND_OF_TOKEN: ReadonlyMap<string, ResourceKind> = new Map(
    Object.keys(KINDS).map((type) => [type.replace(/^(\w+):(\w+)\/\w+:(\w+)$/, "$1.$2.$3"), kindOf(type)!]),
);

/** The types of a source by kind; the first that stands for it. */
function byKind(types: Readonly<Record<string, { readonly kind: ResourceKind }>>): ReadonlyMap<ResourceKind, string> {
    return new Map(
        Object.entries(types)
            .reverse()
            .map(([type, { kind }]) => [kind, type]),
    );
}

const TEMPLATE_BY_KIND = byKind(TEMPLATE_TYPES);
const TERRAFORM_BY_KIND = byKind(TERRAFORM_TYPES);

function templateType(token: string): string {
    const kind = KIND_OF_TOKEN.get(token);
    // CloudFormation associates secrets in lists only.
    const own = kind === "singleScramSecretAssociation" ? "scramSecretAssociation" : kind;
    return (own && TEMPLATE_BY_KIND.get(own)) ?? ELSEWHERE.get(token)?.[0] ?? token;
}

/** Types that are not read. */
const ELSEWHERE: ReadonlyMap<string, readonly [template: string, terraform: string]> = new Map([
    ["aws.route53.ZoneAssociation", ["AWS::Route53::HostedZone", "aws_route53_zone_association"]],
]);

const TEMPLATE_NAMES = spelledBy(PASCAL_CASE, {
    AwsIotSqlVersion: "sqlVersion",
    Actions: "kafkas",
    VpcProperties: "vpcConfiguration",
    AssumeRolePolicyDocument: "assumeRolePolicy",
    CertificateAuthorityArnList: "certificateAuthorityArns",
    KeySpec: "customerMasterKeySpec",
    PendingWindowInDays: "deletionWindowInDays",
    SecretArnList: "secretArnLists",
    VPCs: "vpcs",
    Policies: "inlinePolicies",
    DataVolumeKMSKeyId: "encryptionAtRestKmsKeyArn",
});

const WORDS_OF_PROGRAMS = {
    "`random.RandomPassword`": ["GenerateSecretString", "random_password"],
    "`config.requireSecret`": ["NoEcho", "sensitive = true"],
    "`pulumi.jsonStringify({ username, password })`": [
        'SecretStringTemplate: {"username": "…"}, GenerateStringKey: password',
        "jsonencode({ username = …, password = … })",
    ],
    '`secretBinary: fs.readFileSync("client.jks", "base64")`': [
        "aws secretsmanager create-secret --secret-binary fileb://client.jks",
        'secret_binary = filebase64("client.jks")',
    ],
    "`destination.arn`": ["!GetAtt Destination.Arn", "aws_iot_topic_rule_destination.NAME.arn"],
    "`secret.arn`": ["!Ref Secret", "aws_secretsmanager_secret.NAME.arn"],
    "`secretArn: version.arn`": [
        "SecretArnList: [!Ref Secret]",
        "secret_arn = aws_secretsmanager_secret_version.NAME.arn",
    ],
    "`alias.targetKeyId`": ["TargetKeyId", "target_key_id"],
    "`kmsKeyId: key.keyId`": ["KmsKeyId: !Ref Key", "kms_key_id = aws_kms_key.NAME.key_id"],
    "`topic: topic.name`": ["Topic: !GetAtt Topic.TopicName", "topic = aws_msk_topic.NAME.name"],
} as const;

function phrases(index: 0 | 1, more: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
    const words = Object.entries(WORDS_OF_PROGRAMS).map(([program, own]) => [program, `\`${own[index]}\``] as const);
    return new Map([...words, ...Object.entries(more)]);
}

/** Properties and types of CloudFormation. */
export const TEMPLATE_SPEECH: Speech = {
    name: (fact) => bootstrapString(fact) ?? TEMPLATE_NAMES.toSource(fact),
    type: templateType,
    phrases: phrases(0, {
        "`enabled: true`": "`RuleDisabled: false`",
        "Set `enabled` of the destination to true": "Set `Status` of the destination to ENABLED",
        "`clientAuthentication: { sasl: { scram: true } }`":
            "`ClientAuthentication: { Sasl: { Scram: { Enabled: true } } }`",
        "`self: true`": "`SourceSecurityGroupId: !Ref Group`",
        '`overrideSpecial: "_-"`, or `special: false` with a larger length':
            "`ExcludePunctuation: true` with a larger length",
    }),
    absent: ["VpcDestination", "namePrefix"],
    assignment: ": ",
    kafkaAction: (index) => `the Kafka action ${index + 1}`,
};

const TERRAFORM_LISTS = Object.fromEntries(Object.entries(RULE_LISTS).filter(([source]) => source === "kafka"));
const TERRAFORM_NAMES = spelledBy(SNAKE_CASE, {
    ...TERRAFORM_LISTS,
    header: "headers",
    vpc: "vpcs",
    secret_arn_list: "secretArnLists",
    inline_policy: "inlinePolicies",
});

/** Arguments and types of Terraform's AWS provider. */
export const TERRAFORM_SPEECH: Speech = {
    name: (fact) => TERRAFORM_NAMES.toSource(fact),
    type: (token) => {
        const kind = KIND_OF_TOKEN.get(token);
        return (kind && TERRAFORM_BY_KIND.get(kind)) ?? ELSEWHERE.get(token)?.[1] ?? token;
    },
    phrases: phrases(1, {
        "`clientAuthentication: { sasl: { scram: true } }`": "`client_authentication { sasl { scram = true } }`",
    }),
    absent: ["VpcDestination"],
    assignment: " = ",
    kafkaAction: (index) => `kafka[${index}]`,
};

/** The API itself; resources beside the rule have the names of CloudFormation, which are AWS's own. */
export const PAYLOAD_SPEECH: Speech = {
    name: (fact) => bootstrapString(fact) ?? IN_API[fact] ?? fact,
    type: templateType,
    phrases: phrases(0, { "`enabled: true`": "`ruleDisabled: false`" }),
    absent: ["VpcDestination", "namePrefix"],
    assignment: ": ",
    kafkaAction: (index) => `the Kafka action ${index + 1}`,
};
