import type { Input } from "@pulumi/pulumi";
import type { OneOf, Optional } from "./oneOf";

/**
 * A text in AWS Secrets Manager, read by AWS IoT when the rule runs: `get_secret` with `SecretString`. Neither the
 * program nor its state ever holds it.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html#iot-sql-function-get-secret
 */
export interface SecretText {
    /** Name or complete ARN of the secret, in the rule's account and Region. */
    secretId: Input<string>;
    /** ARN of the role that AWS IoT assumes to read it. */
    roleArn: Input<string>;
    /** The member to take, where the secret holds a JSON object. A secret of Amazon MSK always does. @default the whole text */
    key?: Optional<string>;
}

/**
 * A file in AWS Secrets Manager, read by AWS IoT when the rule runs: `get_secret` with `SecretBinary`.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html#iot-sql-function-get-secret
 */
export interface SecretFile {
    /** Name or complete ARN of the secret, in the rule's account and Region. */
    secretId: Input<string>;
    /** ARN of the role that AWS IoT assumes to read it. */
    roleArn: Input<string>;
    /** A file has no members; AWS IoT fails to read one from it. */
    key?: never;
}

/** Where a trust store is: a file in a secret, a base64 text in a secret, or base64 in the rule itself. */
export type TrustStoreFile = OneOf<
    | {
          /** A secret whose binary value is the file. */
          binary: SecretFile;
      }
    | {
          /** A secret whose text is the file in base64. */
          text: SecretText;
      }
    | {
          /** The file in base64, at most 65 KB. It becomes a part of the rule. */
          base64: Input<string>;
      }
>;

/** The certificates by which the brokers are known: `ssl.truststore`. */
export interface TrustStore {
    file: TrustStoreFile;
    /** Its password: `ssl.truststore.password`. A literal is marked as a secret, but AWS IoT shows it to whoever may read the rule. @default none */
    password?: Input<string> | SecretText;
}

interface Tls {
    /** Needed when no authority that Amazon trusts has signed the brokers' certificates; not needed for Amazon MSK. @default none */
    trustStore?: TrustStore;
}

interface UserAndPassword extends Tls {
    /** The user, as a text or in a secret. */
    username: Input<string> | SecretText;
    /** The password, which can only come from a secret. */
    password: SecretText;
}

/** A user and a password, SASL/SCRAM: the way to Amazon MSK on port 9096. */
export interface ScramAuthentication extends UserAndPassword {
    mode: "SCRAM-SHA-512";
}

/** A user and a password, SASL/PLAIN, for hosted or own clusters. Amazon MSK does not offer it. */
export interface PlainAuthentication extends UserAndPassword {
    mode: "PLAIN";
}

/** A keytab, Kerberos, for own clusters. Amazon MSK does not offer it. */
export interface KerberosAuthentication extends Tls {
    mode: "GSSAPI";
    /** The keytab: `sasl.kerberos.keytab`. */
    keytab: SecretFile;
    /** Name under which the brokers run: `sasl.kerberos.service.name`, often `kafka`. */
    serviceName: Input<string>;
    /** Host name of the key distribution center, without a port: `sasl.kerberos.krb5.kdc`. The VPC must resolve it. */
    kdc: Input<string>;
    /** `sasl.kerberos.krb5.realm`, by convention in capitals. */
    realm: Input<string>;
    /** `sasl.kerberos.principal` of the rule, as in the keytab. */
    principal: Input<string>;
}

/** A client certificate, mutual TLS: the other way to Amazon MSK, on port 9094. */
export interface MutualTlsAuthentication extends Tls {
    mode: "SSL";
    /** The key store: `ssl.keystore`. */
    keyStore: SecretFile;
    /** Its password: `ssl.keystore.password`. A literal is marked as a secret, but AWS IoT shows it to whoever may read the rule. */
    keyStorePassword: Input<string> | SecretText;
    /** Password of the private key in it, where it has one: `ssl.key.password`. @default none */
    keyPassword?: SecretText;
}

/**
 * How the rule proves to the brokers who it is. `mode` is written plainly; the values may be Outputs. Whether a secret
 * is read as a text or as a file follows from what it is for.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export type KafkaAuthentication = OneOf<
    ScramAuthentication | PlainAuthentication | KerberosAuthentication | MutualTlsAuthentication
>;

/** The same for Amazon MSK, which knows two of the modes. */
export type MskAuthentication = OneOf<ScramAuthentication | MutualTlsAuthentication>;
