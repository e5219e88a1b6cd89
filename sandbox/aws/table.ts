import type { Properties } from "../provider/value";
import type { Account } from "./account";
import type { Refusal } from "./refusal";
import type { Scope } from "./scope";

/** How a resource gets a name when the program gives it none. */
export interface AutomaticName {
    readonly property: string;
    /** Longest name. */
    readonly limit: number;
    /** What stands between the logical name and the suffix. @default "-" */
    readonly separator?: string;
    /** A change of the name that the service needs, for example an ending. */
    readonly shape?: (name: string, inputs: Properties) => string;
}

/** A request to create or update, with all values known. */
export interface Attempt {
    readonly moment: "create" | "update";
    readonly inputs: Properties;
    /** The state before an update. */
    readonly olds?: Properties;
    /** The id, once there is one. */
    readonly id?: string;
    readonly scope: Scope;
    readonly account: Account;
}

/** A resource that somebody wants to delete. */
export interface Held {
    readonly id: string;
    readonly state: Properties;
    readonly scope: Scope;
    readonly account: Account;
}

/** What became of a resource after it was made: the reason why it is broken, if it is. */
export type Settled = { readonly broken?: string; readonly outputs?: Properties };

/**
 * One AWS resource as the stand-in knows it: a table, read by the generic engine in awsStandIn.ts.
 *
 * It is written from AWS's and the provider's own documentation, and shares nothing with the product's catalogue.
 */
export interface ResourceTable {
    /** As @pulumi/aws registers it. */
    readonly token: string;
    /** Inputs without which a create is refused. */
    readonly required: readonly string[];
    readonly name?: AutomaticName;
    /** Whether it carries `tags` and `tagsAll`. @default false */
    readonly taggable?: boolean;
    /** Whether it belongs to a Region. @default true */
    readonly regional?: boolean;
    /** What an absent input is in the state. */
    readonly defaults?: Properties;
    /** Outputs that only AWS knows; unknown at preview, unless given as inputs. */
    readonly computed: readonly string[];
    /** Those of them that an update may change. */
    readonly volatile?: readonly string[];
    /** Input paths (without indexes) of which a change means a new resource. */
    readonly replaces: readonly string[];
    /** Input paths of which only some changes mean a new resource, as texts. */
    readonly replacesWhen?: Readonly<Record<string, (before: string, after: string) => boolean>>;
    /** Input paths that hold JSON: compared by meaning. */
    readonly documents?: readonly string[];
    /** Input paths of lists whose order means nothing. */
    readonly sets?: readonly string[];
    /** State that the engine must treat as secret. */
    readonly secrets?: readonly string[];
    /** State that other resources ask the account about; never secrets. */
    readonly remembers?: readonly string[];
    /** The inputs that reading an existing resource tells, so that it can be imported; what may be a secret left out. */
    readonly tells?: (inputs: Properties) => Properties;
    /** Computed outputs and id of a new resource. */
    readonly make: (attempt: Attempt) => { readonly id: string; readonly outputs: Properties };
    /** Computed outputs that an update changes. */
    readonly remake?: (attempt: Attempt) => Properties;
    /** Why AWS says no, if it does. */
    readonly refuse?: (attempt: Attempt) => Refusal | undefined;
    /** Whether a refusal of a create may pass by itself, so that the provider asks again for a while. */
    readonly passes?: (refusal: Refusal) => boolean;
    /** What happens after AWS has said yes: only for resources with states. Asked again for a while when it is broken. */
    readonly settle?: (attempt: Attempt & { readonly id: string }) => Settled;
    /** What a failure that a test orders after the create leaves behind. */
    readonly breaks?: (attempt: Attempt & { readonly id: string }) => void;
    /** How long AWS needs to delete it, in milliseconds; what it needs for that must stay as long. @default 0 */
    readonly lingers?: number;
    /** Why it cannot be deleted now; asked again for a while, as the provider does. Asked of a lasting account only. */
    readonly holds?: (held: Held) => Refusal | undefined;
    /** The input to blame when the resource is so broken that the next update must replace it. */
    readonly broken?: (held: Held) => string | undefined;
    /** What stays behind after deletion, for example a name that is still taken. */
    readonly buried?: (held: Held) => void;
}
