import { isUnknown } from "../core/known";
import type { Path } from "../core/path";
import type { PolicyDocument } from "./policyDocument";
import type { PlacedDocument } from "./roleDocuments";
import type { ResourceFacts, Stack } from "./stack";

/** A policy document that gives a role of AWS IoT its rights or its trust. Paths start at the resource. */
export class PolicyText {
    readonly at: Path = [];

    constructor(
        readonly stack: Stack,
        readonly placed: PlacedDocument,
    ) {}

    get resource(): ResourceFacts {
        return this.placed.resource;
    }

    /** Undefined where it is not known, or absent. */
    get document(): PolicyDocument | undefined {
        const { document } = this.placed;
        return isUnknown(document) ? undefined : document;
    }

    /** False where the document, its version or its statements are not known yet. */
    get isKnown(): boolean {
        const { document } = this.placed;
        if (isUnknown(document)) return false;
        if (document === undefined || document.problems.length > 0) return true;
        return !isUnknown(document.version) && !isUnknown(document.statements);
    }

    /** Where something in the document stands. */
    pathOf(inner: Path): Path {
        return [...this.placed.at, ...inner];
    }
}
