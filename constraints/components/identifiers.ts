import { show } from "../core/show";
import type { TextCheck } from "./texts";

const ACCOUNT = "\\d{12}";
const REGION = "[a-z0-9-]+";

const NAME_OF_SECRET = /^[A-Za-z0-9/_+=.@-]{1,512}$/;
const ARN_OF_SECRET = new RegExp(`^arn:[a-z-]+:secretsmanager:${REGION}:${ACCOUNT}:secret:[A-Za-z0-9/_+=.@-]{1,520}$`);
const ENDS_AS_COMPLETE_ARN = /-[A-Za-z0-9]{6}$/;

/** The name of a secret, or its complete ARN (GS-ARGS-02, GS-USE-04). */
export const checkSecretId: TextCheck = (text) => {
    if (!text.startsWith("arn:")) {
        if (NAME_OF_SECRET.test(text)) return undefined;
        return { found: `it is ${show(text)}, not the name of a secret`, fix: "Give the secret's name or its ARN." };
    }
    if (!ARN_OF_SECRET.test(text)) {
        return { found: `it is ${show(text)}, not the ARN of a secret`, fix: "Give the `arn` output of the secret." };
    }
    if (ENDS_AS_COMPLETE_ARN.test(text)) return undefined;
    return {
        found: `it is ${show(text)}, a secret's ARN without the six characters at its end`,
        fix: "Give the complete ARN, or the secret's name.",
    };
};

const ARN_OF_KEY = new RegExp(`^arn:[a-z-]+:kms:${REGION}:${ACCOUNT}:key/[A-Za-z0-9-]+$`);

/** A key itself: neither an alias nor an id, since policies know keys by their ARNs (SEC-KMS-03). */
export const checkKeyArn: TextCheck = (text) => {
    if (ARN_OF_KEY.test(text)) return undefined;
    const isAlias = /(?:^|:)alias\//.test(text);
    return {
        found: `it is ${show(text)}, ${isAlias ? "an alias, and not the ARN of a key" : "not the ARN of a key"}`,
        fix: "Give the `arn` output of the key: arn:aws:kms:<region>:<account>:key/<id>.",
    };
};

const ARN_OF_ROLE = new RegExp(`^arn:[a-z-]+:iam::${ACCOUNT}:role/[\\w+=,.@/-]+$`);

export const checkRoleArn: TextCheck = (text) => {
    if (ARN_OF_ROLE.test(text)) return undefined;
    return { found: `it is ${show(text)}, not the ARN of a role`, fix: "Give the `arn` output of the role." };
};

const ARN_OF_CLUSTER = new RegExp(`^arn:[a-z-]+:kafka:${REGION}:${ACCOUNT}:cluster/[^/\\s]+/[A-Za-z0-9-]+$`);

export const checkClusterArn: TextCheck = (text) => {
    if (ARN_OF_CLUSTER.test(text)) return undefined;
    return {
        found: `it is ${show(text)}, not the ARN of a cluster of Amazon MSK`,
        fix: "Give the `arn` output of the cluster.",
    };
};
