import type { Input } from "@pulumi/pulumi";
import type { AuthenticationMode, JavaStoreFormat, SecretType } from "./words";

/** A text in a secret that exists. */
export interface ExistingText {
    /** Name or complete ARN of the secret. */
    existingSecretId: Input<string>;
    /** The member to take, where the secret holds a JSON object; by default the whole text. */
    key?: Input<string>;
}

/** A user with a password: put into a secret that is made, or in one that exists. */
export interface CredentialsUser {
    /** The name by which the brokers know the user; by default made of project, stack and the component's name. */
    username?: Input<string>;
    /** The user's password, marked as a secret wherever it goes; by default made once. */
    password?: Input<string>;
    /** Name or complete ARN of a secret with both, in place of them. */
    existingSecretId?: Input<string>;
}

/** A keytab: put into a secret that is made, or in one that exists. */
export interface CredentialsKeytab {
    /** The keytab in base64, encoded once. */
    base64?: Input<string>;
    /** Name or complete ARN of a secret whose binary value it is, in place of it. */
    existingSecretId?: Input<string>;
}

/** A client certificate with its key: of PEM, of a Java key store, or in a secret that exists. */
export interface CredentialsKeyStore {
    /** Of PEM: the client's certificate, which its authorities may follow. */
    certificatePem?: Input<string>;
    /** Of PEM: the certificate's private key. */
    privateKeyPem?: Input<string>;
    /** Of PEM: what the private key is encrypted with, where it is. */
    privateKeyPassphrase?: Input<string>;
    /** Of PEM: authorities between the certificate and its root. */
    chainPem?: Input<string>;
    /** Of PEM: the format of the store that is made, PKCS12 by default. */
    format?: JavaStoreFormat;
    /** A Java key store in base64, encoded once. */
    base64?: Input<string>;
    /** Name or complete ARN of a secret whose binary value the key store is. */
    existingSecretId?: Input<string>;
    /** Opens the store, marked as a secret wherever it goes; for PEM made once by default. */
    password?: Input<string>;
    /** Opens the store, from a secret that exists, in place of `password`. */
    passwordSecret?: ExistingText;
    /** Opens the key, where a given store has another password for it. */
    keyPassword?: Input<string>;
    /** Opens the key, from a secret that exists, in place of `keyPassword`. */
    keyPasswordSecret?: ExistingText;
}

/** The authorities of the brokers: of PEM, of a Java trust store, or in a secret that exists. */
export interface CredentialsTrustStore {
    /** Certificates of the authorities in PEM. */
    caPem?: Input<string>;
    /** Of PEM: the format of the store that is made, PKCS12 by default. */
    format?: JavaStoreFormat;
    /** A Java trust store in base64, encoded once. */
    base64?: Input<string>;
    /** Name or complete ARN of a secret that holds the trust store. */
    existingSecretId?: Input<string>;
    /** The member to take, where the secret that exists holds a JSON object. */
    key?: Input<string>;
    /** How the trust store is kept, as a file by default. */
    secretType?: SecretType;
    /** Opens the store, where it has a password. */
    password?: Input<string>;
    /** Opens the store, from a secret that exists, in place of `password`. */
    passwordSecret?: ExistingText;
}

/** How AWS IoT logs in: credentials that are made; `mode` decides which of the others belong here. */
export interface CredentialsSettings {
    /** The way of logging in. */
    mode: AuthenticationMode;
    /** Of SCRAM-SHA-512 and PLAIN: the user. */
    user?: CredentialsUser;
    /** Of GSSAPI: the keytab with the principal's keys. */
    keytab?: CredentialsKeytab;
    /** Of GSSAPI: the name under which the brokers run. */
    serviceName?: Input<string>;
    /** Of GSSAPI: host name of the key distribution center, without a port. */
    kdc?: Input<string>;
    /** Of GSSAPI: realm of the principal. */
    realm?: Input<string>;
    /** Of GSSAPI: principal of the rule, as in the keytab. */
    principal?: Input<string>;
    /** Of SSL: the client certificate and its key. */
    keyStore?: CredentialsKeyStore;
    /** The authorities by which the brokers are known, where Amazon trusts none of them. */
    trustStore?: CredentialsTrustStore;
    /** ARN of the key that encrypts the secrets; by default one is made. */
    kmsKeyArn?: Input<string>;
    /** ARN of a role that exists, which AWS IoT assumes to read the secrets; by default one is made. */
    roleArn?: Input<string>;
    /** Days that a deleted secret can be brought back, and its name is taken; 0 by default. */
    recoveryWindowInDays?: Input<number>;
}

/** Arguments of a `KafkaCredentials`. */
export interface KafkaCredentialsArgs extends CredentialsSettings {
    /** Of SCRAM-SHA-512: ARN of a cluster of Amazon MSK that is to know the user. */
    clusterArn?: Input<string>;
    /** The Region of everything that is made; by default the provider's. */
    region?: Input<string>;
    /** Tags of everything that is made and can have tags. */
    tags?: Input<Record<string, Input<string>>>;
}
