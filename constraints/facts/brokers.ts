/** One entry of a bootstrap list, cut apart without backtracking, so that a hostile list costs linear time. */
export interface BrokerEntry {
    /** Position in the list, from 0. */
    readonly index: number;
    /** The entry without the white space around it. */
    readonly text: string;
    /** DNS name, IPv4 address, or IPv6 address in its brackets; undefined when there is none. */
    readonly host?: string;
    /** The digits behind the last colon; undefined when there are none. */
    readonly port?: number;
    /** What is wrong with its form, as a part of a sentence; undefined when it reads host:port. */
    readonly problem?: string;
    /** True when a plain host:port has something added: a prefix, a scheme, a path, user information. */
    readonly hasExtra?: boolean;
    /** True when the entry may carry a user name and password, so that it must not be shown. */
    readonly hasUserInfo: boolean;
}

const HOST_NAME =
    /^(?=.{1,253}\.?$)[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\.?$/;
const IPV6 = /^\[[0-9A-Fa-f:.]{2,45}\]$/;

/** Splits a bootstrap list at its commas. An empty text has one empty entry. */
export function parseBrokers(list: string): BrokerEntry[] {
    return list.split(",").map((entry, index) => parseBroker(entry.trim(), index));
}

function parseBroker(text: string, index: number): BrokerEntry {
    const hasUserInfo = text.includes("@");
    const wrong = (problem: string, rest: Partial<BrokerEntry> = {}): BrokerEntry => ({
        index,
        text,
        problem,
        hasUserInfo,
        ...rest,
    });
    if (text === "") return wrong("is empty");
    if (hasUserInfo) return wrong("holds a user name or password before an @", { hasExtra: true });
    if (text.includes("://")) return wrong("has a listener prefix or scheme", { hasExtra: true });
    if (text.includes("/")) return wrong("has a path", { hasExtra: true });
    if (/[\s;|]/.test(text)) return wrong("holds what a comma should separate");
    if (text.length > 300) return wrong("is too long for host:port");

    const colon = text.startsWith("[") ? text.indexOf(":", text.indexOf("]")) : text.lastIndexOf(":");
    const host = colon < 0 ? text : text.slice(0, colon);
    const digits = colon < 0 ? "" : text.slice(colon + 1);
    if (digits === "") return wrong("has no port", { host });
    if (!/^\d{1,5}$/.test(digits)) return wrong("has a port that is not a number", { host });
    const port = Number(digits);
    if (host === "") return wrong("has no host", { port });
    if (!HOST_NAME.test(host) && !IPV6.test(host)) {
        const isBare = /^[0-9A-Fa-f:]+$/.test(host) && host.includes(":");
        return wrong(isBare ? "has an IPv6 address without brackets" : "has a host that is no DNS name or address", {
            host,
            port,
        });
    }
    return { index, text, host, port, hasUserInfo };
}

const MSK_HOST = /\.kafka(-serverless)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\.?$/i;

/** True for the host names that Amazon MSK gives its brokers. */
export function isMskHost(host: string): boolean {
    return MSK_HOST.test(host);
}

/** True for the host names of MSK Serverless. */
export function isServerlessHost(host: string): boolean {
    return MSK_HOST.exec(host)?.[1] !== undefined;
}

/** The Region in a host name that Amazon MSK gave; undefined for other hosts. */
export function mskRegion(host: string): string | undefined {
    return MSK_HOST.exec(host)?.[2]?.toLowerCase();
}

/** What two entries of one listener have in common, however their hosts are written; undefined for half an entry. */
export function brokerKey({ host, port }: BrokerEntry): string | undefined {
    if (host === undefined || port === undefined) return undefined;
    const name = host.toLowerCase();
    return `${name.endsWith(".") ? name.slice(0, -1) : name}:${port}`;
}

/** True for a DNS name or an IPv4 address. */
export function isHostName(text: string): boolean {
    return text.length <= 254 && HOST_NAME.test(text);
}
