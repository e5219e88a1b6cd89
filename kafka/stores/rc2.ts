/**
 * Reading what RC2 encrypted (RFC 2268), which files of Java before 17 and of `openssl pkcs12 -legacy` hold. Node's own
 * cryptography offers it only with a flag at its start. Nothing is ever written with it.
 */

const PI_TABLE = Buffer.from(
    "d978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2" +
        "179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82" +
        "54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626" +
        "6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7" +
        "08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec" +
        "c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731" +
        "2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9" +
        "0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad",
    "hex",
);

const BLOCK = 8;

/** Decrypts RC2 in CBC mode; the padding is left on. */
export function decryptRc2Cbc(key: Uint8Array, effectiveBits: number, iv: Uint8Array, data: Uint8Array): Buffer {
    const words = expandKey(key, effectiveBits);
    const result = Buffer.alloc(data.length);
    for (let start = 0; start + BLOCK <= data.length; start += BLOCK) {
        const before = start === 0 ? iv : data.subarray(start - BLOCK, start);
        const block = decryptBlock(words, data.subarray(start, start + BLOCK));
        for (let index = 0; index < BLOCK; index++) result[start + index] = block[index]! ^ before[index]!;
    }
    return result;
}

/** RFC 2268 section 2. */
function expandKey(key: Uint8Array, effectiveBits: number): Uint16Array {
    const bytes = Buffer.alloc(128);
    bytes.set(key);
    for (let index = key.length; index < 128; index++) {
        bytes[index] = PI_TABLE[(bytes[index - 1]! + bytes[index - key.length]!) & 0xff]!;
    }
    const length = Math.ceil(effectiveBits / 8);
    const mask = 0xff >> (8 * length - effectiveBits);
    bytes[128 - length] = PI_TABLE[bytes[128 - length]! & mask]!;
    for (let index = 127 - length; index >= 0; index--) {
        bytes[index] = PI_TABLE[bytes[index + 1]! ^ bytes[index + length]!]!;
    }
    return Uint16Array.from({ length: 64 }, (_, index) => bytes.readUInt16LE(2 * index));
}

/** RFC 2268 section 4. */
function decryptBlock(key: Uint16Array, block: Uint8Array): Buffer {
    const source = Buffer.from(block);
    const words = [0, 2, 4, 6].map((offset) => source.readUInt16LE(offset));
    let next = 63;
    const mix = () => {
        for (let index = 3; index >= 0; index--) {
            const turns = [1, 2, 3, 5][index]!;
            const word = words[index]!;
            const turned = ((word >> turns) | (word << (16 - turns))) & 0xffff;
            const [a, b, c] = [words[(index + 3) & 3]!, words[(index + 2) & 3]!, words[(index + 1) & 3]!];
            words[index] = (turned - key[next]! - (a & b) - (~a & c)) & 0xffff;
            next--;
        }
    };
    const mash = () => {
        for (let index = 3; index >= 0; index--) {
            words[index] = (words[index]! - key[words[(index + 3) & 3]! & 63]!) & 0xffff;
        }
    };
    for (const rounds of [5, 6, 5]) {
        for (let round = 0; round < rounds; round++) mix();
        if (next > 0) mash();
    }
    const result = Buffer.alloc(BLOCK);
    for (const [index, word] of words.entries()) result.writeUInt16LE(word, 2 * index);
    return result;
}
