import type { Constraint } from "../core/constraint";
import { acksValue } from "./acks-value";
import { bootstrapServersFormat } from "./bootstrap-servers-format";
import { bootstrapServersMskPort } from "./bootstrap-servers-msk-port";
import { bootstrapServersPort } from "./bootstrap-servers-port";
import { bootstrapServersPublicPort } from "./bootstrap-servers-public-port";
import { bootstrapServersZookeeper } from "./bootstrap-servers-zookeeper";
import { clientPropertiesPresent } from "./client-properties-present";
import { clientPropertyKnown } from "./client-property-known";
import { clientPropertyRequired } from "./client-property-required";
import { clientPropertyType } from "./client-property-type";
import { compressionType } from "./compression-type";
import { destinationArn } from "./destination-arn";
import { headersCount } from "./headers-count";
import { keyPasswordSecret } from "./key-password-secret";
import { keySerializer } from "./key-serializer";
import { keystoreSecret } from "./keystore-secret";
import { keytabSecret } from "./keytab-secret";
import { partitionLiteral } from "./partition-literal";
import { plainPasswordSecret } from "./plain-password-secret";
import { saslMechanism } from "./sasl-mechanism";
import { scramPasswordSecret } from "./scram-password-secret";
import { securityProtocol } from "./security-protocol";
import { topicName } from "./topic-name";
import { valueSerializer } from "./value-serializer";

/** What AWS documents about the action's own fields and its client properties. */
export const KAFKA_ACTION_CONSTRAINTS: readonly Constraint[] = [
    destinationArn,
    topicName,
    partitionLiteral,
    headersCount,
    clientPropertiesPresent,
    clientPropertyKnown,
    clientPropertyType,
    clientPropertyRequired,
    bootstrapServersFormat,
    bootstrapServersPort,
    bootstrapServersPublicPort,
    bootstrapServersZookeeper,
    bootstrapServersMskPort,
    securityProtocol,
    acksValue,
    compressionType,
    keySerializer,
    valueSerializer,
    keystoreSecret,
    keyPasswordSecret,
    saslMechanism,
    plainPasswordSecret,
    scramPasswordSecret,
    keytabSecret,
];
