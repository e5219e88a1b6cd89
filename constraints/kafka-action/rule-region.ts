import { defineConstraint } from "../core/constraint";
import { isUnknown, member, UNKNOWN } from "../core/known";
import { listOption } from "../core/options";
import { nearest, show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { isPlaceholderRegion } from "../data/placeholders";
import { IOT_CORE_REGIONS } from "../data/regions";
import { action, DESTINATION_ARN, rule } from "../examples/configurations";
import { IOT_CORE_QUOTAS } from "./pages";

export const ruleRegion = defineConstraint({
    id: "rule-region",
    subject: "topicRule",
    requirements: ["KAFKA-REGION-01"],
    level: "mandatory",
    severity: "high",
    what: "The rule is in a Region that has AWS IoT Core.",
    why: "Amazon MSK is in more Regions than AWS IoT Core: in the others there is no endpoint to make the rule at.",
    fix: "Make the rule and its destination in a Region that has AWS IoT Core; brokers elsewhere can be reached over VPC peering.",
    source: IOT_CORE_QUOTAS,
    options: { additional: listOption("Regions that AWS IoT Core has come to since this list was made.", []) },
    check: (rule, { additional }) => {
        const { region } = rule;
        if (region === undefined) return undefined;
        const path = member(rule.resource.values, "region") === undefined ? [] : ["region"];
        if (isUnknown(region)) return undetermined(path, "the Region is not known yet");
        if (isPlaceholderRegion(region)) return undetermined(path, "the Region is a placeholder of the AWS pages");
        if (IOT_CORE_REGIONS.includes(region) || additional.includes(region)) return undefined;
        const meant = nearest(region, IOT_CORE_REGIONS);
        const isMisspelt =
            meant !== undefined && meant.replaceAll("-", "") === region.toLowerCase().replace(/[^a-z0-9]/g, "");
        return violation(path, `The Region is ${show(region)}`, isMisspelt ? { fix: `Did you mean ${meant}?` } : {});
    },
    examples: {
        valid: [
            { title: "Ireland", stack: inRegion("eu-west-1") },
            { title: "a Region that is not known yet", stack: inRegion(UNKNOWN) },
            {
                title: "a Region that the option adds",
                stack: inRegion("mx-central-1"),
                options: { additional: ["mx-central-1"] },
            },
        ],
        invalid: [
            { title: "Cape Town", stack: inRegion("af-south-1") },
            { title: "Osaka", stack: inRegion("ap-northeast-3") },
            { title: "a misspelt Region", stack: inRegion("useast1") },
            {
                title: "a Region of the rule's own",
                stack: rule([action(undefined, { destinationArn: inArn("ca-west-1") })], { region: "ca-west-1" }),
            },
        ],
    },
});

function inRegion(region: string | typeof UNKNOWN) {
    return rule(
        [action(undefined, { destinationArn: typeof region === "string" ? inArn(region) : UNKNOWN })],
        {},
        region,
    );
}

function inArn(region: string): string {
    return DESTINATION_ARN.replace("us-east-1", region);
}
