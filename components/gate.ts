import { type ComponentResource, ResourceError } from "@pulumi/pulumi";
import { type ComponentFacts, formProblems, partsOfComponent } from "../constraints/components";
import type { Finding } from "../constraints/core/finding";
import { Judge } from "../constraints/core/judge";
import { type Facts, UNKNOWN } from "../constraints/core/known";
import { formatPath, type Path } from "../constraints/core/path";
import { renderFinding } from "../constraints/core/render";
import { acksValue } from "../constraints/kafka-action/acks-value";
import { contentCheck } from "./contentProblems";
import { factsOf, keyOf, whenChecked } from "./leaves";

/** The component whose arguments are checked. */
export interface Checked {
    readonly component: ComponentResource;
    /** Its type token. */
    readonly type: string;
    readonly urn: string;
    readonly name: string;
}

/**
 * Checks the arguments of a component against everything AWS documents, and gives back what its children may receive.
 * What is known is checked now, and everything wrong with it is thrown in one `ResourceError`. An Output or Promise is
 * checked when it resolves, together with all that is known by then, and is passed on only if nothing is wrong; each by
 * itself, so that one that is not known yet leaves the others known.
 */
export function gate<A extends object>(checked: Checked, args: A): A {
    const resolved = new Map<string, unknown>();
    const contentProblems = contentCheck(checked.type, checked.urn);
    const judge = () => findingsOf(checked, factsOf(args, resolved), contentProblems);
    const found = judge();
    if (found.length > 0) throw errorOf(checked, found);

    const reported = new Set<string>();
    let failure: ResourceError | undefined;
    const checkTogether = onceATurn(() => {
        const fresh = judge().filter((finding) => !reported.has(identity(finding)));
        for (const finding of fresh) reported.add(identity(finding));
        if (fresh.length > 0) failure = errorOf(checked, fresh);
        if (failure) throw failure;
    });
    return whenChecked(args, (path, value) => {
        resolved.set(keyOf(path), value);
        return checkTogether();
    });
}

/**
 * The mandatory findings at the arguments, ill-formed ones first. What is wrong inside of a file is said where nothing
 * else is said of it.
 */
export function findingsOf(
    { type, urn, name }: Omit<Checked, "component">,
    args: Facts,
    contentProblems = contentCheck(type, urn),
): Finding[] {
    const { sound, findings } = formProblems(type, urn, args);
    const parts = partsOfComponent(type, urn, name, sound);
    if (parts.length === 0) return findings;
    const resources = parts.map(({ resource }) => resource);
    const judgement = theJudge().judge({ resources, region: UNKNOWN, account: UNKNOWN });
    const told = [
        ...findings,
        ...judgement.findings.map((finding) => ({ ...finding, path: argumentOf(finding, parts) })),
    ];
    const inFiles = contentProblems(sound).filter((one) => !told.some(({ path }) => isWithin(path, one.path)));
    return [...told, ...inFiles];
}

/** True where one of two paths leads to the other. */
function isWithin(one: Path, other: Path): boolean {
    const length = Math.min(one.length, other.length);
    return length > 0 && formatPath(one.slice(0, length)) === formatPath(other.slice(0, length));
}

/** The argument that a finding is about. */
function argumentOf({ resource, path }: Finding, parts: readonly ComponentFacts[]): Path {
    return parts.find((part) => part.resource.id === resource)?.argumentPath(path) ?? [];
}

let ofCatalogue: Judge | undefined;

/**
 * All constraints that must be kept, loaded when the first component is made: advice is given by the packs. A component
 * takes every acknowledgement level that AWS documents anywhere.
 */
function theJudge(): Judge {
    if (ofCatalogue) return ofCatalogue;
    const { CATALOGUE } = require("../constraints/catalogue") as typeof import("../constraints/catalogue");
    const mandatory = CATALOGUE.filter(({ level }) => level === "mandatory");
    ofCatalogue = new Judge(mandatory, { [acksValue.id]: { allowed: acksValue.options.allowed?.items?.enum } });
    return ofCatalogue;
}

function errorOf({ component, name }: Checked, findings: readonly Finding[]): ResourceError {
    const count = findings.length === 1 ? "a mistake" : `${findings.length} mistakes`;
    const text = [`The arguments of ${name} have ${count}:`, ...findings.map(renderFinding)].join("\n\n");
    return withFixedMessage(new ResourceError(text, component, true), text);
}

/**
 * On its way through the inputs of a child Pulumi puts that child's property before an error's message, once for every
 * child. The findings name arguments, which is what the user wrote.
 */
function withFixedMessage(error: ResourceError, text: string): ResourceError {
    return Object.defineProperty(error, "message", { get: () => text, set: () => undefined });
}

function identity({ constraint, path, message }: Finding): string {
    return [constraint, formatPath(path), message].join("\n");
}

/**
 * `work` done once for all who ask in one turn of the event loop: values that are there together are checked together,
 * and who asked gets the same error, which is then reported once.
 */
function onceATurn(work: () => void): () => Promise<void> {
    let turn: Promise<void> | undefined;
    return () => {
        turn ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
            turn = undefined;
            work();
        });
        return turn;
    };
}
