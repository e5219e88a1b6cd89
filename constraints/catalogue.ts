import { CLUSTER_CONSTRAINTS } from "./cluster";
import type { Constraint } from "./core/constraint";
import { DESTINATION_CONSTRAINTS } from "./destination";
import { GENERAL_CONSTRAINTS } from "./general";
import { GET_SECRET_CONSTRAINTS } from "./get-secret";
import { IAM_CONSTRAINTS } from "./iam";
import { KAFKA_ACTION_CONSTRAINTS } from "./kafka-action";
import { MSK_CONFIGURATION_CONSTRAINTS } from "./msk-configuration";
import { NETWORK_CONSTRAINTS } from "./network";
import { OBSERVABILITY_CONSTRAINTS } from "./observability";
import { SECRET_CONSTRAINTS } from "./secret";
import { TEMPLATE_CONSTRAINTS } from "./template";
import { TOPIC_RULE_CONSTRAINTS } from "./topic-rule";

/** Every constraint there is, in the order in which findings are listed. */
export const CATALOGUE: readonly Constraint[] = [
    ...GENERAL_CONSTRAINTS,
    ...TOPIC_RULE_CONSTRAINTS,
    ...KAFKA_ACTION_CONSTRAINTS,
    ...TEMPLATE_CONSTRAINTS,
    ...GET_SECRET_CONSTRAINTS,
    ...DESTINATION_CONSTRAINTS,
    ...NETWORK_CONSTRAINTS,
    ...OBSERVABILITY_CONSTRAINTS,
    ...IAM_CONSTRAINTS,
    ...CLUSTER_CONSTRAINTS,
    ...MSK_CONFIGURATION_CONSTRAINTS,
    ...SECRET_CONSTRAINTS,
];
