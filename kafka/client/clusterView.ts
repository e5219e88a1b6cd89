import { BROKER_ERROR, brokerFailure } from "./brokerFailures";
import type { ClusterView, Partition, Topic } from "./connection";
import type { Deadline } from "./deadline";
import { KafkaFailure, type Outcome } from "./failure";
import { API, askMetadata, METADATA_VERSIONS, type MetadataAnswer } from "./requests";
import { nameOfServer } from "./server";
import type { Session } from "./session";

/** The bit of WRITE in https://kafka.apache.org/protocol: its number among the operations of ACLs. */
const WRITE = 1 << 4;

/** What a broker says of its cluster, and of a topic where one is named. @throws KafkaFailure, ChannelError, ProtocolError */
export async function viewOf(session: Session, topic: string | undefined, deadline: Deadline): Promise<ClusterView> {
    const { channel, versions, server } = session;
    const target = nameOfServer(server);
    const [lowest = 0, highest = 0] = versions.get(API.metadata) ?? [];
    const version = METADATA_VERSIONS.find((one) => one >= lowest && one <= highest);
    if (version === undefined) throw new KafkaFailure(brokerFailure(35, "its metadata", target));
    const answer = await askMetadata(channel, version, topic === undefined ? [] : [topic], deadline);
    const { brokers } = answer;
    return topic === undefined ? { brokers } : { brokers, topic: topicOf(answer, topic, target) };
}

function topicOf({ brokers, topics }: MetadataAnswer, name: string, target: string): Outcome<Topic> {
    const found = topics.find((topic) => topic.name === name);
    const about = `the topic ${JSON.stringify(name)}`;
    if (!found) return { ok: false, failure: brokerFailure(BROKER_ERROR.topicUnknown, about, target) };
    // Without a leader the topic is there all the same, and its partitions say which have none.
    const isThere = found.error === 0 || found.error === BROKER_ERROR.leaderNotAvailable;
    if (!isThere) return { ok: false, failure: brokerFailure(found.error, about, target) };
    const partitions = found.partitions
        .map(({ partition, leader: id }): Partition => {
            const leader = brokers.find((broker) => broker.id === id);
            return leader ? { partition, leader } : { partition };
        })
        .sort((a, b) => a.partition - b.partition);
    const { operations } = found;
    const rights = operations === undefined ? {} : { mayWrite: (operations & WRITE) !== 0 };
    return { ok: true, value: { name, partitions, ...rights } };
}
