import { MetricAlarm } from "@pulumi/aws/cloudwatch";
import {
    all,
    ComponentResource,
    type ComponentResourceOptions,
    getProject,
    getStack,
    type Output,
    output,
} from "@pulumi/pulumi";
import { PIPELINE_ALARMS, urnOf } from "../constraints/components";
import type { NamedIn } from "../constraints/components/names";
import { alarmNameOf } from "../constraints/components/pipelineAlarmsNames";
import { wanted } from "./alarms";
import { createDashboard } from "./alarmsDashboard";
import { alarmsOfBrokers } from "./alarmsOfBrokers";
import { alarmOfCertificate } from "./alarmsOfCertificate";
import { alarmsOfRule } from "./alarmsOfRule";
import { alarmTopicArn } from "./alarmsTopic";
import { withExplanations } from "./failures";
import { gate } from "./gate";
import { hasType } from "./hasType";
import type { PipelineAlarmsArgs, PipelineAlarmsOutputs } from "./pipelineAlarmsArgs";
import { placeOf } from "./place";

/**
 * Alarms of CloudWatch on a rule, its error action, the brokers, an idle destination and a certificate that runs out, a
 * dashboard of the same, and a topic that alarms are sent to. Each alarm can be refused in words.
 *
 * Its arguments are checked before a resource exists: everything wrong with them is in one `ResourceError`. An Output
 * among them is checked when it resolves.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/metrics_dimensions.html
 */
export class PipelineAlarms extends ComponentResource {
    /** @internal */
    static readonly __pulumiType = PIPELINE_ALARMS;

    /** True for `PipelineAlarms`, even of another copy of this package. */
    static override isInstance(candidate: unknown): candidate is PipelineAlarms {
        return hasType(candidate, PIPELINE_ALARMS);
    }

    /** ARNs of the alarms by what they tell: `failures`, `idle`, `disk-1` and so on. */
    readonly alarmArns: Output<Record<string, string>>;
    /** The topic that they are sent to, made or given; undefined with `notify: "none"`. */
    readonly topicArn: Output<string | undefined>;
    /** Name of the dashboard; undefined with `dashboard: "none"`. */
    readonly dashboardName: Output<string | undefined>;

    /** @throws ResourceError naming every argument that is wrong */
    constructor(name: string, args: PipelineAlarmsArgs, opts?: ComponentResourceOptions) {
        super(PIPELINE_ALARMS, name, args ?? {}, withExplanations(PIPELINE_ALARMS, name, opts));
        const outputs = createPipelineAlarms(this, name, args);
        this.alarmArns = outputs.alarmArns;
        this.topicArn = outputs.topicArn;
        this.dashboardName = outputs.dashboardName;
        this.registerOutputs({ ...outputs });
    }
}

/** Makes what `PipelineAlarms` are made of, as children of `component`. */
export function createPipelineAlarms(
    component: ComponentResource,
    name: string,
    given: PipelineAlarmsArgs,
): PipelineAlarmsOutputs {
    const named = { project: getProject(), stack: getStack(), name };
    const urn = urnOf(PIPELINE_ALARMS, named);
    return makePipelineAlarms(component, named, gate({ component, type: PIPELINE_ALARMS, urn, name }, given));
}

/** The same with arguments that somebody has checked. */
export function makePipelineAlarms(
    component: ComponentResource,
    named: NamedIn,
    args: PipelineAlarmsArgs,
): PipelineAlarmsOutputs {
    const { region, tags } = args;
    const place = placeOf(component, region);
    const topicArn = alarmTopicArn(component, named, place, args);
    const actions = topicArn === undefined ? {} : { alarmActions: [topicArn], okActions: [topicArn] };
    const alarms = wanted(alarmsOfRule(args), alarmsOfBrokers(args), alarmOfCertificate(args)).map(
        ({ name, inputs }) => ({
            name,
            alarm: new MetricAlarm(
                `${named.name}-${name}`,
                { name: alarmNameOf(named, name), ...inputs, ...actions, region, tags },
                { parent: component },
            ),
        }),
    );
    const arns = all(alarms.map(({ alarm }) => alarm.arn));
    const dashboard = createDashboard(component, named, place, args, arns);
    return {
        alarmArns: arns.apply((known) => Object.fromEntries(alarms.map(({ name }, index) => [name, known[index]!]))),
        topicArn: output(topicArn),
        dashboardName: output(dashboard?.dashboardName),
    };
}
