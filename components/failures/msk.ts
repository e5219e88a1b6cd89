import { MSK_CREATE_CLUSTER, MSK_QUOTAS } from "../../constraints/cluster/pages";
import { page } from "../../constraints/core/source";
import { MSK_TROUBLESHOOTING } from "../../constraints/kafka-action/pages";
import { MSK_PASSWORDS } from "../../constraints/secret/pages";
import type { KnownFailure } from "./failure";

const CLUSTER = "aws:msk/cluster:Cluster";
const CONFIGURATION = "aws:msk/configuration:Configuration";
const TOPIC = "aws:msk/topic:Topic";
const ASSOCIATIONS = [
    "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation",
    "aws:msk/scramSecretAssociation:ScramSecretAssociation",
];
const MSK_UPDATES = page(
    "Updating a cluster",
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-update-cluster.html",
);
const MSK_TOPICS = page(
    "Creating topics",
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-topic.html",
);
const MSK_CONFIGURATIONS = page(
    "Amazon MSK configurations",
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration.html",
);

/** What Amazon MSK is known to answer. */
export const MSK_FAILURES: readonly KnownFailure[] = [
    {
        types: ASSOCIATIONS,
        says: /unprocessed|InvalidSecretArn|InvalidKmsKey|not able to access the secret/i,
        causes: [
            "Amazon MSK does not see the secret's value or its policy yet, which were made seconds ago.",
            "The secret is encrypted with the key of Secrets Manager itself; Amazon MSK wants a key of your own.",
            "The secret's name does not start with AmazonMSK_, or the secret lies in another account or Region.",
            "The secret does not hold a JSON object with `username` and `password`.",
        ],
        remedy:
            "Wait a minute; a secret that was given needs the name, the key and the members of the page below. Until it is " +
            "associated, no rule can log in with it.",
        source: MSK_PASSWORDS,
    },
    {
        types: ASSOCIATIONS,
        says: /SASL\/SCRAM|does not have|not enabled/i,
        causes: ["SASL/SCRAM is off at the cluster."],
        remedy: "Turn it on at the cluster (`authentication: { scram: true }` of an MskCluster).",
        source: MSK_PASSWORDS,
    },
    {
        types: [...ASSOCIATIONS, CLUSTER, TOPIC],
        says: /UPDATING|CREATING|REBOOTING|HEALING|MAINTENANCE|ACTIVE state|not ACTIVE|invalid state/i,
        causes: ["The cluster is busy with another change; Amazon MSK makes one at a time."],
        remedy: "Wait until the cluster is ACTIVE again, which takes up to an hour.",
        source: MSK_UPDATES,
    },
    {
        types: [CLUSTER],
        says: /quota|LimitExceeded|maximum number|limit/i,
        causes: ["The account has as many brokers or clusters in this Region as its quota allows."],
        remedy: "Delete what is no longer used, or ask for a higher quota.",
        source: MSK_QUOTAS,
    },
    {
        types: [CLUSTER],
        operations: ["create"],
        says: /subnet|zone|address/i,
        causes: [
            "Two subnets lie in the same zone, or one in a zone without this type of broker.",
            "A subnet has too few free addresses.",
        ],
        remedy: "Give two or three subnets of different zones with room for the brokers.",
        source: MSK_CREATE_CLUSTER,
    },
    {
        types: [CLUSTER],
        operations: ["update"],
        says: /Unsupported update|cannot be (changed|reduced)|must be larger|BadRequest/i,
        causes: ["Amazon MSK does not change this in a cluster that exists."],
        remedy: "Take the change back, and `pulumi up` is quiet again; or make a second cluster beside it and move its topics.",
        source: MSK_UPDATES,
    },
    {
        types: [CONFIGURATION],
        says: /BadRequest|propert|Invalid/i,
        causes: ["A server property that Amazon MSK does not let you set, or a value that Kafka cannot read."],
        remedy: "Change `serverProperties`.",
        source: MSK_CONFIGURATIONS,
    },
    {
        types: [TOPIC],
        says: /partition count|cannot be reduced|replication/i,
        causes: ["Kafka does not take partitions away, and wants no more copies than there are brokers."],
        remedy: "Take the change back, or make another topic.",
        source: MSK_TOPICS,
    },
    {
        types: [TOPIC],
        says: /kafka-cluster:|AccessDenied|not authorized/i,
        causes: [
            "Whoever deploys lacks kafka-cluster:Connect, CreateTopic, DescribeTopic, AlterTopic or DeleteTopic on the cluster.",
        ],
        remedy: "Give the deploying identity these actions on the cluster and its topics.",
        source: MSK_TOPICS,
    },
    {
        types: [CLUSTER],
        operations: ["create"],
        says: /FAILED/,
        causes: [
            "A subnet has too few free addresses, or a security group or key was deleted meanwhile.",
            "The key may not be used by whoever deploys.",
        ],
        remedy: "Mend it. The next `pulumi up` replaces the cluster that failed.",
        source: MSK_TROUBLESHOOTING,
    },
];
