import type { Input } from "@pulumi/pulumi";
import type { MadeKeyStore, StoredText, TrustStoreSource } from "./kafkaStoreArgs";
import type { OneOf, Optional } from "./oneOf";

/** A secret that exists. */
export interface ExistingSecretId {
    /** Name or complete ARN of a secret that exists, in the Region of everything else. It is read, and never changed. */
    existingSecretId: Input<string>;
}

/** A secret that is made of what is given, or one that exists. */
export type SecretStore<Made, Existing = ExistingSecretId> = OneOf<Made | Existing>;

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

/** A user that the brokers know already. */
export interface KnownUser {
    /** Its name, or the key of an API such as Confluent Cloud's. */
    username: Input<string>;
    /** Its password, or the secret of the API key; marked as a secret wherever it goes. */
    password: Input<string>;
}

/**
 * A user and a password, SASL/PLAIN, for hosted clusters and clusters of one's own. Amazon MSK does not offer it, and
 * neither does the Kafka action in the Regions of China and AWS GovCloud (US).
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export interface PlainCredentials {
    /** Written plainly: it decides what is made. */
    mode: "PLAIN";
    /** The user: put into a secret, or in one that exists with the members `username` and `password`. Written plainly. */
    user: SecretStore<KnownUser>;
    /** Belongs into `user`. */
    username?: never;
    /** Belongs into `user`. */
    password?: never;
}

/** A file that becomes the binary value of a secret. */
export interface SecretContent {
    /** The file in base64, encoded once, at most 65,536 bytes. Marked as a secret wherever it goes. */
    base64: Input<string>;
}

/**
 * A keytab, Kerberos, for clusters of one's own. Amazon MSK does not offer it, and neither does the Kafka action in the
 * Regions of China and AWS GovCloud (US).
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export interface KerberosCredentials {
    /** Written plainly: it decides what is made. */
    mode: "GSSAPI";
    /** The keytab with the principal's keys: put into a secret, or in one that exists as its binary value. Written plainly. */
    keytab: SecretStore<SecretContent>;
    /** Name under which the brokers run, often `kafka`. */
    serviceName: Input<string>;
    /** Host name of the key distribution center, without a port. The VPC must resolve it, see `kdcRecord` of a `VpcDestination`. */
    kdc: Input<string>;
    /** Realm of the principal, by convention in capitals. */
    realm: Input<string>;
    /** Principal of the rule, as in the keytab. */
    principal: Input<string>;
}

/**
 * A client certificate, mutual TLS, for Amazon MSK and for clusters of one's own.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-authentication.html
 */
export interface MutualTlsCredentials {
    /** Written plainly: it decides what is made. */
    mode: "SSL";
    /** The certificate and its key: made of PEM, given as a Java key store, or in a secret that exists. Written plainly. */
    keyStore: MadeKeyStore | ExistingKeyStore;
}

/** A key store in a secret that exists, as its binary value. */
export type ExistingKeyStore = ExistingSecretId & {
    /** Opens the store: a text is put into a secret, unless it is in one that exists. */
    password: StoredText;
    /** Opens the key, where it has a password of its own. @default that of the store */
    keyPassword?: StoredText;
};

/** Who reads the secrets, and with which key. */
export interface SecretAccess {
    /**
     * By which authorities the brokers are known, where Amazon trusts none of them: not needed for Amazon MSK. Written
     * plainly.
     * @default none
     */
    trustStore?: TrustStoreSource;
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
export type MskCredentials = OneOf<ScramCredentials | MutualTlsCredentials> & SecretAccess;

/** How AWS IoT logs in to any other Kafka. */
export type OtherCredentials = OneOf<ScramCredentials | PlainCredentials | KerberosCredentials | MutualTlsCredentials> &
    SecretAccess;

/** A cluster that is to know the user. */
interface ScramOnCluster extends ScramCredentials {
    /** ARN of a cluster of Amazon MSK, with SASL/SCRAM switched on, that is to know the user. @default none */
    clusterArn?: Input<string>;
}

/** Arguments of a `KafkaCredentials`. */
export type KafkaCredentialsArgs = OneOf<
    ScramOnCluster | PlainCredentials | KerberosCredentials | MutualTlsCredentials
> &
    SecretAccess & {
        /** The Region of everything that is made. @default the provider's */
        region?: Optional<string>;
        /** Tags of everything that is made and can have tags. @default none */
        tags?: Optional<Record<string, Input<string>>>;
    };
