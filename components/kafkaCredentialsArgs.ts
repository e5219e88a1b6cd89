import type { Input } from "@pulumi/pulumi";
import type { OneOf, Optional } from "./oneOf";

/** A secret that is made of what is given, or one that exists. */
export type SecretStore<Made> = OneOf<
    | Made
    | {
          /** Name or complete ARN of a secret that exists, in the Region of everything else. It is read, and never changed. */
          existingSecretId: Input<string>;
      }
>;

/** The user that a secret holds: `{"username":"…","password":"…"}`. */
export interface MadeUser {
    /** The name by which the brokers know it, as in `User:<username>` of an ACL. @default `<project>_<stack>_<name>` */
    username?: Optional<string>;
    /**
     * Its password, marked as a secret wherever it goes. Quotes, backslashes and control characters trip up Kafka clients.
     * @default 32 letters and digits, made once
     */
    password?: Optional<string>;
}

/**
 * A user and a password, SASL/SCRAM, for Amazon MSK and for clusters of one's own.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-tutorial.html
 */
export interface ScramCredentials {
    /** Written plainly: it decides what is made. */
    mode: "SCRAM-SHA-512";
    /**
     * The user: made, or in a secret that exists with the members `username` and `password`. Written plainly.
     * @default one is made
     */
    user?: SecretStore<MadeUser>;
    /** Belongs into `user`. */
    username?: never;
    /** Belongs into `user`. */
    password?: never;
}

/** Who reads the secrets, and with which key. */
export interface SecretAccess {
    /**
     * ARN of the key that encrypts the secrets, which has to be symmetric and your own: Amazon MSK takes no other. Its
     * policy must let the account's IAM policies count. With a secret that exists it is that secret's key.
     * @default a key is made; that of a secret that exists is looked up
     */
    kmsKeyArn?: Input<string>;
    /**
     * ARN of a role that exists, which AWS IoT assumes to read the secrets. It must trust AWS IoT, and allow
     * `secretsmanager:GetSecretValue`, `secretsmanager:DescribeSecret`, and `kms:Decrypt` with the key; its policies must be
     * there before the rule.
     * @default one is made that reads exactly these secrets
     */
    roleArn?: Input<string>;
    /**
     * Days that a deleted secret can be brought back: 0, or 7 to 30. For as long its name is taken, so a stack that is
     * destroyed cannot be made again.
     * @default 0
     */
    recoveryWindowInDays?: Optional<number>;
}

/** The modes in which credentials can be made. */
export type CredentialsMode = KafkaCredentialsArgs["mode"];

/** How AWS IoT logs in to Amazon MSK, as an argument of something that knows the cluster. */
export type MskCredentials = OneOf<ScramCredentials> & SecretAccess;

/** A cluster that is to know the user. */
interface ScramOnCluster extends ScramCredentials {
    /** ARN of a cluster of Amazon MSK, with SASL/SCRAM switched on, that is to know the user. @default none */
    clusterArn?: Input<string>;
}

/** Arguments of a `KafkaCredentials`. */
export type KafkaCredentialsArgs = OneOf<ScramOnCluster> &
    SecretAccess & {
        /** The Region of everything that is made. @default the provider's */
        region?: Optional<string>;
        /** Tags of everything that is made and can have tags. @default none */
        tags?: Optional<Record<string, Input<string>>>;
    };
