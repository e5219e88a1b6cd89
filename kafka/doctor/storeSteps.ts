import type { Properties, PropertyProblem } from "../client";
import { keysOf, readStoreText, trustedOf } from "../stores";
import { nameOf } from "../stores/names";
import { notReached, passed, type StepOfAction } from "./doctorStep";

/** What is known of the stores of a client before anybody connects. */
export function storeSteps(
    properties: Properties,
    unresolved: readonly string[],
    problems: readonly PropertyProblem[],
): StepOfAction[] {
    const trust = stepOf("truststore", unresolved, problems);
    const steps = [trust ?? passed("truststore", "ssl.truststore", trustIn(properties))];
    const key = stepOf("keystore", unresolved, problems);
    if (key) steps.push(key);
    else if (properties["ssl.keystore"] !== undefined) {
        steps.push(passed("keystore", "ssl.keystore", keyIn(properties)));
    }
    return steps;
}

/** The worst problem of a store. Advice fails no step: the store works. */
function stepOf(
    step: "truststore" | "keystore",
    unresolved: readonly string[],
    problems: readonly PropertyProblem[],
): StepOfAction | undefined {
    if ([`ssl.${step}`, `ssl.${step}.password`].some((name) => unresolved.includes(name))) {
        return notReached(step, `ssl.${step}`, "its values could not be had");
    }
    const own = problems.filter((problem) => problem.step === step);
    const worst = own.find(({ level }) => level === "error") ?? own[0];
    if (!worst) return undefined;
    const { code, cause, fix } = worst;
    return { step, target: `ssl.${step}`, ok: worst.level !== "error", code, cause, fix };
}

function trustIn(properties: Properties): string {
    const text = properties["ssl.truststore"];
    if (text === undefined) {
        return "There is none, so AWS IoT trusts what Amazon's own authorities signed, as on Amazon MSK.";
    }
    const read = readStoreText(text, properties["ssl.truststore.password"], { withKeys: false });
    if (!read.ok) return "It opens.";
    const certificates = trustedOf(read.store).map(({ certificate }) => certificate);
    const names = certificates.slice(0, 3).map(nameOf).join("; ");
    const more = certificates.length > 3 ? ` and ${certificates.length - 3} more` : "";
    const amazon = certificates.filter(({ subject }) => /^O=(Amazon|Starfield Technologies, Inc\.)$/m.test(subject));
    const known =
        certificates.length > 0 && amazon.length === certificates.length
            ? ", all of them Amazon's, which AWS IoT trusts without a trust store too"
            : "";
    return `${read.store.format}, trusts ${names}${more}${known}.`;
}

function keyIn(properties: Properties): string {
    const read = readStoreText(properties["ssl.keystore"] ?? "", properties["ssl.keystore.password"], {
        keyPassword: properties["ssl.key.password"],
    });
    const [leaf] = (read.ok ? keysOf(read.store)[0]?.chain : undefined) ?? [];
    if (!read.ok || !leaf) return "It opens.";
    const until = new Date(leaf.validTo).toISOString().slice(0, 10);
    return `${read.store.format}, holds the key of ${nameOf(leaf)}, valid until ${until}.`;
}
