import { MSK_CREATE_CLUSTER } from "../cluster/pages";
import type { Finding } from "../core/finding";
import { type Facts, isRecord } from "../core/known";
import { iotGuide, KAFKA_ACTION_PARAMETERS, type Source } from "../core/source";
import { MSK_PASSWORDS } from "../kafka-action/pages";
import { checkForm } from "./checkForm";
import type { Form } from "./form";
import { KAFKA_TOPIC_RULE_FORM, VPC_DESTINATION_FORM } from "./forms";
import { IOT_KAFKA_PIPELINE_FORM } from "./iotKafkaPipelineForm";
import { KAFKA_CREDENTIALS_FORM } from "./kafkaCredentialsForm";
import { MSK_CLUSTER_FORM } from "./mskClusterForm";
import { PIPELINE_ALARMS_FORM } from "./pipelineAlarmsForm";
import {
    IOT_KAFKA_PIPELINE,
    KAFKA_CREDENTIALS,
    KAFKA_TOPIC_RULE,
    MSK_CLUSTER,
    PIPELINE_ALARMS,
    VPC_DESTINATION,
} from "./tokens";

/** How findings about the form of arguments are named: the compiler finds them too, where there is one. */
export const ARGUMENT_FORM = "argument-form";

const FORMS: Readonly<Record<string, { readonly form: Form; readonly source: Source }>> = {
    [KAFKA_TOPIC_RULE]: { form: KAFKA_TOPIC_RULE_FORM, source: KAFKA_ACTION_PARAMETERS },
    [IOT_KAFKA_PIPELINE]: { form: IOT_KAFKA_PIPELINE_FORM, source: KAFKA_ACTION_PARAMETERS },
    [KAFKA_CREDENTIALS]: { form: KAFKA_CREDENTIALS_FORM, source: MSK_PASSWORDS },
    [MSK_CLUSTER]: { form: MSK_CLUSTER_FORM, source: MSK_CREATE_CLUSTER },
    [PIPELINE_ALARMS]: { form: PIPELINE_ALARMS_FORM, source: iotGuide("metrics_dimensions") },
    [VPC_DESTINATION]: { form: VPC_DESTINATION_FORM, source: iotGuide("vpc-rule-action") },
};

/**
 * What is wrong with the form of a component's arguments, and the arguments with everything ill-formed in them marked
 * as unknown, so that a constraint does not speak of it again.
 */
export function formProblems(type: string, id: string, args: Facts): { sound: Facts; findings: Finding[] } {
    const expected = Object.hasOwn(FORMS, type) ? FORMS[type] : undefined;
    if (expected === undefined) return { sound: args, findings: [] };
    const { sound, problems } = checkForm(expected.form, args);
    const findings = problems.map(
        ({ path, found, fix }): Finding => ({
            constraint: ARGUMENT_FORM,
            requirements: [],
            level: "mandatory",
            severity: "high",
            resource: id,
            path,
            // The name of an argument keeps its first letter.
            message: `${found.replace(/^(it|there) /, (word) => word.charAt(0).toUpperCase() + word.slice(1))}.`,
            fix,
            url: expected.source.url,
        }),
    );
    return { sound: isRecord(sound) ? sound : {}, findings };
}
