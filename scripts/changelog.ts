/** What the changelog says about a version, without its heading; nothing where it has no such section or an empty one. */
export function notesOf(changelog: string, version: string): string | undefined {
    const sections = changelog.split(/^(?=## )/m);
    const section = sections.find((text) => text.startsWith(`## [${version}]`));
    const [, ...lines] = section?.split("\n") ?? [];
    // Targets of links stand at the end of the file, after its last section.
    const notes = lines
        .filter((line) => !/^\[[^\]]+\]: /.test(line))
        .join("\n")
        .trim();
    return notes === "" ? undefined : notes;
}

/** What is wrong with the changelog for the release of a version. */
export function changelogProblems(changelog: string, version: string): string[] {
    if (notesOf(changelog, version) === undefined) {
        const waiting = notesOf(changelog, "Unreleased") !== undefined;
        return [
            `CHANGELOG.md says nothing about ${version}: ` +
                (waiting
                    ? `write what stands under [Unreleased] below a heading "## [${version}] - YYYY-MM-DD"`
                    : `write what changed below a heading "## [${version}] - YYYY-MM-DD"`),
        ];
    }
    if (notesOf(changelog, "Unreleased") !== undefined) {
        return [`CHANGELOG.md has entries under [Unreleased]: they belong to ${version}, or to no release yet`];
    }
    const heading = new RegExp(`^## \\[${version.replaceAll(".", "\\.")}\\] - \\d{4}-\\d{2}-\\d{2}$`, "m");
    return heading.test(changelog) ? [] : [`the heading of ${version} in CHANGELOG.md has no date: YYYY-MM-DD`];
}
