import { ACCOUNT_FAILURES } from "./account";
import { childKind } from "./children";
import type { KnownFailure, Operation } from "./failure";
import { GENERAL_FAILURES } from "./general";
import { IOT_FAILURES } from "./iot";
import { MSK_FAILURES } from "./msk";

/** A child of a component that a service has failed to create, update or delete. */
export interface FailedChild {
    /** The component, as a user knows it: `IotKafkaPipeline telemetry`. */
    readonly component: string;
    /** The child's type token. */
    readonly type: string;
    /** The child's name in the program. */
    readonly name: string;
    readonly operation: Operation;
    /** What the service said. It is read, and never repeated: it may hold what should not be shown. */
    readonly error: string;
}

const FAILURES: readonly KnownFailure[] = [...IOT_FAILURES, ...MSK_FAILURES, ...ACCOUNT_FAILURES, ...GENERAL_FAILURES];

const DONE: Readonly<Record<Operation, string>> = { create: "made", update: "changed", delete: "deleted" };
const COMMAND: Readonly<Record<Operation, string>> = {
    create: "Then run `pulumi up` again: what was made is kept, and what is missing is made.",
    update: "Then run `pulumi up` again: what was changed is kept, and the rest is changed.",
    delete: "Then run the same command again: the rest is deleted.",
};

/** What services say begins with what has happened. */
const READ_AT_MOST = 4_000;

/** What has failed, why in all probability, and what to do, in some lines. */
export function explainFailure({ component, type, name, operation, error }: FailedChild): string {
    const { noun, source } = childKind(type);
    const said = error.slice(0, READ_AT_MOST);
    const found = FAILURES.find((one) => isAbout(one, type, operation, said));
    return [
        `${component}: ${noun} "${name}" could not be ${DONE[operation]}.`,
        ...causesIn(found),
        `What to do: ${found?.remedy ?? "Mend what the message of the service names, which stands beside this one."}`,
        COMMAND[operation],
        `See: ${(found?.source ?? source).page} ${(found?.source ?? source).url}`,
    ].join("\n");
}

function causesIn(found: KnownFailure | undefined): string[] {
    if (found === undefined) return ["Probable cause: this answer of the service is not known to this package."];
    const [only, ...more] = found.causes;
    if (more.length === 0) return [`Probable cause: ${only}`];
    return ["Probable causes, the first one most of all:", ...found.causes.map((cause) => `  - ${cause}`)];
}

function isAbout(
    { types, operations, says }: KnownFailure,
    type: string,
    operation: Operation,
    error: string,
): boolean {
    return (types?.includes(type) ?? true) && (operations?.includes(operation) ?? true) && says.test(error);
}
