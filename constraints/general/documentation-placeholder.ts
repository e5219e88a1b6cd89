import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_EXAMPLES } from "../core/source";
import { violation } from "../core/verdict";
import { placeholdersIn } from "../data/placeholders";
import { withAction, withDestination, withProperties } from "../examples/configurations";
import { textsIn } from "../facts/resource";

const ROLE = "arn:aws:iam::123456789012:role/kafka-get-secret-role-name";

export const documentationPlaceholder = defineConstraint({
    id: "documentation-placeholder",
    subject: "resource",
    requirements: ["GEN-PH-01"],
    level: "advisory",
    severity: "medium",
    what: "No account, Region or id is one that an AWS page prints as a sample.",
    why: "It stands for a value of your own and cannot be deployed.",
    fix: "Put your own account, Region and ids in its place.",
    source: KAFKA_ACTION_EXAMPLES,
    check: (resource) =>
        textsIn(resource.values, [], (text) => placeholdersIn(text).length > 0).map(({ path, text }) =>
            violation(path, `It holds the placeholder ${placeholdersIn(text).join(", ")}`),
        ),
    examples: {
        valid: [
            { title: "one's own account and Region", stack: withAction({}) },
            { title: "the number of an account outside an ARN", stack: withAction({ topic: "123456789012" }) },
        ],
        invalid: [
            {
                title: "the founding page's destination",
                stack: withAction({
                    destinationArn: "arn:aws:iot:region:123456789012:ruledestination/vpc/VPCDestinationARN",
                }),
            },
            {
                title: "the founding page's role in a template",
                stack: withProperties({
                    "sasl.scram.password": `\${get_secret('AmazonMSK_plant', 'SecretString', 'password', '${ROLE}')}`,
                }),
            },
            {
                title: "an account with one digit too few",
                stack: withDestination({ roleArn: "arn:aws:iam::12345678910:role/interfaces" }),
            },
            { title: "the VPC page's subnet", stack: withDestination({ subnetIds: ["subnet-123456789101230456"] }) },
        ],
    },
});
