import { notReached, type StepOfAction } from "./doctorStep";

/** Failures of a TLS handshake that a store with a mistake explains. */
const BY_STORES: Readonly<Record<string, readonly string[]>> = {
    truststore: ["tls-authority-unknown", "tls-certificate-wrong"],
    keystore: ["tls-client-certificate-missing", "tls-client-certificate-refused", "tls-closed", "request-closed"],
};

const OF_KERBEROS = /^(kdc|keytab)-/;

/**
 * A step that failed only because of something that was found before: it is told as not reached, so that one mistake has
 * one cause.
 */
export function withoutConsequences(step: StepOfAction, before: readonly StepOfAction[]): StepOfAction {
    if (step.ok !== false) return step;
    const cause = before.find((earlier) => earlier.ok === false && explains(earlier, step));
    return cause ? notReached(step.step, step.target, because([cause])) : step;
}

function explains(earlier: StepOfAction, { code }: StepOfAction): boolean {
    if (OF_KERBEROS.test(code)) return earlier.step === "kdc" || earlier.code === code;
    return Object.keys(BY_STORES).some(
        (store) => BY_STORES[store]!.includes(code) && (earlier.step === store || isAbout(earlier, `ssl.${store}`)),
    );
}

/** A property that is missing has no step of its own. */
function isAbout({ step, target, cause }: StepOfAction, property: string): boolean {
    return (step === "properties" || step === "secrets") && `${target} ${cause}`.includes(property);
}

/** What failed first, for steps that were not reached because of it. */
export function because(steps: readonly StepOfAction[]): string {
    const failing = steps.find(({ ok }) => ok === false);
    return failing ? `${failing.step} failed at ${failing.target}` : "there was no time left";
}
