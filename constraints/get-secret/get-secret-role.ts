import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { isPlaceholderAccount } from "../data/placeholders";
import { withProperties } from "../examples/configurations";
import { withSqlAndAction } from "../examples/rules";
import { parseArn } from "../facts/arn";
import { hasVariable } from "../facts/expressions";
import type { KafkaAction } from "../facts/kafkaAction";
import { literalText } from "../facts/secretCall";
import { callsIn, GET_SECRET, kindOf, ROLE } from "./calls";

const ARN = /^arn:[^:]+:iam::(\d+):role\/.+$/s;

export const getSecretRole = defineConstraint({
    id: "get-secret-role",
    subject: "kafkaAction",
    requirements: ["GS-ARGS-06", "IAM-PASS-02", "SQL-SET-06"],
    level: "mandatory",
    severity: "high",
    what: "The last argument of get_secret is the ARN of an IAM role in the rule's account, written as a text.",
    why: "AWS IoT takes no variable there and assumes no role of another account; the secret stays closed.",
    fix: `Write the ARN in quotes as the last argument, such as '${ROLE}'.`,
    source: GET_SECRET,
    check: (action) =>
        callsIn(action).flatMap(({ path, roleArn }): Verdict[] => {
            if (roleArn === undefined) return [];
            const arn = literalText(roleArn);
            if (arn !== undefined) return judge(action, path, arn);
            const rows = hasVariable(roleArn) ? ["GS-ARGS-06", "SQL-SET-06"] : ["GS-ARGS-06"];
            return [violation(path, `The role is ${kindOf(roleArn)}`, { requirements: rows })];
        }),
    examples: {
        valid: [
            { title: "a role of the account", stack: withRole(`'${ROLE}'`) },
            { title: "the founding page's role", stack: withRole("'arn:aws:iam::123456789012:role/role-name'") },
        ],
        invalid: [
            { title: "a role's name", stack: withRole("'iot-kafka-secrets'") },
            { title: "the ARN of a user", stack: withRole("'arn:aws:iam::209876543210:user/plant'") },
            { title: "a role of another account", stack: withRole("'arn:aws:iam::310987654321:role/secrets'") },
            { title: "a member of the message", stack: withRole("role") },
            {
                title: "a variable",
                stack: withSqlAndAction(`SET @r = '${ROLE}' SELECT * FROM 'a/b'`, {
                    key: "${get_secret('keys', 'SecretString', 'k', @r)}",
                }),
            },
        ],
    },
});

function judge(action: KafkaAction, path: Path, arn: string): Verdict[] {
    const account = ARN.exec(arn)?.[1];
    if (account !== undefined && isPlaceholderAccount(account)) {
        return [undetermined(path, "the account is a placeholder of the AWS pages")];
    }
    if (account?.length !== 12) {
        return [violation(path, `The role is ${show(arn)}, not the ARN of a role`, { requirements: ["GS-ARGS-06"] })];
    }
    const own = accountOf(action);
    if (own === undefined || own === account) return [];
    if (isUnknown(own) || isPlaceholderAccount(own)) return [undetermined(path, "the rule's account is not known yet")];
    const found = `The role belongs to account ${account}, the rule to ${own}`;
    return [violation(path, found, { requirements: ["GS-ARGS-06", "IAM-PASS-02"] })];
}

/** The rule's: where the stack does not tell it yet, that of its destination, which is in the rule's account or in none. */
function accountOf(action: KafkaAction): Known<string | undefined> {
    const { account } = action.stack.facts;
    const destination = action.value("destinationArn");
    if (!isUnknown(account) || typeof destination !== "string") return account;
    return parseArn(destination)?.account || UNKNOWN;
}

function withRole(role: string) {
    return withProperties({
        "sasl.scram.username": `\${get_secret('AmazonMSK_plant', 'SecretString', 'username', ${role})}`,
    });
}
