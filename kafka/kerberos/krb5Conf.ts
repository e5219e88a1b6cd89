import { readFileSync } from "node:fs";
import type { Server } from "../client/server";

export const KDC_PORT = 88;

/**
 * The KDCs that the file of `KRB5_CONFIG` names for a realm, as MIT's and Java's clients would find them there; they go before
 * the client property. Empty where there is no such file, or it says nothing.
 */
export function kdcsOfEnvironment(realm: string, environment: Readonly<Record<string, string | undefined>>): Server[] {
    const path = environment.KRB5_CONFIG;
    if (!path) return [];
    // Several files may be named; the first that says something is taken.
    for (const one of path.split(":")) {
        const kdcs = kdcsIn(textOf(one), realm);
        if (kdcs.length > 0) return kdcs;
    }
    return [];
}

/** The KDCs that a krb5.conf names for a realm. */
export function kdcsIn(text: string, realm: string): Server[] {
    const kdcs: Server[] = [];
    let section = "";
    let block = "";
    for (const given of text.split(/\r?\n/)) {
        const line = given.replace(/^\s*[#;].*$/, "").trim();
        const heading = /^\[([^\]]*)\]$/.exec(line);
        if (heading) [section, block] = [heading[1]!.trim(), ""];
        else if (line === "}") block = "";
        else if (section === "realms") {
            const [name, value] = assignment(line);
            if (value === "{") block = name;
            else if (block === realm && name === "kdc") kdcs.push(...serverOf(value));
        }
    }
    return kdcs;
}

/** `host`, `host:port` or an address in brackets; without a port the one that is registered for Kerberos. */
export function serverOf(text: string): Server[] {
    const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:/]+))(?::(\d{1,5}))?$/.exec(text.trim());
    if (!match) return [];
    const port = Number(match[3] ?? KDC_PORT);
    return port > 0 && port < 65_536 ? [{ host: (match[1] ?? match[2])!, port }] : [];
}

function assignment(line: string): [string, string] {
    const at = line.indexOf("=");
    return at < 0 ? [line, ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

function textOf(path: string): string {
    try {
        return readFileSync(path, "utf8");
    } catch {
        return "";
    }
}
