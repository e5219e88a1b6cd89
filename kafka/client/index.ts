/**
 * A Kafka client made of the `clientProperties` of a rule: from properties to settings, to one broker, to a record in a
 * topic. Whatever goes wrong is a `Failure` with one code, one cause and one fix; nothing hangs and nothing throws.
 *
 *     const { properties, unresolved } = await resolveProperties(clientProperties, secretsFromFile(text));
 *     const { settings, problems } = settingsOf(properties, { unresolved });
 *     const { attempts, cluster } = await approach(settings, settings.servers[0], { topic: "telemetry", timeout: 5000 });
 *     const connected = await connect(settings, { timeout: 5000 });
 *     const delivery = await connected.value.produce({ topic: "telemetry", key, value });
 *     await connected.value.close();
 *
 * It speaks Kafka's protocol itself rather than through kafkajs 2.2.4 (of 2023, the last): that one keeps a record's headers
 * in an object and so loses their order, drops a record for a partition that does not exist, does not tell which mechanisms
 * a listener offers, and does not say how far a connection came. What a producer needs of the protocol is five requests.
 */

export { partitionOf } from "../partitioner";
export { type ApproachOptions, approach } from "./approach";
export { type ConnectOptions, connect, type KafkaClient, type KafkaRecord } from "./client";
export {
    type ClientSettings,
    COMPRESSIONS,
    type Compression,
    type KerberosLogin,
    type Login,
    type PasswordLogin,
    type Properties,
    type PropertyProblem,
    type SettingsResult,
    type TlsSettings,
} from "./clientSettings";
export type { Approach, Attempt, ClusterView, Partition, Patience, Topic } from "./connection";
export type { Failure, Outcome, Step } from "./failure";
export { FAILURES, type FailureCode } from "./failures";
export type { Delivery } from "./sendBatch";
export { nameOfServer, type Server } from "./server";
export { type SettingsOptions, settingsOf } from "./settingsOf";
