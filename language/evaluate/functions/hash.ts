import { createHash } from "node:crypto";
import { toText } from "../conversions";
import type { Bodies, Body } from "./body";
import { md2 } from "./md2";

/** The digest of the UTF-8 bytes of a text, in hexadecimal. */
function hash(algorithm: string): Body {
    return ([given]) => {
        const text = toText(given);
        return text === undefined ? undefined : createHash(algorithm).update(text, "utf8").digest("hex");
    };
}

export const HASH: Bodies = {
    md2: ([given]) => {
        const text = toText(given);
        return text === undefined ? undefined : md2(Buffer.from(text, "utf8"));
    },
    md5: hash("md5"),
    sha1: hash("sha1"),
    sha224: hash("sha224"),
    sha256: hash("sha256"),
    sha384: hash("sha384"),
    sha512: hash("sha512"),
};
