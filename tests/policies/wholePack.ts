import type { Policies, ReportViolation } from "@pulumi/policy";
import { CATALOGUE } from "../../constraints";
import { type ConstraintPolicy, policyOf } from "../../policies/policy";
import { reportingOf } from "../../policies/reporting";
import { Session } from "../../policies/session";
import { analyzeStack, type Given, urnOf } from "./requests";
import { answer, answerStack } from "./server";

/** What both packs said of a stack, in an order of its own: of each resource, then of the stack. */
export interface Said {
    readonly reported: readonly Reported[];
    /** The closing line, and before it what is not determined. */
    readonly printed: readonly string[];
}

export interface Reported {
    readonly policy: string;
    readonly level: "mandatory" | "advisory";
    readonly urn: string;
    /** Without the policy's description. */
    readonly message: string;
}

/**
 * Both packs in one run of a program, those policies too that are off by default: what they say of a stack through the
 * policy server. The server reads a request anew for each policy, of which all but the first reading goes unused; so
 * all policies are asked by one here, in their order. Resources `beside` others are in the stack with them, and are not
 * asked about by themselves.
 */
export function packsOfOneRun(): (resources: readonly Given[], beside?: readonly Given[]) => Promise<Said> {
    const session = new Session();
    const policies = asOne(CATALOGUE.map((constraint, order) => policyOf(constraint, session, order)));
    let printed: string[] = [];
    const reporting = reportingOf(session, "pack", (line) => printed.push(line));
    return async (resources, beside = []) => {
        const reported: Reported[] = [];
        const told = resources.map(inRegion);
        for (const { type, props, ...more } of told) {
            const found = await answer(policies, type, props, more);
            reported.push(...found.map((one) => reportedOf(one, urnOf({ type, props, ...more }))));
        }
        reported.push(
            ...(await answerStack(policies, [...told, ...beside.map(inRegion)])).map((one) => reportedOf(one, "")),
        );
        printed = [];
        analyzeStack(reporting, []);
        return { reported: reported.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1)), printed };
    };
}

function inRegion(given: Given): Given {
    return { region: "us-east-1", ...given };
}

/** Everything that is shown to somebody. */
export function shownIn({ reported, printed }: Said): string[] {
    return [...reported.map(({ message }) => message), ...printed];
}

export function textOf({ policy, urn, message }: Reported): string {
    return `${policy} ${urn} ${message}`;
}

/** A policy about each resource and one about the stack, in place of all. */
function asOne(policies: readonly ConstraintPolicy[]): Policies {
    const named =
        ({ name }: ConstraintPolicy, report: ReportViolation): ReportViolation =>
        (message, urn) =>
            report({ name, message: String(message), ...(urn === undefined ? {} : { urn }) } as never);
    return [
        {
            name: "each",
            description: "Each policy about a resource.",
            enforcementLevel: "advisory",
            validateResource: (args, report) => {
                for (const one of policies) {
                    if ("validateResource" in one && typeof one.validateResource === "function")
                        void one.validateResource(args, named(one, report));
                }
            },
        },
        {
            name: "together",
            description: "Each policy about a stack.",
            enforcementLevel: "advisory",
            validateStack: (args, report) => {
                for (const one of policies)
                    if ("validateStack" in one) void one.validateStack(args, named(one, report));
            },
        },
    ];
}

const LEVELS = new Map(CATALOGUE.map(({ id, level }) => [id, level]));

function reportedOf(
    { policyname, message, urn }: { policyname: string; message: string; urn: string },
    asked: string,
): Reported {
    return { policy: policyname, level: LEVELS.get(policyname) ?? "advisory", urn: urn || asked, message };
}
