/** What is wrong with the wild cards of an MQTT topic filter, as a part of a sentence; undefined when nothing is. */
export function wildcardProblem(filter: string): string | undefined {
    if (filter === "") return "is empty";
    if (!filter.includes("#") && !filter.includes("+")) return undefined;
    const levels = filter.split("/");
    for (const [index, level] of levels.entries()) {
        if (level === "#" && index < levels.length - 1) return "has # before its last level";
        if (level !== "#" && level.includes("#")) return "has # beside other characters of a level";
        if (level !== "+" && level.includes("+")) return "has + beside other characters of a level";
    }
    return undefined;
}

/** True when a message on this topic passes the filter. A wild card in the first place matches no topic of AWS's own. */
export function matchesFilter(filter: string, topic: string): boolean {
    const wanted = filter.split("/");
    const given = topic.split("/");
    if (topic.startsWith("$") && (wanted[0] === "#" || wanted[0] === "+")) return false;
    for (const [index, level] of wanted.entries()) {
        if (level === "#") return true;
        if (index >= given.length) return false;
        if (level !== "+" && level !== given[index]) return false;
    }
    return wanted.length === given.length;
}
