import assert from "node:assert/strict";
import { readStore } from "../../../kafka/stores";
import { storeIn, summary, verdictOf } from "./samples";
import type { JavaVerdict, Question } from "./tools";

/** Entries that Java has too: it passes over keys without encryption, and over certificates of nobody. */
function javaEntries({ bytes, password }: Question): string[] {
    const store = storeIn(readStore(bytes, password, { withKeys: false }));
    const seen = store.entries.filter((entry) => entry.kind === "trusted" || (entry.kind === "key" && !entry.isPlain));
    return summary({ ...store, entries: seen }).sort();
}

/** Our verdict and that of Java are the same. */
export function agree(question: Question, java: JavaVerdict, title: string): void {
    const { bytes, password, keyPassword } = question;
    const ours = verdictOf(bytes, password, keyPassword);
    if (ours === "store-password-missing") {
        // Java finds nothing to use then, and says nothing of that: no certificate, and a key without one at most.
        assert.deepEqual([java.opens, java.trusted], [true, 0], title);
        assert.ok(
            java.entries.every((entry) => /^key .*: $/.test(entry)),
            `${title}: ${java.line}`,
        );
        return;
    }
    if (ours === "store-unsupported") {
        assert.ok(!java.opens || !java.takesKeys, `${title}: ${ours}, Java: ${java.line}`);
        return;
    }
    assert.equal(ours === "ok" || ours === "key-password-wrong", java.opens, `${title}: ${ours}, Java: ${java.line}`);
    if (!java.opens) return;
    assert.deepEqual(javaEntries(question), java.entries, title);
    if (password !== undefined) assert.equal(ours === "ok", java.takesKeys, `${title}: ${ours}, Java: ${java.line}`);
}
