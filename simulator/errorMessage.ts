/**
 * What AWS IoT hands to the error action of a rule.
 * https://docs.aws.amazon.com/iot/latest/developerguide/rule-error-handling.html#rule-error-message-format
 */
export interface ErrorMessage {
    readonly ruleName: string | null;
    readonly topic: string;
    readonly cloudwatchTraceId: string | null;
    readonly clientId: string;
    readonly base64OriginalPayload: string;
    readonly failures: readonly Failure[];
}

/** An action that failed. The service words `errorMessage` in its own way. */
export interface Failure {
    readonly failedAction: "KafkaAction";
    readonly failedResource: string;
    readonly errorMessage: string;
}
