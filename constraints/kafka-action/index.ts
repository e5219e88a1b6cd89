import type { Constraint } from "../core/constraint";
import { acksInSync } from "./acks-in-sync";
import { acksValue } from "./acks-value";
import { acksZero } from "./acks-zero";
import { bootstrapServersCustomListener } from "./bootstrap-servers-custom-listener";
import { bootstrapServersFormat } from "./bootstrap-servers-format";
import { bootstrapServersLocal } from "./bootstrap-servers-local";
import { bootstrapServersMskPort } from "./bootstrap-servers-msk-port";
import { bootstrapServersOutput } from "./bootstrap-servers-output";
import { bootstrapServersPort } from "./bootstrap-servers-port";
import { bootstrapServersPublicPort } from "./bootstrap-servers-public-port";
import { bootstrapServersZones } from "./bootstrap-servers-zones";
import { bootstrapServersZookeeper } from "./bootstrap-servers-zookeeper";
import { clientPropertiesPresent } from "./client-properties-present";
import { clientPropertyKnown } from "./client-property-known";
import { clientPropertyRequired } from "./client-property-required";
import { clientPropertyTemplate } from "./client-property-template";
import { clientPropertyType } from "./client-property-type";
import { compressionBroker } from "./compression-broker";
import { compressionType } from "./compression-type";
import { destinationArn } from "./destination-arn";
import { destinationArnOutput } from "./destination-arn-output";
import { destinationEnabled } from "./destination-enabled";
import { destinationPlace } from "./destination-place";
import { destinationReferenced } from "./destination-referenced";
import { headerBinary } from "./header-binary";
import { headerKeyPresent } from "./header-key-present";
import { headerMembers } from "./header-members";
import { headerSize } from "./header-size";
import { headersCount } from "./headers-count";
import { kerberosKdc } from "./kerberos-kdc";
import { kerberosKdcPort } from "./kerberos-kdc-port";
import { kerberosKdcRecord } from "./kerberos-kdc-record";
import { kerberosRealmCase } from "./kerberos-realm-case";
import { keyPasswordAlone } from "./key-password-alone";
import { keyPasswordSecret } from "./key-password-secret";
import { keySerializer } from "./key-serializer";
import { keystorePasswordLiteral } from "./keystore-password-literal";
import { keystorePasswordType } from "./keystore-password-type";
import { keystoreSecret } from "./keystore-secret";
import { keystoreWithSasl } from "./keystore-with-sasl";
import { keytabSecret } from "./keytab-secret";
import { messageKeyEmpty } from "./message-key-empty";
import { messageKeyPresent } from "./message-key-present";
import { partitionFixed } from "./partition-fixed";
import { partitionInRange } from "./partition-in-range";
import { partitionLiteral } from "./partition-literal";
import { plainPasswordSecret } from "./plain-password-secret";
import { ruleRegion } from "./rule-region";
import { saslMechanism } from "./sasl-mechanism";
import { saslMechanismMsk } from "./sasl-mechanism-msk";
import { saslMechanismRegion } from "./sasl-mechanism-region";
import { saslOtherMechanism } from "./sasl-other-mechanism";
import { saslWithSsl } from "./sasl-with-ssl";
import { scramPasswordSecret } from "./scram-password-secret";
import { scramSecretAssociated } from "./scram-secret-associated";
import { scramSecretKey } from "./scram-secret-key";
import { scramSecretPrefix } from "./scram-secret-prefix";
import { scramSecretSame } from "./scram-secret-same";
import { securityProtocol } from "./security-protocol";
import { securityProtocolExplicit } from "./security-protocol-explicit";
import { securityProtocolOffered } from "./security-protocol-offered";
import { topicExists } from "./topic-exists";
import { topicInternal } from "./topic-internal";
import { topicMetricCollision } from "./topic-metric-collision";
import { topicName } from "./topic-name";
import { topicSlashes } from "./topic-slashes";
import { truststoreForm } from "./truststore-form";
import { truststoreMsk } from "./truststore-msk";
import { truststoreNearLimit } from "./truststore-near-limit";
import { truststorePasswordAlone } from "./truststore-password-alone";
import { truststorePasswordLiteral } from "./truststore-password-literal";
import { truststoreSize } from "./truststore-size";
import { valueSerializer } from "./value-serializer";

/** What AWS documents about the action's own fields and its client properties. */
export const KAFKA_ACTION_CONSTRAINTS: readonly Constraint[] = [
    destinationArn,
    destinationArnOutput,
    destinationPlace,
    destinationEnabled,
    destinationReferenced,
    topicName,
    topicSlashes,
    topicInternal,
    topicExists,
    topicMetricCollision,
    partitionLiteral,
    partitionInRange,
    partitionFixed,
    messageKeyPresent,
    messageKeyEmpty,
    headersCount,
    headerMembers,
    headerSize,
    headerKeyPresent,
    headerBinary,
    clientPropertiesPresent,
    clientPropertyKnown,
    clientPropertyType,
    clientPropertyTemplate,
    clientPropertyRequired,
    bootstrapServersFormat,
    bootstrapServersPort,
    bootstrapServersPublicPort,
    bootstrapServersZookeeper,
    bootstrapServersMskPort,
    bootstrapServersOutput,
    bootstrapServersCustomListener,
    bootstrapServersZones,
    bootstrapServersLocal,
    securityProtocol,
    securityProtocolOffered,
    securityProtocolExplicit,
    acksValue,
    acksZero,
    acksInSync,
    compressionType,
    compressionBroker,
    keySerializer,
    valueSerializer,
    truststoreForm,
    truststoreSize,
    truststoreNearLimit,
    truststoreMsk,
    truststorePasswordAlone,
    truststorePasswordLiteral,
    keystoreSecret,
    keystoreWithSasl,
    keystorePasswordType,
    keystorePasswordLiteral,
    keyPasswordSecret,
    keyPasswordAlone,
    saslMechanism,
    saslMechanismRegion,
    saslMechanismMsk,
    saslWithSsl,
    saslOtherMechanism,
    plainPasswordSecret,
    scramPasswordSecret,
    scramSecretKey,
    scramSecretSame,
    scramSecretAssociated,
    scramSecretPrefix,
    keytabSecret,
    kerberosKdc,
    kerberosKdcPort,
    kerberosKdcRecord,
    kerberosRealmCase,
    ruleRegion,
];
