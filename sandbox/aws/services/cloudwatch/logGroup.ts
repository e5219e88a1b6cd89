import { amount, text } from "../../../provider/value";
import { Refusal } from "../../refusal";
import { arn } from "../../scope";
import type { ResourceTable } from "../../table";
import { first, isTaken, nameOf, patternRefusal } from "../common";

const TOKEN = "aws:cloudwatch/logGroup:LogGroup";
const NAME = /^[.\-_/#A-Za-z0-9]{1,512}$/;
const RETENTIONS = [
    ...[0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
];

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
export const logGroup: ResourceTable = {
    token: TOKEN,
    required: [],
    name: { property: "name", limit: 512 },
    taggable: true,
    defaults: { retentionInDays: 0, skipDestroy: false, logGroupClass: "STANDARD", deletionProtectionEnabled: false },
    computed: ["arn", "name", "namePrefix"],
    replaces: ["name", "namePrefix", "logGroupClass"],
    remembers: ["name", "arn"],
    make: (attempt) => {
        const name = nameOf(attempt);
        return { id: name, outputs: { name, arn: arn(attempt.scope, "logs", `log-group:${name}`) } };
    },
    refuse: (attempt) => {
        const name = text(attempt.inputs, "name");
        const retention = amount(attempt.inputs, "retentionInDays") ?? 0;
        return first(
            () =>
                name && !NAME.test(name)
                    ? patternRefusal("InvalidParameterException", name, "logGroupName", NAME)
                    : undefined,
            () =>
                RETENTIONS.includes(retention)
                    ? undefined
                    : new Refusal(
                          "InvalidParameterException",
                          `retentionInDays ${retention} is not one of ${RETENTIONS.join(", ")}`,
                      ),
            () =>
                isTaken(attempt, TOKEN, "name")
                    ? new Refusal("ResourceAlreadyExistsException", "The specified log group already exists")
                    : undefined,
        );
    },
    holds: ({ state }) =>
        state.deletionProtectionEnabled === true
            ? new Refusal("ValidationException", "Deletion protection is enabled for this log group")
            : undefined,
};
