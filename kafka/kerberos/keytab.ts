/** A keytab that was read. */
export interface Keytab {
    readonly entries: readonly KeytabEntry[];
}

export interface KeytabEntry {
    /** `client@REALM` or `service/host@REALM`. */
    readonly principal: string;
    /** The version of the key. */
    readonly version: number;
    /** The number of the encryption type: 17 to 20 are AES. */
    readonly encryption: number;
    /** A secret. */
    readonly key: Buffer;
}
