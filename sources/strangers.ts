import { isRecord, member } from "../constraints/core/known";

const FORMATS =
    "Give a topic rule payload, a CloudFormation template, the output of terraform show -json, or a Pulumi stack export or preview.";

/** What is said of a document that is none of those that are read: where it is nearly one, how to get that. */
export function strangerSentence(value: unknown): string {
    if (!isRecord(value)) return `This is none of the formats that are read. ${FORMATS}`;
    if (Object.hasOwn(value, "terraform_version") && Object.hasOwn(value, "resources"))
        return "This is a Terraform state file. Give the output of terraform show -json.";
    if (Object.hasOwn(value, "runtime") && typeof value.name === "string")
        return "This is a Pulumi project. Give the output of pulumi preview --json or pulumi stack export.";
    if (Array.isArray(member(value, "rules")))
        return "This is a list of rules. Give the output of aws iot get-topic-rule for one of them.";
    return `This is none of the formats that are read. ${FORMATS}`;
}
