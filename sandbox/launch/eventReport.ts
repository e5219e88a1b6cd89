import { isDeepStrictEqual } from "node:util";
/** What a run of Pulumi came to, as data. */
export interface Report {
    /** Number of resources by what was (or, in a preview, would be) done to them, for example `create`. */
    readonly changes: Readonly<Record<string, number>>;
    /** Findings of the policy packs. */
    readonly policies: readonly PolicyFinding[];
    /** What the program, the packs and Pulumi itself said. */
    readonly diagnostics: readonly Diagnostic[];
    /** The stack's outputs; unknown ones are missing in a preview, secret ones are `[secret]`. */
    readonly outputs: Readonly<Record<string, unknown>>;
}

export interface PolicyFinding {
    readonly pack: string;
    readonly policy: string;
    readonly level: string;
    /** URN of the resource. */
    readonly resource: string;
    readonly message: string;
}

export interface Diagnostic {
    readonly severity: string;
    /** URN of the resource it is about. */
    readonly resource: string | null;
    readonly message: string;
}

/** The parts of Pulumi's engine events that a report needs. */
interface EngineEvent {
    readonly diagnosticEvent?: { readonly urn?: string; readonly severity: string; readonly message: string };
    readonly policyEvent?: {
        readonly resourceUrn?: string;
        readonly message: string;
        readonly policyName: string;
        readonly policyPackName: string;
        readonly enforcementLevel: string;
    };
    readonly resOutputsEvent?: {
        readonly metadata: { readonly type: string; readonly new?: { readonly outputs?: Record<string, unknown> } };
    };
    readonly summaryEvent?: { readonly resourceChanges?: Record<string, number> };
}

const AMBIENT = /^(?:warning: )?using pulumi-[\w-]+ from \$PATH at /;

/** Gathers a {@link Report} from the events that `pulumi … --json` prints, one a line. */
export class EventReport {
    #changes: Report["changes"] = {};
    #outputs: Report["outputs"] = {};
    readonly #policies: PolicyFinding[] = [];
    readonly #diagnostics: Diagnostic[] = [];

    get report(): Report {
        return {
            changes: this.#changes,
            policies: this.#policies,
            diagnostics: this.#diagnostics,
            outputs: this.#outputs,
        };
    }

    /** Takes a line of standard output. What is no event is something that Pulumi says outside of a run. */
    add(line: string): void {
        const event = parse(line);
        if (event === undefined) {
            this.say("info", line);
            return;
        }
        const { diagnosticEvent: said, policyEvent: found, resOutputsEvent: made, summaryEvent: summary } = event;
        if (said && said.severity !== "debug") {
            this.say(said.severity, said.message, said.urn);
        }
        if (found) {
            this.#policies.push({
                pack: found.policyPackName,
                policy: found.policyName,
                level: found.enforcementLevel,
                resource: found.resourceUrn ?? "",
                message: found.message.trim(),
            });
        }
        if (made?.metadata.type === "pulumi:pulumi:Stack") {
            this.#outputs = made.metadata.new?.outputs ?? {};
        }
        this.#changes = summary?.resourceChanges ?? this.#changes;
    }

    say(severity: string, message: string, resource?: string): void {
        if (message.trim() === "" || AMBIENT.test(message)) {
            return;
        }
        const diagnostic = { severity, resource: resource || null, message: message.trim() };
        // An update says again what its preview said.
        if (!this.#diagnostics.some((said) => isDeepStrictEqual(said, diagnostic))) {
            this.#diagnostics.push(diagnostic);
        }
    }
}

function parse(line: string): EngineEvent | undefined {
    try {
        const value: unknown = JSON.parse(line);
        return typeof value === "object" && value !== null ? value : undefined;
    } catch {
        return undefined;
    }
}
