import type { Constraint } from "../core/constraint";
import { duplicateKafkaAction } from "./duplicate-kafka-action";
import { errorActionExternalFunction } from "./error-action-external-function";
import { errorActionKind } from "./error-action-kind";
import { errorActionLoop } from "./error-action-loop";
import { errorActionPresent } from "./error-action-present";
import { errorActionSameTarget } from "./error-action-same-target";
import { functionArguments } from "./function-arguments";
import { functionKnown } from "./function-known";
import { ruleActionCount } from "./rule-action-count";
import { ruleActionKind } from "./rule-action-kind";
import { ruleActionPresent } from "./rule-action-present";
import { ruleEnabled } from "./rule-enabled";
import { ruleName } from "./rule-name";
import { ruleNameUnique } from "./rule-name-unique";
import { rulePayloadNearLimit } from "./rule-payload-near-limit";
import { rulePayloadSize } from "./rule-payload-size";
import { ruleRequiredFields } from "./rule-required-fields";
import { ruleTargetRegion } from "./rule-target-region";
import { sqlConstantArguments } from "./sql-constant-arguments";
import { sqlFrom } from "./sql-from";
import { sqlHyphenatedName } from "./sql-hyphenated-name";
import { sqlProtobufCalls } from "./sql-protobuf-calls";
import { sqlSelectValue } from "./sql-select-value";
import { sqlSyntax } from "./sql-syntax";
import { sqlTemplates } from "./sql-templates";
import { sqlVariableCount } from "./sql-variable-count";
import { sqlVariableName } from "./sql-variable-name";
import { sqlVariablePayload } from "./sql-variable-payload";
import { sqlVariableUnique } from "./sql-variable-unique";
import { sqlVersion } from "./sql-version";
import { sqlVersionBeta } from "./sql-version-beta";
import { sqlVersionFeatures } from "./sql-version-features";
import { sqlVersionFunctions } from "./sql-version-functions";
import { sqlVersionIsnull } from "./sql-version-isnull";
import { sqlVersionRecommended } from "./sql-version-recommended";
import { sqlWhereAlias } from "./sql-where-alias";
import { topicFilterBasicIngest } from "./topic-filter-basic-ingest";
import { topicFilterSize } from "./topic-filter-size";
import { topicFilterWide } from "./topic-filter-wide";
import { topicFilterWildcards } from "./topic-filter-wildcards";

/** What AWS documents about the rule around the action: its name, its SQL, its error action. */
export const TOPIC_RULE_CONSTRAINTS: readonly Constraint[] = [
    ruleName,
    ruleNameUnique,
    ruleRequiredFields,
    ruleEnabled,
    rulePayloadSize,
    rulePayloadNearLimit,
    ruleActionPresent,
    ruleActionCount,
    ruleActionKind,
    ruleTargetRegion,
    duplicateKafkaAction,
    errorActionPresent,
    errorActionKind,
    errorActionSameTarget,
    errorActionExternalFunction,
    errorActionLoop,
    sqlSyntax,
    sqlVersion,
    sqlVersionRecommended,
    sqlVersionBeta,
    sqlVersionFeatures,
    sqlVersionFunctions,
    sqlVersionIsnull,
    sqlFrom,
    topicFilterWildcards,
    topicFilterSize,
    topicFilterBasicIngest,
    topicFilterWide,
    sqlSelectValue,
    sqlWhereAlias,
    sqlTemplates,
    sqlHyphenatedName,
    functionKnown,
    functionArguments,
    sqlConstantArguments,
    sqlProtobufCalls,
    sqlVariableName,
    sqlVariableUnique,
    sqlVariableCount,
    sqlVariablePayload,
];
