import { all, type ComponentResource, type Input, type Output, output, type Resource, secret } from "@pulumi/pulumi";
import {
    type CredentialPart,
    labelOfPart,
    madeParts,
    nameOfPart,
    storedAs,
} from "../constraints/components/credentialParts";
import type { NamedIn } from "../constraints/components/names";
import { inputArguments } from "./inputs";
import type { KafkaCredentialsArgs, KnownUser, MadeUser } from "./kafkaCredentialsArgs";
import type { Place } from "./place";
import { createScramSecret } from "./scramSecret";
import { createSecretKey } from "./secretKey";
import { createStoreContents } from "./storeContents";
import { createStoredSecret, type SecretSettings, type StoredSecret } from "./storedSecret";

/** The secrets of credentials that are made. */
export interface CredentialSecrets {
    readonly secrets: ReadonlyMap<CredentialPart, StoredSecret>;
    /** The key that encrypts them, made or given; undefined where none is made. */
    readonly kmsKeyArn: Output<string> | undefined;
    /** The user in one of them. */
    readonly username: Output<string> | undefined;
    /** What has to be there before anybody reads them. */
    readonly contents: readonly Resource[];
}

/** In descriptions. */
const TITLES: Readonly<Record<CredentialPart, string>> = {
    user: "The Kafka user",
    keytab: "The Kerberos keytab",
    keyStore: "The key store with the client certificate",
    trustStore: "The trust store with the brokers' authorities",
    passwords: "The passwords of the stores",
};

/** The secrets that the arguments do not say exist, all encrypted with one key. */
export function createCredentialSecrets(
    component: ComponentResource,
    named: NamedIn,
    place: Place,
    args: KafkaCredentialsArgs,
): CredentialSecrets {
    const source = inputArguments(args);
    const parts = madeParts(source);
    if (parts.length === 0) return { secrets: new Map(), kmsKeyArn: undefined, username: undefined, contents: [] };
    const { mode, region, tags, recoveryWindowInDays } = args;
    const what = mode === "SCRAM-SHA-512" ? "the Kafka user" : "the Kafka credentials";
    const kmsKeyArn = output(args.kmsKeyArn ?? createSecretKey(component, named, place, { what, region, tags }).arn);
    const settings: SecretSettings = { kmsKeyArn, recoveryWindowInDays, region, tags };
    const stores = createStoreContents(component, named.name, args);

    const secrets = new Map<CredentialPart, StoredSecret>();
    let username: Output<string> | undefined;
    for (const part of parts) {
        if (part === "user" && mode === "SCRAM-SHA-512") {
            const scram = createScramSecret(component, named, (args.user ?? {}) as MadeUser, settings);
            secrets.set(part, scram);
            username = scram.username;
            continue;
        }
        if (part === "user") username = output((args.user as KnownUser).username);
        const content = contentOf(part, args, stores);
        const isText = storedAs(source, part) === "SecretString";
        secrets.set(
            part,
            createStoredSecret(component, named.name, {
                ...settings,
                label: labelOfPart(part),
                secretName: nameOfPart(mode, named, part),
                description: `${TITLES[part]} of ${named.name}`,
                value: isText ? { text: content } : { base64: content },
            }),
        );
    }
    return { secrets, kmsKeyArn, username, contents: [...secrets.values()].flatMap(({ contents }) => contents) };
}

function contentOf(
    part: CredentialPart,
    args: KafkaCredentialsArgs,
    stores: ReturnType<typeof createStoreContents>,
): Input<string> {
    switch (part) {
        case "user": {
            const { username, password } = args.user as KnownUser;
            return secret(all({ username, password }).apply((user) => JSON.stringify(user)));
        }
        case "keytab":
            return args.keytab!.base64!;
        default:
            return stores[part]!;
    }
}
