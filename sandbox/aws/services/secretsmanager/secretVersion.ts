import { type Properties, text, texts } from "../../../provider/value";
import { uuid } from "../../identifiers";
import { Refusal } from "../../refusal";
import type { ResourceTable } from "../../table";

const LARGEST = 65_536;
const VALUES = ["secretString", "secretBinary", "secretStringWo"];

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html */
export const secretVersion: ResourceTable = {
    token: "aws:secretsmanager/secretVersion:SecretVersion",
    required: ["secretId"],
    computed: ["arn", "versionId", "versionStages", "hasSecretStringWo", "secretArn"],
    replaces: ["secretId", "secretString", "secretBinary", "secretStringWoVersion"],
    sets: ["versionStages"],
    secrets: VALUES,
    remembers: ["secretArn"],
    make: ({ inputs, account, scope }) => {
        const secretId = text(inputs, "secretId") ?? "";
        const named = account.all("aws:secretsmanager/secret:Secret", scope.region);
        const secretArn = named.find(({ facts }) => facts.name === secretId)?.id ?? secretId;
        const versionId = `terraform-${uuid().replaceAll("-", "")}`;
        const outputs = {
            arn: secretArn,
            secretArn,
            versionId,
            versionStages: ["AWSCURRENT"],
            hasSecretStringWo: false,
        };
        return { id: `${secretArn}|${versionId}`, outputs };
    },
    refuse: ({ inputs }) => {
        const given = VALUES.filter((name) => text(inputs, name));
        if (given.length !== 1) {
            return new Refusal("InvalidParameterException", "You must provide either SecretString or SecretBinary.");
        }
        if (texts(inputs, "versionStages").length > 20) {
            return new Refusal("InvalidParameterException", "A version may have at most 20 stages.");
        }
        if (given[0] === "secretBinary" && !isBase64(inputs)) {
            return new Refusal("InvalidParameterException", "secretBinary is not base64.");
        }
        return sizeOf(inputs, given[0]!) > LARGEST
            ? new Refusal("ValidationException", `The secret value is larger than ${LARGEST} bytes.`)
            : undefined;
    },
};

/** What is stored counts: a binary value comes in base64, which is a third longer. */
function sizeOf(inputs: Properties, name: string): number {
    return Buffer.byteLength(text(inputs, name) ?? "", name === "secretBinary" ? "base64" : "utf8");
}

function isBase64(inputs: Properties): boolean {
    return /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text(inputs, "secretBinary") ?? "");
}
