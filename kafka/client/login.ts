import { logInWithKerberos } from "../kerberos";
import { BROKER_ERROR } from "./brokerFailures";
import type { Channel } from "./channel";
import type { ClientSettings, Login } from "./clientSettings";
import type { Deadline } from "./deadline";
import { type Failure, KafkaFailure } from "./failure";
import type { FailureCode } from "./failures";
import { askHandshake, sendToken } from "./requests";
import { logInWithScram } from "./scram";
import { nameOfServer, type Server } from "./server";
import { listOf, wordsOf } from "./words";

/** Logs in at a listener. @throws KafkaFailure, ChannelError, ProtocolError */
export async function logIn(
    channel: Channel,
    server: Server,
    login: NonNullable<ClientSettings["login"]>,
    deadline: Deadline,
): Promise<void> {
    const target = nameOfServer(server);
    const { error, mechanisms } = await askHandshake(channel, login.mechanism, deadline);
    if (error === BROKER_ERROR.saslState) throw withoutLogin(target);
    if (error !== 0) throw notEnabled(login.mechanism, mechanisms, target);
    const exchange = async (token: Buffer): Promise<Buffer> => {
        const answer = await sendToken(channel, token, deadline);
        if (answer.error !== 0) throw refusal(login, target, answer.error, answer.text);
        return answer.token;
    };
    await inOwnWords(target, () => talk(login, server, exchange, deadline));
}

async function talk(login: Login, server: Server, exchange: (token: Buffer) => Promise<Buffer>, deadline: Deadline) {
    switch (login.mechanism) {
        case "PLAIN":
            await exchange(Buffer.from(`\0${login.username}\0${login.password}`));
            break;
        case "SCRAM-SHA-512":
            await logInWithScram(login, exchange);
            break;
        case "GSSAPI":
            await logInWithKerberos(login, server.host, exchange, deadline.left);
    }
}

/** Failures of a login are those of the step `sasl`, also where it is the KDC that says no. */
async function inOwnWords(target: string, work: () => Promise<void>): Promise<void> {
    try {
        await work();
    } catch (thrown) {
        if (!(thrown instanceof KafkaFailure)) throw thrown;
        throw new KafkaFailure({ ...thrown.failure, step: "sasl", target });
    }
}

function withoutLogin(target: string): KafkaFailure {
    return failure(
        "listener-without-login",
        target,
        `${target} takes no SASL login: it is a listener for security.protocol SSL.`,
        "Give the port of the SASL listener (MSK: 9096), or set security.protocol to SSL with a key store.",
    );
}

function notEnabled(mechanism: string, mechanisms: readonly string[], target: string): KafkaFailure {
    const offered = mechanisms.length > 0 ? `, but ${listOf(mechanisms.map((name) => wordsOf(name)))}` : "";
    const usable = mechanisms.filter((name) => ["PLAIN", "SCRAM-SHA-512", "GSSAPI"].includes(name));
    return failure(
        "mechanism-not-enabled",
        target,
        `The listener ${target} does not offer the mechanism ${mechanism}${offered}.`,
        usable.length > 0
            ? `Set sasl.mechanism to ${usable.join(" or ")}, or enable ${mechanism} in sasl.enabled.mechanisms of the brokers.`
            : "Give the port of a listener with PLAIN, SCRAM-SHA-512 or GSSAPI (MSK: 9096); AWS IoT has no other mechanism.",
    );
}

/** The broker's own words are shown, and never the password among them. */
function refusal(login: Login, target: string, error: number, text: string | null): KafkaFailure {
    const said = wordsOf(text, "password" in login ? [login.password] : []);
    const words = said ? `: "${said}"` : ` (error ${error})`;
    if (login.mechanism === "GSSAPI") {
        return failure(
            "kerberos-refused",
            target,
            `The broker ${target} does not accept the Kerberos ticket of ${login.principal}@${login.realm}${words}.`,
            "See whether the broker's keytab holds the current key of its principal, whether its clock is right, and its log.",
        );
    }
    const associated =
        login.mechanism === "SCRAM-SHA-512" ? " On MSK the secret has to be associated with this cluster." : "";
    return failure(
        "login-refused",
        target,
        `The broker ${target} does not accept the login of ${wordsOf(login.username, [login.password])} with ${login.mechanism}${words}.`,
        `Correct user name and password; a template on a JSON secret needs its third argument, 'username' or 'password'.${associated}`,
    );
}

function failure(code: FailureCode, target: string, cause: string, fix: string): KafkaFailure {
    const content: Failure = { step: "sasl", code, target, cause, fix };
    return new KafkaFailure(content);
}
