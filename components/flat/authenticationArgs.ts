import type { Input } from "@pulumi/pulumi";
import type { AuthenticationMode } from "./words";

/** A text in AWS Secrets Manager that AWS IoT reads when the rule runs. */
export interface SecretText {
    /** Name or complete ARN of the secret. */
    secretId: Input<string>;
    /** ARN of the role that AWS IoT assumes to read it. */
    roleArn: Input<string>;
    /** The member to take, where the secret holds a JSON object; by default the whole text. */
    key?: Input<string>;
}

/** A file in AWS Secrets Manager that AWS IoT reads when the rule runs. */
export interface SecretFile {
    /** Name or complete ARN of the secret whose binary value the file is. */
    secretId: Input<string>;
    /** ARN of the role that AWS IoT assumes to read it. */
    roleArn: Input<string>;
}

/** Where a trust store is: exactly one of these. */
export interface TrustStoreFile {
    /** A secret whose binary value is the file. */
    binary?: SecretFile;
    /** A secret whose text is the file in base64. */
    text?: SecretText;
    /** The file in base64, which becomes a part of the rule. */
    base64?: Input<string>;
}

/** The certificates by which the brokers are known. */
export interface TrustStore {
    /** Where the trust store is. */
    file: TrustStoreFile;
    /** Its password as a text, which AWS IoT shows to whoever may read the rule. */
    password?: Input<string>;
    /** Its password in a secret, in place of `password`. */
    passwordSecret?: SecretText;
}

/** How the rule proves to the brokers who it is, with what exists; `mode` decides which of the others belong here. */
export interface Authentication {
    /** The way of logging in. */
    mode: AuthenticationMode;
    /** Of SCRAM-SHA-512 and PLAIN: the user as a text. */
    username?: Input<string>;
    /** Of SCRAM-SHA-512 and PLAIN: the user in a secret, in place of `username`. */
    usernameSecret?: SecretText;
    /** Of SCRAM-SHA-512 and PLAIN: the password, which can only come from a secret. */
    password?: SecretText;
    /** Of GSSAPI: the keytab. */
    keytab?: SecretFile;
    /** Of GSSAPI: the name under which the brokers run. */
    serviceName?: Input<string>;
    /** Of GSSAPI: host name of the key distribution center, without a port. */
    kdc?: Input<string>;
    /** Of GSSAPI: the realm. */
    realm?: Input<string>;
    /** Of GSSAPI: the principal of the rule, as in the keytab. */
    principal?: Input<string>;
    /** Of SSL: the key store with the client's certificate. */
    keyStore?: SecretFile;
    /** Of SSL: the key store's password as a text, which AWS IoT shows to whoever may read the rule. */
    keyStorePassword?: Input<string>;
    /** Of SSL: the key store's password in a secret, in place of `keyStorePassword`. */
    keyStorePasswordSecret?: SecretText;
    /** Of SSL: the password of the private key, where it has one. */
    keyPassword?: SecretText;
    /** The authorities by which the brokers are known, where Amazon trusts none of them. */
    trustStore?: TrustStore;
}
