import { text } from "../../../provider/value";
import { Refusal } from "../../refusal";
import type { ResourceTable } from "../../table";

const LEVELS = ["DEBUG", "INFO", "ERROR", "WARN", "DISABLED"];

/** https://docs.aws.amazon.com/iot/latest/apireference/API_SetV2LoggingOptions.html */
export const loggingOptions: ResourceTable = {
    token: "aws:iot/loggingOptions:LoggingOptions",
    required: ["defaultLogLevel", "roleArn"],
    defaults: { disableAllLogs: false },
    computed: [],
    replaces: [],
    make: ({ scope }) => ({ id: scope.region, outputs: {} }),
    refuse: ({ inputs }) => {
        const level = text(inputs, "defaultLogLevel") ?? "";
        return LEVELS.includes(level)
            ? undefined
            : new Refusal("InvalidRequestException", `The log level ${level} is not one of ${LEVELS.join(", ")}`);
    },
};
