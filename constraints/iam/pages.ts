import { iotGuide, page } from "../core/source";

/** Who may assume a role, and which one the rules engine needs. */
export const ROLE_FOR_RULES = iotGuide("iot-create-role");

/** Conditions that keep other people's rules from using a role. */
export const CONFUSED_DEPUTY = iotGuide("cross-service-confused-deputy-prevention");

/** The narrow form of the interface role's policy. */
export const VPC_DESTINATION = iotGuide("vpc-rule-action");

/** How IAM comes to an answer. */
export const EVALUATION = page(
    "Policy evaluation logic",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
);

/** The elements of a policy document. */
export const POLICY_ELEMENTS = page(
    "IAM JSON policy element reference",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html",
);

/** What the operators of conditions compare. */
export const CONDITION_OPERATORS = page(
    "IAM JSON policy elements: condition operators",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
);

/** What a caller of GetSecretValue needs. */
export const GET_SECRET_VALUE = page(
    "GetSecretValue",
    "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html",
);

/** Which actions of EC2 know resources. */
export const EC2_ACTIONS = page(
    "Actions, resources, and condition keys for Amazon EC2",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
);
