/** The bytes of base64 text as the provider decodes it: padded, line ends aside; undefined for every other text. */
export function decodeBase64(text: string): Buffer | undefined {
    const joined = text.replace(/[\r\n]/g, "");
    if (joined.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(joined)) return undefined;
    return Buffer.from(joined, "base64");
}

/** What the first bytes of a file tell of it. */
export type FileKind = "JKS" | "JCEKS" | "PKCS12" | "keytab" | "PEM" | undefined;

/** A file's kind by its first bytes; undefined where they tell nothing. */
export function fileKindOf(bytes: Buffer): FileKind {
    const [first, second] = bytes;
    const magic = bytes.toString("hex", 0, 4);
    if (magic === "feedfeed") return "JKS";
    if (magic === "cececece") return "JCEKS";
    // A sequence with a length in the long form; a file of a few bytes would be no store.
    if (first === 0x30 && second !== undefined && second >= 0x80 && second <= 0x84) return "PKCS12";
    if (magic.startsWith("0501") || magic.startsWith("0502")) return "keytab";
    return bytes.toString("latin1", 0, 11) === "-----BEGIN " ? "PEM" : undefined;
}
