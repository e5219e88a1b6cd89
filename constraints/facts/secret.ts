import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import type { Association } from "./association";
import { inputOf, titleOf } from "./inputs";
import { policyResourcesOf } from "./secretPolicies";
import { isCurrent, versionsOf } from "./secrets";
import type { SecretReading, SecretUse } from "./secretUse";
import type { ResourceFacts, Stack } from "./stack";

/** A secret of the stack that a rule reads or that is given to a cluster: `aws.secretsmanager.Secret`. */
export class Secret {
    /** Where it stands in its resource. */
    readonly at: Path = [];
    #versions: readonly ResourceFacts[] | undefined;

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
        readonly use: SecretUse,
    ) {}

    get region(): Known<string | undefined> {
        return this.stack.regionOf(this.resource);
    }

    /** An input: undefined when absent or empty. */
    value(name: string): unknown {
        const value = inputOf(this.resource, name);
        return value === "" ? undefined : value;
    }

    /** Its name for AWS; undefined where AWS or the engine makes one. */
    get name(): Known<string | undefined> {
        return textOf(this.value("name"));
    }

    /** How a finding names it. */
    get title(): string {
        return titleOf(this.resource);
    }

    get associations(): readonly Association[] {
        return this.use.associations;
    }

    get readings(): readonly SecretReading[] {
        return this.use.readings;
    }

    /** The versions that the stack makes and that are, or may be, the one that is read. */
    get versions(): readonly ResourceFacts[] {
        this.#versions ??= versionsOf(this.stack, this.resource).filter((version) => isCurrent(version) !== false);
        return this.#versions;
    }

    /** The policies that the stack gives it. */
    get policies(): readonly ResourceFacts[] {
        return policyResourcesOf(this.stack, this.resource);
    }
}

/** What a version holds, and where: undefined where it holds none of that kind. */
export interface StoredValue {
    readonly text: unknown;
    readonly binary: unknown;
    /** The input that holds the text. */
    readonly textPath: Path;
}

/** The value of a version. An empty text counts as one that is given. */
export function storedValue({ values }: ResourceFacts): StoredValue {
    const kept = member(values, "secretString") ?? undefined;
    return {
        text: kept ?? member(values, "secretStringWo") ?? undefined,
        binary: member(values, "secretBinary") ?? undefined,
        textPath: [kept === undefined ? "secretStringWo" : "secretString"],
    };
}

function textOf(value: unknown): Known<string | undefined> {
    if (isUnknown(value)) return UNKNOWN;
    return typeof value === "string" ? value : undefined;
}

/**
 * True for a version that is there as soon as its secret is: a template of CloudFormation writes the value into the
 * secret, and the version that is made of it has an id below the secret's.
 */
export function isPartOfSecret(version: ResourceFacts, secret: ResourceFacts): boolean {
    return version.id.startsWith(`${secret.id}/`);
}
