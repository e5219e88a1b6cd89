import { type ComponentResourceOptions, type Output, output } from "@pulumi/pulumi";
import { MSK_PASSWORDS } from "../../constraints/kafka-action/pages";
import type { KafkaAuthentication } from "../authentication";
import { KafkaCredentials as Made } from "../kafkaCredentials";
import type { Authentication } from "./authenticationArgs";
import { component } from "./component";
import { flatAuthentication } from "./flatAuthentication";
import type { KafkaCredentialsArgs } from "./kafkaCredentialsArgs";
import { nested } from "./nested";
import { KAFKA_CREDENTIALS_SHAPE } from "./shapes";

/**
 * How AWS IoT logs in to Kafka, in each of the four modes: the secrets with their key, the role that reads exactly these,
 * and for a user of Amazon MSK the association that makes the cluster know it.
 */
export class KafkaCredentials extends component(Made) {
    /** For `authentication` of a rule, member by member: there `mode` must be written plainly. */
    declare readonly authentication: Output<Authentication>;
    /** The same as client properties of the Kafka action, for rules of `aws.iot.TopicRule`. */
    declare readonly clientProperties: Output<Record<string, string>>;
    /** Name of the secret with the user, the keytab or the key store that was made; none when one was given. */
    declare readonly secretName: Output<string | undefined>;
    /** Names of all secrets that were made: that one, and those with a trust store and with passwords of stores. */
    declare readonly secretNames: Output<string[]>;
    /** ARN of the secret with the user, the keytab or the key store. */
    declare readonly secretArn: Output<string>;
    /** ARN of the key that encrypts it, made, given or found; none when nobody needed to know. */
    declare readonly kmsKeyArn: Output<string | undefined>;
    /** The user in the secret that was made, as in `User:<username>` of an ACL. */
    declare readonly username: Output<string | undefined>;
    /** ARN of the role that reads the secret. */
    declare readonly roleArn: Output<string>;
    /** Name of the role that was made; none when one was given. */
    declare readonly roleName: Output<string | undefined>;

    constructor(name: string, args: KafkaCredentialsArgs, opts?: ComponentResourceOptions) {
        super(name, nested(name, args, KAFKA_CREDENTIALS_SHAPE, MSK_PASSWORDS), opts);
        const made = (this as unknown as { readonly authentication: KafkaAuthentication }).authentication;
        this.authentication = output(flatAuthentication(made)) as unknown as Output<Authentication>;
    }
}
