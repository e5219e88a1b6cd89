import { isHostName } from "../facts/brokers";

/** The port of a key distribution center; AWS IoT uses no other. */
export const KDC_PORT = 88;

/** The host of a KDC and the port behind it; no host where the text is no host name with or without a port. */
export function kdcParts(text: string): { readonly host?: string; readonly port?: number } {
    const [host, port, ...more] = text.trim().split(":");
    if (more.length > 0 || !isHostName(host!)) return {};
    if (port === undefined) return { host: host! };
    return /^\d{1,5}$/.test(port) ? { host: host!, port: Number(port) } : {};
}
