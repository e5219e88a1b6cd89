import assert from "node:assert/strict";
import { changelogProblems, notesOf } from "../../scripts/changelog";

const RELEASED = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-01-31

### Added

- One thing.

## [1.1.0] - 2025-12-01

- Another.

[1.2.0]: https://example.com/1.2.0
`;

describe("the notes of a release", () => {
    it("are what the changelog says about its version, without heading and links", () => {
        assert.equal(notesOf(RELEASED, "1.2.0"), "### Added\n\n- One thing.");
        assert.equal(notesOf(RELEASED, "1.1.0"), "- Another.");
    });

    it("are missing where the version has no section, or an empty one", () => {
        assert.equal(notesOf(RELEASED, "1.3.0"), undefined);
        assert.equal(notesOf(RELEASED, "1.2"), undefined);
        assert.equal(notesOf(RELEASED, "Unreleased"), undefined);
    });

    it("are complete when the version has a dated section and nothing waits", () => {
        assert.deepEqual(changelogProblems(RELEASED, "1.2.0"), []);
    });

    it("are refused when the version has no section, something waits, or the date is missing", () => {
        const waiting = RELEASED.replace("## [Unreleased]\n", "## [Unreleased]\n\n- More.\n");
        assert.match(changelogProblems(RELEASED, "1.3.0")[0]!, /says nothing about 1\.3\.0: write what changed/);
        assert.match(
            changelogProblems(waiting, "1.3.0")[0]!,
            /what stands under \[Unreleased\] below a heading "## \[1\.3\.0\]/,
        );
        assert.match(changelogProblems(waiting, "1.2.0")[0]!, /entries under \[Unreleased\]/);
        assert.match(changelogProblems(RELEASED.replace(" - 2026-01-31", ""), "1.2.0")[0]!, /has no date/);
    });
});
