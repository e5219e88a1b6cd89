/** RC4, which a few old PKCS12 files are encrypted with. Nothing is ever written with it. */
export function rc4(key: Uint8Array, data: Uint8Array): Buffer {
    const state = Uint8Array.from({ length: 256 }, (_, index) => index);
    const swap = (a: number, b: number) => {
        [state[a], state[b]] = [state[b]!, state[a]!];
    };
    for (let index = 0, other = 0; index < 256; index++) {
        other = (other + state[index]! + key[index % key.length]!) & 0xff;
        swap(index, other);
    }
    const result = Buffer.alloc(data.length);
    for (let index = 0, at = 0, other = 0; index < data.length; index++) {
        at = (at + 1) & 0xff;
        other = (other + state[at]!) & 0xff;
        swap(at, other);
        result[index] = data[index]! ^ state[(state[at]! + state[other]!) & 0xff]!;
    }
    return result;
}
