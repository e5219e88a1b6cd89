/** What others say, as it may stand in a message: one line, of a bounded length, and without the secrets. */
export function wordsOf(text: string | null | undefined, secrets: readonly string[] = []): string {
    let words = (text ?? "").replace(/[^\x20-\x7e]+/g, " ").trim();
    for (const secret of secrets) if (secret !== "") words = words.replaceAll(secret, "[hidden]");
    return words.length > 300 ? `${words.slice(0, 300)}…` : words;
}

/** `a, b and c` */
export function listOf(texts: readonly string[]): string {
    return texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}
