import type { ClientSettings } from "./clientSettings";
import { viewOf } from "./clusterView";
import type { Approach, Attempt, Patience } from "./connection";
import { Deadline } from "./deadline";
import { KafkaFailure } from "./failure";
import { nameOfServer, type Server } from "./server";
import { failureOf, openSession } from "./session";

export interface ApproachOptions extends Patience {
    /** To be looked for; asking makes none. */
    readonly topic?: string;
}

/** Goes the whole way to one broker, and tells each step of it. Nothing is sent to any topic. Never throws. */
export async function approach(
    settings: ClientSettings,
    server: Server,
    { topic, timeout = 10_000 }: ApproachOptions = {},
): Promise<Approach> {
    const attempts: Attempt[] = [];
    const deadline = new Deadline(timeout);
    try {
        const session = await openSession(settings, server, deadline, (attempt) => attempts.push(attempt));
        const target = nameOfServer(server);
        try {
            const cluster = await viewOf(session, topic, deadline);
            const count = cluster.brokers.length;
            attempts.push({ step: "metadata", target, note: `${count} broker${count === 1 ? "" : "s"}` });
            return { attempts, cluster };
        } catch (thrown) {
            const failure = failureOf(thrown, settings, server, deadline, "metadata");
            // A broker that speaks TLS 1.3 may refuse the certificate as late as here.
            const step = failure.step === "tls" ? "tls" : "metadata";
            return { attempts: [...attempts.filter((attempt) => attempt.step !== step), { step, target, failure }] };
        } finally {
            session.channel.destroy();
        }
    } catch (thrown) {
        if (thrown instanceof KafkaFailure) return { attempts };
        throw thrown;
    }
}
