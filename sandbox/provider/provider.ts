import type { Properties } from "./value";

/** How the engine wants a resource named that has no name of its own (`pulumi:autonaming`). */
export interface Autonaming {
    /** `propose`: a suggestion; `enforce`: exactly this name; `disable`: no automatic name. */
    readonly mode: "propose" | "enforce" | "disable";
    readonly proposedName: string;
}

export interface CheckRequest {
    readonly urn: string;
    readonly olds: Properties;
    readonly news: Properties;
    /** The same for the same resource in the same update; empty when the engine gives none. */
    readonly randomSeed: Uint8Array;
    readonly autonaming?: Autonaming;
}

export interface CheckAnswer {
    readonly inputs: Properties;
    readonly failures: readonly { readonly property: string; readonly reason: string }[];
}

export interface DiffRequest {
    readonly id: string;
    readonly urn: string;
    /** The state as it was left. */
    readonly olds: Properties;
    /** The inputs that led to it. */
    readonly oldInputs: Properties;
    readonly news: Properties;
    readonly ignoreChanges: readonly string[];
}

/** One difference: the path as Pulumi writes it, and what it means. */
export interface Difference {
    readonly path: string;
    readonly kind: "add" | "delete" | "update";
    readonly replaces: boolean;
}

export interface DiffAnswer {
    readonly differences: readonly Difference[];
    readonly deleteBeforeReplace: boolean;
}

export interface CreateRequest {
    readonly urn: string;
    readonly inputs: Properties;
    readonly preview: boolean;
}

export interface UpdateRequest extends CreateRequest {
    readonly id: string;
    readonly olds: Properties;
}

export interface DeleteRequest {
    readonly id: string;
    readonly urn: string;
    readonly olds: Properties;
}

export interface ReadRequest extends DeleteRequest {
    readonly inputs: Properties;
}

export interface Made {
    readonly id: string;
    readonly state: Properties;
}

/** A resource provider as {@link serve} puts it on the wire: plain values in, plain values out, errors thrown. */
export interface Provider {
    /** Must satisfy the version that the program's SDK asks for. */
    readonly version: string;
    configure(settings: Properties): void;
    check(request: CheckRequest): CheckAnswer;
    diff(request: DiffRequest): DiffAnswer;
    create(request: CreateRequest): Promise<Made>;
    update(request: UpdateRequest): Promise<Properties>;
    delete(request: DeleteRequest): Promise<void>;
    /** Undefined when the resource is gone. */
    read(request: ReadRequest): Promise<(Made & { readonly inputs: Properties }) | undefined>;
    invoke(token: string, inputs: Properties): Promise<Properties>;
}

/** A resource that exists now but did not become what it should be; the engine keeps it in the state. */
export class CreationIncomplete extends Error {
    constructor(
        message: string,
        readonly id: string,
        readonly state: Properties,
        readonly inputs: Properties,
    ) {
        super(message);
        this.name = "CreationIncomplete";
    }
}
