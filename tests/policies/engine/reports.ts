/** One violation as Pulumi prints it. */
export interface Report {
    readonly level: string;
    readonly policy: string;
    /** Name of the resource in its program. */
    readonly resource: string;
    /** The property path that the message begins with. */
    readonly path: string;
    readonly message: string;
}

const HEADER = /^ {8}- \[(\w+)\] (?:\[severity: \w+\] )?\s*([\w-]+) {2}\(([^ ]+): ([^)]+)\)$/;

/** The violations in what a preview or an update printed. */
export function reportsIn(output: string): Report[] {
    const reports: Report[] = [];
    const lines = output.split("\n");
    lines.forEach((line, index) => {
        const header = HEADER.exec(line);
        if (!header) return;
        const end = lines.findIndex((later, at) => at > index && !later.startsWith("          "));
        const [, path = "", ...message] = lines.slice(index + 1, end < 0 ? undefined : end).map((text) => text.trim());
        reports.push({
            level: header[1]!,
            policy: header[2]!,
            resource: header[4]!,
            path,
            message: message.join("\n"),
        });
    });
    return reports;
}
