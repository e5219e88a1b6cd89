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
    const { unresolved = [] } = action;
    const isFailed = prior.some(({ ok }) => ok === false);
    const why = isFailed ? because(prior) : `the file does not tell ${unresolved.join(", ") || "enough of the client"}`;
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
        untilTls(stepsOnTheWay(settings, server, approach), why),
    );
    return [...ways, ...rest];
}

/** What a client that is none yet can try; the rest needs what is missing. */
function untilTls(way: readonly StepOfAction[], why: string): StepOfAction[] {
    const isOpen = way.every(({ step, ok }) => ok !== false || (step !== "dns" && step !== "tcp"));
    return way.map((step) => {
        if (step.step === "dns" || step.step === "tcp" || !isOpen) return step;
        return notReached(step.step, step.target, why);
    });
}

const WAY = ["dns", "tcp", "tls", "metadata"] as const;

/** A client that trusts nobody: its way ends before anything is said. */
function trustingNobody(servers: ClientSettings["servers"]): ClientSettings {
    return { servers, tls: { ca: [], trust: "ssl.truststore" }, acks: 1, compression: "none" };
}
