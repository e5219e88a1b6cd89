import { SecretPolicy } from "@pulumi/aws/secretsmanager";
import { all, type ComponentResource, type Input, type Output, output, secret } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random";
import { type NamedIn, secretNameOf, userNameOf } from "../constraints/components/names";
import { withPreset } from "./inputs";
import type { MadeUser } from "./kafkaCredentialsArgs";
import { policyDocument } from "./policyDocuments";
import { createStoredSecret, type SecretSettings, type StoredSecret } from "./storedSecret";

/** Long enough that guessing is hopeless, of characters that no client has to escape (SEC-PW-01). */
export const PASSWORD = { length: 32, special: false };

export interface ScramSecret extends StoredSecret {
    readonly username: Output<string>;
}

/**
 * A secret as Amazon MSK wants it: its name begins with AmazonMSK_, a key of one's own encrypts it, and it holds a JSON
 * object with `username` and `password` (https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-tutorial.html).
 * Its value, and the policy that lets Amazon MSK read it, are its contents: an association without them is refused.
 */
export function createScramSecret(
    component: ComponentResource,
    named: NamedIn,
    { username: givenName, password: givenPassword }: MadeUser,
    settings: SecretSettings,
): ScramSecret {
    const { name } = named;
    const options = { parent: component };
    const username = output(withPreset(givenName as Input<string> | undefined, userNameOf(named)));
    const password =
        givenPassword === undefined
            ? new RandomPassword(`${name}-password`, PASSWORD, options).result
            : secret(givenPassword as Input<string>);
    const text = all([username, password]).apply(([user, word]) => JSON.stringify({ username: user, password: word }));
    const stored = createStoredSecret(component, name, {
        ...settings,
        label: "secret",
        secretName: secretNameOf(named),
        description: `The Kafka user of ${name}, as Amazon MSK keeps it`,
        value: { text },
    });
    const policy = new SecretPolicy(
        `${name}-secret-policy`,
        { secretArn: stored.secretArn, policy: readableByMsk(stored.secretArn), region: settings.region },
        options,
    );
    return { ...stored, username, contents: [...stored.contents, policy] };
}

/**
 * What Amazon MSK attaches to a secret that is associated with a cluster, word for word: another policy would be
 * overwritten there, and every refresh would show it. The secret's own ARN stands in it, so it is not known at preview.
 */
function readableByMsk(secretArn: Output<string>): Output<string> {
    return secretArn.apply((arn) =>
        policyDocument({
            Sid: "AWSKafkaResourcePolicy",
            Effect: "Allow",
            Principal: { Service: "kafka.amazonaws.com" },
            Action: "secretsmanager:getSecretValue",
            Resource: arn,
        }),
    );
}
