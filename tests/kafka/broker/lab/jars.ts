import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { installDebianPackage } from "../../../../scripts/debian";

/** The Kafka whose broker and Java client the tests run. */
export const KAFKA_VERSION = process.env.KAFKA_VERSION ?? "4.4.0";

/** How to get them, for whom they are missing. */
export const HOW_TO_GET_KAFKA =
    "put mvn (Debian: maven) on PATH, or the jars of org.apache.kafka:kafka_2.13 and slf4j-simple into the folder that KAFKA_JARS names";

/**
 * The class path of a broker: `KAFKA_JARS`, or what Maven fetched from Maven Central once (45 jars, 43 MB, some 15 s).
 * `undefined` where there is neither.
 */
export function kafkaJars(): string | undefined {
    const folder = process.env.KAFKA_JARS ?? join(homedir(), ".cache", "pulumi-iot-kafka", "kafka", KAFKA_VERSION);
    if (!holdsKafka(folder)) {
        if (process.env.KAFKA_JARS !== undefined || !fetchInto(folder)) return undefined;
    }
    return join(folder, "*");
}

function holdsKafka(folder: string): boolean {
    return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("kafka-clients-"));
}

function haveMaven(): boolean {
    const found = () => spawnSync("mvn", ["-v"], { stdio: "ignore" }).status === 0;
    return found() || (installDebianPackage("maven") && found());
}

/** Into a folder of its own first, so that what was cut off in the middle is never taken for whole. */
function fetchInto(folder: string): boolean {
    if (!haveMaven()) return false;
    mkdirSync(dirname(folder), { recursive: true });
    const coming = mkdtempSync(`${folder}-`);
    const goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";
    const options = [`-Dkafka.version=${KAFKA_VERSION}`, `-DoutputDirectory=${coming}`, "-DincludeScope=runtime"];
    console.log(`  fetching Kafka ${KAFKA_VERSION} from Maven Central`);
    const { status } = spawnSync("mvn", ["-B", "-q", "-f", join(__dirname, "pom.xml"), ...options, goal], {
        stdio: ["ignore", "inherit", "inherit"],
    });
    if (status !== 0 || !holdsKafka(coming)) {
        rmSync(coming, { recursive: true, force: true });
        return false;
    }
    // Somebody else may have been quicker.
    if (holdsKafka(folder)) rmSync(coming, { recursive: true, force: true });
    else renameSync(coming, folder);
    return true;
}
