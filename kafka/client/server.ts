/** Where a broker or a KDC listens. */
export interface Server {
    /** A DNS name, or an address without brackets. */
    readonly host: string;
    readonly port: number;
}

/** `host:port`, an IPv6 address in brackets. */
export function nameOfServer({ host, port }: Server): string {
    return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
