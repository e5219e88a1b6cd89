/** The part of the policy server that reads what the engine sends. */
interface Reading {
    deserializeProperties(properties: object, keepsSecrets: boolean): object;
}

/**
 * Has the policy server of this process read the properties of each resource once. It reads them anew for every policy,
 * so that one that changes what it is given disturbs no other: with hundreds of policies that takes most of a pack's
 * time. Policies of this package change nothing, so a pack that holds no others may share what was read. Remediations,
 * which do change it, are given their own as before.
 *
 * This reaches into @pulumi/policy; a version that is made otherwise reads as often as it would have.
 */
export function readRequestsOnce(reading: Reading | undefined = readingOfServer()): void {
    const read = reading?.deserializeProperties;
    if (reading === undefined || typeof read !== "function") return;
    const known = new WeakMap<object, object>();
    reading.deserializeProperties = (properties, keepsSecrets) => {
        if (keepsSecrets !== false) return read(properties, keepsSecrets);
        let values = known.get(properties);
        if (values === undefined) {
            values = read(properties, keepsSecrets);
            known.set(properties, values);
        }
        return values;
    };
}

function readingOfServer(): Reading | undefined {
    try {
        return require("@pulumi/policy/deserialize") as Reading;
    } catch {
        return undefined;
    }
}
