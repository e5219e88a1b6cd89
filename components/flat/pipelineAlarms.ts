import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { iotGuide } from "../../constraints/core/source";
import { PipelineAlarms as Made } from "../pipelineAlarms";
import { component } from "./component";
import { nested } from "./nested";
import type { PipelineAlarmsArgs } from "./pipelineAlarmsArgs";
import { PIPELINE_ALARMS_SHAPE } from "./shapes";

/**
 * Alarms of CloudWatch on a rule, its error action, the brokers, an idle destination and a certificate that runs out, a
 * dashboard of the same, and a topic that alarms are sent to.
 */
export class PipelineAlarms extends component(Made) {
    /** ARNs of the alarms by what they tell: `failures`, `idle`, `disk-1` and so on. */
    declare readonly alarmArns: Output<Record<string, string>>;
    /** The topic that they are sent to, made or given; none when that was refused. */
    declare readonly topicArn: Output<string | undefined>;
    /** Name of the dashboard; none when it was refused. */
    declare readonly dashboardName: Output<string | undefined>;

    constructor(name: string, args: PipelineAlarmsArgs, opts?: ComponentResourceOptions) {
        super(name, nested(name, args, PIPELINE_ALARMS_SHAPE, iotGuide("metrics_dimensions")), opts);
    }
}
