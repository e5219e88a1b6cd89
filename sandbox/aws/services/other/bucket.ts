import { text } from "../../../provider/value";
import { malformed } from "../../policyDocument";
import { Refusal } from "../../refusal";
import { dnsSuffixOf } from "../../scope";
import type { ResourceTable } from "../../table";
import { nameOf } from "../common";

const TOKEN = "aws:s3/bucket:Bucket";
const NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
export const bucket: ResourceTable = {
    token: TOKEN,
    required: [],
    name: { property: "bucket", limit: 56, shape: (name) => name.toLowerCase() },
    taggable: true,
    defaults: { forceDestroy: false },
    computed: [
        ...["arn", "bucketDomainName", "bucketRegion", "bucketRegionalDomainName", "hostedZoneId", "websiteDomain"],
        ...["websiteEndpoint", "bucket", "bucketPrefix", "accelerationStatus", "acl", "corsRules", "grants", "logging"],
        ...["lifecycleRules", "objectLockConfiguration", "objectLockEnabled", "policy", "replicationConfiguration"],
        ...["requestPayer", "serverSideEncryptionConfiguration", "versioning", "website", "bucketNamespace"],
    ],
    replaces: ["bucket", "bucketPrefix", "objectLockEnabled"],
    documents: ["policy"],
    remembers: ["bucket"],
    make: (attempt) => {
        const name = nameOf(attempt, "bucket");
        const { partition, region } = attempt.scope;
        const suffix = dnsSuffixOf(partition);
        return {
            id: name,
            outputs: {
                bucket: name,
                arn: `arn:${partition}:s3:::${name}`,
                bucketDomainName: `${name}.s3.${suffix}`,
                bucketRegion: region,
                bucketRegionalDomainName: `${name}.s3.${region}.${suffix}`,
                requestPayer: "BucketOwner",
                objectLockEnabled: false,
            },
        };
    },
    refuse: ({ moment, inputs, account }) => {
        const name = text(inputs, "bucket");
        if (name && !NAME.test(name)) {
            return new Refusal("InvalidBucketName", "The specified bucket is not valid.");
        }
        return moment === "create" && name && account.all(TOKEN).some(({ facts }) => facts.bucket === name)
            ? new Refusal(
                  "BucketAlreadyOwnedByYou",
                  "Your previous request to create the named bucket succeeded and you already own it.",
              )
            : undefined;
    },
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html */
export const bucketPolicy: ResourceTable = {
    token: "aws:s3/bucketPolicy:BucketPolicy",
    required: ["bucket", "policy"],
    computed: [],
    replaces: ["bucket"],
    documents: ["policy"],
    make: ({ inputs }) => ({ id: text(inputs, "bucket") ?? "", outputs: {} }),
    refuse: ({ inputs }) => malformed(inputs.policy, "resource", "MalformedPolicy"),
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html */
export const bucketPublicAccessBlock: ResourceTable = {
    token: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    required: ["bucket"],
    defaults: {
        blockPublicAcls: false,
        blockPublicPolicy: false,
        ignorePublicAcls: false,
        restrictPublicBuckets: false,
    },
    computed: [],
    replaces: ["bucket"],
    make: ({ inputs }) => ({ id: text(inputs, "bucket") ?? "", outputs: {} }),
};
