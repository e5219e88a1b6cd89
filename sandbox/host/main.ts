import { LanguageHost } from "./languageHost";

const PARENT = process.ppid;

/** The engine ends its plugins; one that dies itself would leave them behind. */
function endWithEngine(): void {
    setInterval(() => {
        if (process.ppid !== PARENT) {
            process.exit(0);
        }
    }, 2_000).unref();
}

endWithEngine();
// Through "exit", which ends what the host has started.
process.once("SIGTERM", () => process.exit(0));
const engine =
    process.argv
        .slice(2)
        .filter((argument) => !argument.startsWith("-"))
        .at(-1) ?? "";
new LanguageHost(engine).serve().catch((error: Error) => {
    console.error(`The language host could not start: ${error.message}`);
    process.exitCode = 1;
});
