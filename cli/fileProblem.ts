/** Why the system would not read or write a file, as the end of a sentence. */
export function reasonOf(error: unknown): string {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file";
    if (code === "EISDIR") return "it is a folder";
    if (code === "EACCES" || code === "EPERM") return "permission denied";
    return code ?? "unknown reason";
}
