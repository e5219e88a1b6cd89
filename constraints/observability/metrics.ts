/** The metrics of an action, which have the dimensions RuleName and ActionType. */
export const ACTION_METRICS = ["Success", "Failure", "ErrorActionSuccess", "ErrorActionFailure"];

/** The metrics of a rule, which have the dimension RuleName. The last is the newer name of the one before it. */
export const RULE_METRICS = [
    "TopicMatch",
    "ParseError",
    "RuleNotFound",
    "RuleMessageThrottled",
    "RuleExecutionThrottled",
];

/** Metrics that only actions of other kinds have. */
export const OTHER_METRICS = ["HttpCode_Other", "HttpCode_4XX", "HttpCode_5XX"];

export const NAMESPACE = "AWS/IoT";

export const RULE_NAME = "RuleName";
export const ACTION_TYPE = "ActionType";
