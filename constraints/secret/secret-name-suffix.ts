import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import { CREATE_SECRET } from "./pages";

export const secretNameSuffix = defineConstraint({
    id: "secret-name-suffix",
    subject: "secret",
    joins: true,
    requirements: ["SEC-NAME-03"],
    level: "advisory",
    severity: "low",
    what: "A secret's name does not end in a hyphen and six letters or digits.",
    why: "It looks like the suffix that Secrets Manager adds to ARNs: a search by partial ARN may find another secret, or none.",
    fix: "End the name otherwise, for example with more or fewer characters.",
    source: CREATE_SECRET,
    check: ({ name }) => {
        if (isUnknown(name)) return undetermined(["name"]);
        if (name === undefined || !/-[A-Za-z0-9]{6}$/.test(name)) return undefined;
        return violation(["name"], `The name ${show(name)} ends in a hyphen and six characters`);
    },
    examples: {
        valid: [
            { title: "no hyphen", stack: scramUser() },
            { title: "five characters", stack: scramUser({ secret: { name: "AmazonMSK_plant-north" } }) },
            { title: "a name that Pulumi has made", stack: scramUser({ secret: { name: "AmazonMSK_plant-1a2b3c4" } }) },
        ],
        invalid: [{ title: "six characters", stack: scramUser({ secret: { name: "AmazonMSK_plant-AbCdEf" } }) }],
    },
});
