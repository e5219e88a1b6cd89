import type { Command } from "./command";

interface Entry {
    /** One line for the list of commands. */
    readonly summary: string;
    load(): Command;
}

/** All commands by name. Only the one that is called is loaded. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
    explain: {
        summary: "what a constraint or a requirement says, and how it is settled",
        load: () => (require("./commands/explain") as typeof import("./commands/explain")).explain,
    },
    sandbox: {
        summary: "preview, up or destroy a Pulumi program with the real engine and no account",
        load: () => (require("./commands/sandbox") as typeof import("./commands/sandbox")).sandbox,
    },
};
