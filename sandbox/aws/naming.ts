import { createHash, randomBytes } from "node:crypto";
import type { CheckRequest } from "../provider/provider";
import { type Properties, texts } from "../provider/value";
import type { AutomaticName } from "./table";

/** Where the bridge for Terraform providers notes which inputs it made up itself. */
const DEFAULTS = "__defaults";

/** The inputs with a name: the program's, the one from before, or a new one made of the logical name and seven digits. */
export function named(inputs: Properties, request: CheckRequest, rule: AutomaticName | undefined): Properties {
    if (!rule || inputs[rule.property] !== undefined || inputs[`${rule.property}Prefix`] !== undefined) {
        return inputs;
    }
    const name = kept(request.olds, rule) ?? proposed(request, rule, inputs);
    return name === undefined ? inputs : { ...inputs, [rule.property]: name, [DEFAULTS]: [rule.property] };
}

/** Whether the name was made up here, so that two generations can live side by side. */
export function isAutomatic(inputs: Properties, rule: AutomaticName): boolean {
    return texts(inputs, DEFAULTS).includes(rule.property);
}

function kept(olds: Properties, rule: AutomaticName): Properties[string] {
    return isAutomatic(olds, rule) ? olds[rule.property] : undefined;
}

function proposed(request: CheckRequest, rule: AutomaticName, inputs: Properties): string | undefined {
    const { autonaming } = request;
    if (autonaming?.mode === "disable") {
        return undefined;
    }
    if (autonaming?.mode === "enforce") {
        return autonaming.proposedName;
    }
    const shape = rule.shape ?? ((name: string) => name);
    if (autonaming?.proposedName) {
        return shape(autonaming.proposedName, inputs);
    }
    const suffix = (rule.separator ?? "-") + sevenDigits(request.randomSeed);
    const logical = request.urn.split("::").slice(3).join("::");
    return shape(logical.slice(0, rule.limit - suffix.length) + suffix, inputs);
}

/** The same digits for the same seed: preview and update must agree within one run. */
function sevenDigits(seed: Uint8Array): string {
    const bytes = seed.length > 0 ? createHash("sha256").update(seed).digest() : randomBytes(4);
    return bytes.toString("hex").slice(0, 7);
}
