import type { Step } from "../../../../kafka/client";
import type { Resolved } from "../lab/javaProperties";
import type { Lab, Mode } from "../lab/lab";
import type { TestServer } from "../lab/servers";

/** One mistake that people make, what the doctor calls it, and what the Java producer says of it. */
export interface Mistake {
    /** In words, for the table of the documentation. */
    readonly what: string;
    readonly step: Step;
    readonly code: string;
    /** What is found in the Java producer's error; `ok` where it does not see the mistake. */
    readonly java: RegExp | "ok";
    /** For the table, where Java says one thing or the other. @default what it said */
    readonly javaSays?: string;
    make(lab: Lab): Made | Promise<Made>;
}

/** A mistake made. */
export interface Made {
    readonly properties: Resolved;
    /** @default the topic of the laboratory */
    readonly topic?: string;
    readonly partition?: string;
    readonly key?: string;
    /** To be closed afterwards. */
    readonly server?: TestServer;
}

/** Properties that work, with some changed; `undefined` takes one away. */
export function changed(lab: Lab, mode: Mode, change: Readonly<Record<string, string | undefined>>): Resolved {
    const all: Record<string, string | undefined> = { ...lab.modes[mode], ...change };
    return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Java's one answer to six mistakes. */
export const TIME_OUT = /not present in metadata after|Failed to update metadata after/;

/** With TLS 1.3 a broker refuses a certificate after the handshake: Java may have read why, or meets a closed connection. */
export const REFUSED_LATE =
    /bad_certificate|certificate_|SSL handshake failed|SslAuthentication|SSLHandshake|fatal alert|not present in metadata/;
export const REFUSED_LATE_SAYS = "SSL handshake failed, or the time-out: not present in metadata";
