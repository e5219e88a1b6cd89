import { isIP } from "node:net";
import { type Approach, type ClientSettings, nameOfServer, type Server, type Step } from "../client";
import { notReached, passed, type StepOfAction } from "./doctorStep";

/** The way to a broker, in its order. */
const WAY = ["dns", "tcp", "tls", "sasl", "metadata"] as const satisfies readonly Step[];

/** Every step on the way to a broker: what was tried, and what was not because of what failed. */
export function stepsOnTheWay(
    settings: ClientSettings,
    server: Server,
    { attempts }: Approach,
    whyMissing = "there was no time left",
): StepOfAction[] {
    const failing = attempts.find(({ failure }) => failure);
    const because = failing ? `${failing.step} failed at ${failing.target}` : whyMissing;
    return WAY.filter((step) => step !== "sasl" || settings.login).map((step) => {
        const attempt = attempts.find((one) => one.step === step);
        const target = attempt?.target ?? (step === "dns" ? server.host : nameOfServer(server));
        if (step === "dns" && isIP(server.host) !== 0) return passed(step, target, "It is an address already.");
        if (!attempt) return notReached(step, target, because);
        const { failure, note } = attempt;
        if (!failure) return passed(step, target, note ?? DONE[step]);
        return { step, target, ok: false, code: failure.code, cause: failure.cause, fix: failure.fix };
    });
}

const DONE = {
    dns: "The name resolves.",
    tcp: "The port takes connections.",
    tls: "The TLS handshake is done.",
    sasl: "The broker accepts the login.",
    metadata: "The broker tells about the cluster.",
} as const;

/** What is said of a broker that clients are sent to and cannot reach. */
export function advertised(step: StepOfAction, bootstrap: string): StepOfAction {
    if (step.ok !== false || (step.step !== "dns" && step.step !== "tcp")) return step;
    return {
        ...step,
        code: "advertised-unreachable",
        cause: `${bootstrap} sends clients to ${step.target}, its advertised address. ${step.cause}`,
        fix: "Correct advertised.listeners of that broker, or open the way to it: a client talks to every broker of the cluster, not only to bootstrap.servers.",
    };
}
