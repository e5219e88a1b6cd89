/** The parts of an Amazon Resource Name. */
export interface Arn {
    readonly partition: string;
    readonly service: string;
    readonly region: string;
    readonly account: string;
    readonly resource: string;
}

/** Cuts an ARN at its first five colons; undefined for a text that is none. Linear in the text's length. */
export function parseArn(text: string): Arn | undefined {
    if (!text.startsWith("arn:")) return undefined;
    const [, partition, service, region, account, ...rest] = text.split(":");
    if (rest.length === 0) return undefined;
    return { partition: partition!, service: service!, region: region!, account: account!, resource: rest.join(":") };
}
