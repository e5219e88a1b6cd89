import type { ClientSettings } from "../client";
import { serverListOf } from "../client/serverList";
import { because } from "./derived";
import { notReached, type StepOfAction } from "./doctorStep";
import type { ActionToTry, Examination } from "./examine";
import { stepsOnTheWay } from "./reach";
import { topicSteps } from "./topicSteps";
import { visitAll } from "./visits";

/** Where the properties are not enough for a client, names and ports can be tried all the same. */
export async function withoutClient(
    action: ActionToTry,
    prior: readonly StepOfAction[],
    { deadline, produce }: Examination,
): Promise<StepOfAction[]> {
    const why = because(prior);
    const list = serverListOf(action.properties["bootstrap.servers"] ?? "");
    const rest = [
        ...topicSteps(action, undefined, why),
        ...(produce ? [notReached("produce", action.topic ?? "topic", why)] : []),
    ];
    if (!list.ok) {
        const target = action.properties["bootstrap.servers"] || "bootstrap.servers";
        return [...WAY.map((step) => notReached(step, target, why)), ...rest];
    }
    const settings = trustingNobody(list.servers);
    const visits = await visitAll(settings, undefined, deadline);
    const ways = visits.flatMap(({ server, approach = { attempts: [] } }) =>
        stepsOnTheWay(settings, server, approach).map((step) =>
            step.step === "dns" || step.step === "tcp" ? step : notReached(step.step, step.target, why),
        ),
    );
    return [...ways, ...rest];
}

const WAY = ["dns", "tcp", "tls", "metadata"] as const;

/** A client that trusts nobody: its way ends before anything is said. */
function trustingNobody(servers: ClientSettings["servers"]): ClientSettings {
    return { servers, tls: { ca: [], trust: "ssl.truststore" }, acks: 1, compression: "none" };
}
