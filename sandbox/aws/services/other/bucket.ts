import { text } from "../../../provider/value";
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
