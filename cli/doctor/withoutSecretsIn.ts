import { isSensitiveProperty, redact, secretsOf } from "../../constraints/core/redact";
import type { ActionToTry, DoctorReport } from "../../kafka/doctor";

/**
 * A report without the secrets with which things were tried. No step puts one into its texts; brokers, KDCs and services
 * answer in words of their own, and this is the second lock on the same door.
 */
export function withoutSecretsIn(report: DoctorReport, actions: readonly ActionToTry[]): DoctorReport {
    const values = actions.flatMap(({ properties }) =>
        Object.entries(properties).filter(([name]) => isSensitiveProperty(name) && !name.endsWith(".username")),
    );
    const secrets = secretsOf(values.map(([, value]) => ({ secretString: value })));
    const steps = report.steps.map((step) => ({
        ...step,
        cause: redact(step.cause, secrets),
        fix: redact(step.fix, secrets),
    }));
    return { ...report, steps };
}
