import type { ClientProperty } from "../facts/clientProperties";

/** The member of a secret of Amazon MSK that each client property of SASL/SCRAM is read from. */
export const SCRAM_MEMBERS: readonly { readonly property: ClientProperty; readonly member: string }[] = [
    { property: "sasl.scram.username", member: "username" },
    { property: "sasl.scram.password", member: "password" },
];
