import { UNKNOWN } from "../core/known";
import type { StackFacts } from "../facts/stack";
import type { Properties } from "./configurations";
import { given } from "./given";

const ROLE = "arn:aws:iam::123456789012:role/kafka-get-secret-role-name";

/** The client properties of the example on the founding page, line breaks inside its templates included. */
export const FOUNDING_PROPERTIES: Properties = {
    "bootstrap.servers": "kafka.com:9092",
    "security.protocol": "SASL_SSL",
    "ssl.truststore": `\${get_secret('kafka_client_truststore', 'SecretBinary',\n'${ROLE}')}`,
    "ssl.truststore.password": "kafka password",
    "sasl.mechanism": "GSSAPI",
    "sasl.kerberos.service.name": "kafka",
    "sasl.kerberos.krb5.kdc": "kerberosdns.com",
    "sasl.kerberos.keytab": `\${get_secret('kafka_keytab',\n               'SecretBinary', '${ROLE}')}`,
    "sasl.kerberos.krb5.realm": "KERBEROSREALM",
    "sasl.kerberos.principal": "kafka-keytab/kafka-keytab.com",
};

/** The Kafka action of the founding page, with its placeholders, as it is printed there. */
export const FOUNDING_ACTION: Properties = {
    destinationArn: "arn:aws:iot:region:123456789012:ruledestination/vpc/VPCDestinationARN",
    topic: "TopicName",
    clientProperties: FOUNDING_PROPERTIES,
};

/** What one changes of the founding page's example; `undefined` removes a member. */
export interface FoundingChanges {
    readonly rule?: Record<string, unknown>;
    readonly action?: Record<string, unknown>;
    readonly properties?: Properties;
    /** @default not known */
    readonly region?: StackFacts["region"];
}

/** The founding page's example as the only rule of a stack in an account and Region that nobody has named. */
export function founding({ rule, action, properties, region = UNKNOWN }: FoundingChanges = {}): StackFacts {
    const clientProperties = given({ ...FOUNDING_PROPERTIES, ...properties });
    return {
        region,
        account: UNKNOWN,
        resources: [
            {
                kind: "topicRule",
                id: "founding",
                name: "founding",
                values: given({
                    name: "founding_page",
                    enabled: true,
                    sql: "SELECT * FROM 'some/topic'",
                    sqlVersion: "2016-03-23",
                    kafkas: [given({ ...FOUNDING_ACTION, clientProperties, ...action })],
                    ...rule,
                }),
            },
        ],
    };
}
