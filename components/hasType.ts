/** True for a resource of this type token, whichever copy of a package made it. */
export function hasType(candidate: unknown, type: string): boolean {
    return (
        typeof candidate === "object" &&
        candidate !== null &&
        "__pulumiType" in candidate &&
        candidate.__pulumiType === type
    );
}
