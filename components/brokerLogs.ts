import { LogGroup } from "@pulumi/aws/cloudwatch";
import type { ComponentResource, Input } from "@pulumi/pulumi";
import { brokerLogGroupNameOf, type NamedIn } from "../constraints/components/names";
import { withPreset } from "./inputs";
import type { BrokerLogs } from "./mskClusterArgs";
import type { Optional } from "./oneOf";

const RETENTION_DAYS = 30;

export interface BrokerLogsArgs {
    readonly logs?: BrokerLogs;
    readonly region?: Optional<string>;
    readonly tags?: Optional<Record<string, Input<string>>>;
}

/**
 * The log group that the brokers write to, encrypted with the cluster's own key where it has one: a key that was given
 * need not let CloudWatch Logs use it (https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html).
 */
export function createBrokerLogs(
    component: ComponentResource,
    named: NamedIn,
    kmsKeyId: Input<string> | undefined,
    { logs, region, tags }: BrokerLogsArgs,
): LogGroup {
    const retentionDays = typeof logs === "object" ? logs.retentionDays : undefined;
    return new LogGroup(
        `${named.name}-logs`,
        {
            name: brokerLogGroupNameOf(named),
            kmsKeyId,
            retentionInDays: withPreset(retentionDays as Input<number> | undefined, RETENTION_DAYS),
            region,
            tags,
        },
        { parent: component },
    );
}
