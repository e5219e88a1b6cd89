import type { Failure } from "./failure";
import { nameOfServer, type Server } from "./server";

/** Why a name has no address; `code` is Node's, or `timeout`. */
export function addressFailure(code: string, host: string, timeout: number): Failure {
    const zone = "add it to a private hosted zone of the destination's VPC, which needs DNS support and DNS host names";
    if (code === "timeout" || code === "EAI_AGAIN" || code === "ETIMEOUT") {
        return {
            step: "dns",
            code: "host-no-answer",
            target: host,
            cause: `No name server says within ${Math.round(timeout)} ms which address ${host} has.`,
            fix: "Look at the name servers of this machine, and whether the VPC has DNS support.",
        };
    }
    return {
        step: "dns",
        code: "host-unknown",
        target: host,
        cause: `The name ${host} has no address (${code}).`,
        fix: `Correct bootstrap.servers or the brokers' advertised.listeners, or ${zone}.`,
    };
}

/** Why no connection comes about; `code` is Node's, or `timeout`. */
export function portFailure(code: string, server: Server, timeout: number): Failure {
    const target = nameOfServer(server);
    switch (code) {
        case "ECONNREFUSED":
            return {
                step: "tcp",
                code: "port-refused",
                target,
                cause: `Nothing listens at ${target}: the connection is refused.`,
                fix: "Correct the port (MSK: 9096 for SASL_SSL with SCRAM, 9094 for SSL), and see whether the broker runs.",
            };
        case "timeout":
        case "ETIMEDOUT":
            return {
                step: "tcp",
                code: "connect-timeout",
                target,
                cause: `${target} does not answer within ${Math.round(timeout)} ms: something on the way drops the packets.`,
                fix: `Let security groups and network ACLs pass TCP to port ${server.port}, and look at the routes to the brokers.`,
            };
        case "EMFILE":
        case "ENFILE":
        case "EADDRNOTAVAIL":
        case "ENOBUFS":
            return {
                step: "tcp",
                code: "connection-limit",
                target,
                cause: `This machine can open no connection to ${target} (${code}).`,
                fix: "Close other connections of this machine, or raise its limits.",
            };
        default:
            return {
                step: "tcp",
                code: "host-unreachable",
                target,
                cause: `No way leads to ${target} (${code}).`,
                fix: "Look at the routes from the destination's subnets to the brokers.",
            };
    }
}
