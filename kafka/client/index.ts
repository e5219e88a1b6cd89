/**
 * A Kafka client made of the `clientProperties` of a rule: from properties to settings, to one broker, to a record in a
 * topic. Whatever goes wrong is a `Failure` with one code, one cause and one fix; nothing hangs and nothing throws.
 *
 *     const { properties } = await resolveProperties(clientProperties, secretsFromFile(text));
 *     const { settings, problems } = settingsOf(properties);
 *     const { attempts, cluster } = await approach(settings, settings.servers[0], { topic: "telemetry", timeout: 5000 });
 *     const connected = await connect(settings, { timeout: 5000 });
 *     const delivery = await connected.value.produce({ topic: "telemetry", key, value });
 *     await connected.value.close();
 */
export type { Delivery, KafkaRecord } from "./client";
export {
    type ClientSettings,
    COMPRESSIONS,
    type Compression,
    type KerberosLogin,
    type Login,
    type Properties,
    type PropertyProblem,
    type SettingsResult,
    type TlsSettings,
} from "./clientSettings";
export type { Approach, Attempt, ClusterView, Partition, Patience, Topic } from "./connection";
export type { Failure, Outcome, Step } from "./failure";
export { FAILURES, type FailureCode } from "./failures";
export { nameOfServer, type Server } from "./server";
