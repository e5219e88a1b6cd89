import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { withProperties } from "../examples/configurations";
import { type BrokerEntry, brokerKey } from "../facts/brokers";
import { andMore, BROKERS } from "./brokerPorts";

export const bootstrapServersFormat = defineConstraint({
    id: "bootstrap-servers-format",
    subject: "kafkaAction",
    requirements: ["KAFKA-BOOT-02", "KAFKA-BOOT-07"],
    level: "mandatory",
    severity: "high",
    what: "bootstrap.servers lists brokers as host:port, separated by commas, each once.",
    why: "AWS IoT connects to exactly these hosts and ports; it takes no schemes, paths or user names.",
    fix: "Write host:port,host:port with the port of each broker.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const { brokers } = action;
        return isUnknown(brokers) ? undetermined(BROKERS) : judge(brokers);
    },
    examples: {
        valid: [
            {
                title: "two brokers with a space between them",
                stack: withBrokers("kafka-1.plant.example:9096, kafka-2.plant.example:9096"),
            },
            { title: "an address", stack: withBrokers("10.0.1.17:9096") },
            { title: "an IPv6 address in brackets", stack: withBrokers("[fd00::17]:9096") },
        ],
        invalid: [
            {
                title: "a broker without a port",
                stack: withBrokers("b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com"),
            },
            { title: "a port that is a word", stack: withBrokers("kafka.plant.example:kafka") },
            { title: "a listener prefix", stack: withBrokers("SASL_SSL://kafka.plant.example:9096") },
            { title: "a path", stack: withBrokers("kafka.plant.example:9096/telemetry") },
            { title: "a user name", stack: withBrokers("plant:not-a-real-one@kafka.plant.example:9096") },
            { title: "a trailing comma", stack: withBrokers("kafka.plant.example:9096,") },
            { title: "the same broker twice", stack: withBrokers("kafka.plant.example:9096,Kafka.plant.example:9096") },
            {
                title: "semicolons for commas",
                stack: withBrokers("kafka-1.plant.example:9096;kafka-2.plant.example:9096"),
            },
        ],
    },
});

interface Problem {
    readonly found: string;
    readonly rows: readonly string[];
}

function judge(brokers: readonly BrokerEntry[]): Verdict | undefined {
    const seen = new Set<string | undefined>();
    const problems: Problem[] = [];
    for (const entry of brokers) {
        const key = brokerKey(entry);
        const problem = problemOf(entry, seen.has(key));
        if (problem) problems.push(problem);
        seen.add(key);
    }
    const [first, ...more] = problems;
    if (first === undefined) return undefined;
    const requirements = [...new Set(problems.flatMap(({ rows }) => rows))];
    return violation(BROKERS, `${first.found}${andMore(more.length)}`, { requirements });
}

function problemOf(entry: BrokerEntry, isRepeated: boolean): Problem | undefined {
    const { index, text, problem, hasUserInfo, hasExtra } = entry;
    if (problem === undefined && !isRepeated) return undefined;
    const named = `Entry ${index + 1}${hasUserInfo || text === "" ? "" : `, ${show(text)},`}`;
    if (problem === undefined) return { found: `${named} is there twice`, rows: ["KAFKA-BOOT-07"] };
    const rows = hasExtra || text === "" ? ["KAFKA-BOOT-02", "KAFKA-BOOT-07"] : ["KAFKA-BOOT-02"];
    return { found: `${named} ${problem}`, rows };
}

function withBrokers(list: string) {
    return withProperties({ "bootstrap.servers": list });
}
