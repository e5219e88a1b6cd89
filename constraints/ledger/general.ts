// biome-ignore-all format: a table, one requirement a line

import type { LedgerEntry } from "./ledgerEntry";

/** What holds of every check. */
export const GENERAL_LEDGER = [
    { id: "GEN-UNK-01", fact: "A value that is not known at preview is answered as undetermined, neither failed nor passed, and is judged again at update.", settled: "impossible", by: "the type Known, whose mark UNKNOWN a check answers as undetermined; the packs judge again at update" },
    { id: "GEN-UNK-02", fact: "Where a value is unknown, propertyDependencies of a stack policy still names the resource that produces it.", settled: "impossible", by: "the joins of the policy packs, which read propertyDependencies where a value is unknown" },
    { id: "GEN-ERR-01", fact: "Every Kafka check applies to the error action too.", settled: "impossible", by: "the subject kafkaAction, which the Kafka action of an error action is like any other" },
    { id: "GEN-STR-01", fact: "A property containing Calling [toString] on an [Output, [object Object], undefined or [secret] is a broken interpolation in the user's program." },
    { id: "GEN-REGION-01", fact: "The effective Region of a resource is its own region argument, else the provider's, and every comparison of Regions uses it.", settled: "impossible", by: "Stack.regionOf, which every comparison of Regions asks" },
    { id: "GEN-PH-01", fact: "Documentation placeholders copied into a program (for example account 123456789012 or 12345678910, region literally region, destination id VPCDestinationARN, subnet subnet-123456789101230456) are never deployable." },
] as const satisfies readonly LedgerEntry[];
