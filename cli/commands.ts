import type { Command } from "./command";

interface Entry {
    /** One line for the list of commands. */
    readonly summary: string;
    load(): Command;
}

/** All commands by name. Only the one that is called is loaded. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
    check: {
        summary: "judge rule payloads, CloudFormation templates, Terraform plans and Pulumi exports",
        load: () => (require("./commands/check") as typeof import("./commands/check")).check,
    },
    doctor: {
        summary: "try the Kafka client of a rule from here: names, ports, TLS, login, topic, each mistake by its name",
        load: () => (require("./commands/doctor") as typeof import("./commands/doctor")).doctor,
    },
    explain: {
        summary: "what a constraint or a requirement says, and how it is settled",
        load: () => (require("./commands/explain") as typeof import("./commands/explain")).explain,
    },
    import: {
        summary: "a Pulumi program for rules that exist",
        load: () => (require("./commands/import") as typeof import("./commands/import")).importCommand,
    },
    sandbox: {
        summary: "preview, up or destroy a Pulumi program with the real engine and no account",
        load: () => (require("./commands/sandbox") as typeof import("./commands/sandbox")).sandbox,
    },
    simulate: {
        summary: "the Kafka record that a rule makes of a message, or why there is none",
        load: () => (require("./commands/simulate") as typeof import("./commands/simulate")).simulate,
    },
};
