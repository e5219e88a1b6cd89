import { type Properties, text } from "../../provider/value";
import type { Account } from "../account";
import { secretSuffix } from "../identifiers";
import { arn, type Scope } from "../scope";

const SECRET = "aws:secretsmanager/secret:Secret";
/** Not a resource type: secrets that are taken to have been there before, so that their ARNs stay the same. */
const FOUND = "found: aws:secretsmanager/secret:Secret";

/**
 * Finds a secret that was made through the stand-in, by its name or ARN. Any other one is taken to exist outside of it,
 * as Amazon MSK wants it, with a key of the account's own.
 */
export function getSecret(inputs: Properties, scope: Scope, account: Account): Properties {
    const [wantedArn, wantedName] = [text(inputs, "arn"), text(inputs, "name")];
    const made = account
        .all(SECRET, scope.region)
        .find(({ facts }) => (wantedArn === undefined ? facts.name === wantedName : facts.arn === wantedArn));
    const found = made?.facts ?? existing(wantedArn, wantedName ?? "", scope, account);
    return {
        ...inputs,
        id: found.arn,
        arn: found.arn,
        name: found.name,
        kmsKeyId: found.kmsKeyId ?? "",
        createdDate: "2024-01-01T00:00:00Z",
        lastChangedDate: "2024-01-01T00:00:00Z",
        description: "",
        policy: "",
        region: scope.region,
        tags: {},
    };
}

function existing(wantedArn: string | undefined, wantedName: string, scope: Scope, account: Account): Properties {
    const name = wantedArn === undefined ? wantedName : wantedArn.split(":").slice(6).join(":").slice(0, -7);
    const known = account.find(FOUND, name, scope.region)?.facts;
    if (known) {
        return known;
    }
    const facts = {
        name,
        arn: wantedArn ?? arn(scope, "secretsmanager", `secret:${name}-${secretSuffix()}`),
        kmsKeyId: arn(scope, "kms", "key/11111111-aaaa-4bbb-8ccc-dddddddddddd"),
    };
    account.remember({ type: FOUND, region: scope.region, id: name, facts });
    return facts;
}
