import { page } from "../../constraints/core/source";
import type { KnownFailure } from "./failure";
import { PASS_ROLE } from "./iot";

const ACCESS_DENIED = page(
    "Troubleshoot access denied error messages",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html",
);
const CREDENTIALS = page(
    "AWS credentials of Pulumi",
    "https://www.pulumi.com/registry/packages/aws/installation-configuration/",
);
const QUOTAS = page(
    "Requesting a quota increase",
    "https://docs.aws.amazon.com/servicequotas/latest/userguide/request-quota-increase.html",
);
const RETRIES = page("Retry behavior", "https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html");
const HEALTH = page("AWS Health Dashboard", "https://health.aws.amazon.com/health/status");
const IMPORT = page("Importing resources", "https://www.pulumi.com/docs/iac/guides/migration/import/");
const KEY_STATES = page(
    "Key states of AWS KMS keys",
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html",
);

/** What any service may answer, looked for after what is known of each. */
export const GENERAL_FAILURES: readonly KnownFailure[] = [
    {
        says: /iam:PassRole/i,
        causes: [
            "Whoever deploys may not pass the role to the service: each role that is handed over needs the right iam:PassRole.",
        ],
        remedy: "Allow the deploying identity iam:PassRole on this role, with the condition iam:PassedToService of the service.",
        source: PASS_ROLE,
    },
    {
        says: /ExpiredToken|InvalidClientTokenId|UnrecognizedClient|security token|RequestExpired/i,
        causes: [
            "The AWS credentials of this run have expired, or belong to nobody.",
            "The clock of this machine is wrong.",
        ],
        remedy: "Log in again, or renew the credentials.",
        source: CREDENTIALS,
    },
    {
        says: /AccessDenied|not authorized|UnauthorizedOperation|UnauthorizedException|Forbidden/i,
        causes: [
            "Whoever deploys lacks a permission that the message names.",
            "A service control policy, a permissions boundary or a policy of the resource itself forbids it.",
        ],
        remedy: "Give the deploying identity the action that the message names, on this resource.",
        source: ACCESS_DENIED,
    },
    {
        says: /Throttl|TooManyRequests|Rate exceeded|RequestLimitExceeded|SlowDown/i,
        causes: ["More requests at once than the service takes, from this run and from others in the account."],
        remedy: "Wait a minute; where it happens again, give `pulumi up` the option --parallel 4.",
        source: RETRIES,
    },
    {
        says: /LimitExceeded|QuotaExceeded|ServiceQuota|TooMany|maximum number/i,
        causes: ["The account has as many of these in this Region as its quota allows."],
        remedy: "Delete what is no longer used, or ask for a higher quota.",
        source: QUOTAS,
    },
    {
        operations: ["create"],
        says: /AlreadyExists|ResourceExists|TopicExists|already exists|Duplicate/i,
        causes: [
            "A run that was interrupted has made it without noting it down.",
            "Another stack, or somebody by hand, has made one of the same name.",
        ],
        remedy: "Delete it where nobody needs it; else take it over with `pulumi import`, or give the component another name.",
        source: IMPORT,
    },
    {
        operations: ["update", "delete"],
        says: /NotFound|NoSuch|does not exist|ResourceNotFound/i,
        causes: ["Somebody has deleted it, or what it belongs to, by other means."],
        remedy: "Run `pulumi refresh`, which notes down what is there.",
        source: page("pulumi refresh", "https://www.pulumi.com/docs/iac/cli/commands/pulumi_refresh/"),
    },
    {
        says: /KMSInvalidState|KMSDisabled|KMSNotFound|PendingDeletion|InvalidKeyUsage|InvalidKmsKey/i,
        causes: ["The key is disabled, is about to be deleted, or lies in another Region."],
        remedy: "Enable the key, or name another one.",
        source: KEY_STATES,
    },
    {
        says: /timeout while waiting|timed out|context deadline exceeded|RequestTimeout/i,
        causes: [
            "The service is still at work.",
            "What it waits for cannot come to pass; the last state in the message tells which.",
        ],
        remedy: "Look at the resource in the AWS console. Where it is only slow, a longer `customTimeouts` helps.",
        source: page("customTimeouts", "https://www.pulumi.com/docs/iac/concepts/resources/options/customtimeouts/"),
    },
    {
        says: /InternalFailure|InternalError|InternalServer|ServiceUnavailable|ServiceFailure|ServiceException|Internal Server Error/i,
        causes: ["A failure within the service, most often a short one."],
        remedy: "Wait some minutes.",
        source: HEALTH,
    },
    {
        says: /DependencyViolation|DeleteConflict|ResourceInUse|in use/i,
        operations: ["delete", "update"],
        causes: ["Something that this stack does not know still uses it."],
        remedy: "Find what uses it, by the id in the message, and delete that first.",
        source: page("pulumi destroy", "https://www.pulumi.com/docs/iac/cli/commands/pulumi_destroy/"),
    },
];
