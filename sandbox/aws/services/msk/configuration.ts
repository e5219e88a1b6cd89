import { text } from "../../../provider/value";
import { uuid } from "../../identifiers";
import { Refusal } from "../../refusal";
import { arn } from "../../scope";
import type { ResourceTable } from "../../table";
import { first, isTaken, nameOf, patternRefusal } from "../common";

const TOKEN = "aws:msk/configuration:Configuration";
const CLUSTER = "aws:msk/cluster:Cluster";
const NAME = /^[0-9A-Za-z][0-9A-Za-z-]{0,}$/;

/** https://docs.aws.amazon.com/msk/1.0/apireference/configurations.html */
export const configuration: ResourceTable = {
    token: TOKEN,
    required: ["serverProperties"],
    name: { property: "name", limit: 255 },
    computed: ["arn", "latestRevision", "name"],
    volatile: ["latestRevision"],
    replaces: ["name", "kafkaVersions"],
    sets: ["kafkaVersions"],
    remembers: ["name", "arn"],
    make: (attempt) => {
        const name = nameOf(attempt);
        const configurationArn = arn(attempt.scope, "kafka", `configuration/${name}/${uuid()}-2`);
        return { id: configurationArn, outputs: { name, arn: configurationArn, latestRevision: 1 } };
    },
    remake: ({ olds }) => ({ latestRevision: Number(olds?.latestRevision ?? 1) + 1 }),
    refuse: (attempt) => {
        const name = text(attempt.inputs, "name") ?? "";
        return first(
            () => (NAME.test(name) ? undefined : patternRefusal("BadRequestException", name, "name", NAME)),
            () => propertiesProblem(text(attempt.inputs, "serverProperties") ?? ""),
            () =>
                isTaken(attempt, TOKEN, "name")
                    ? new Refusal("ConflictException", "A resource with this name already exists.")
                    : undefined,
        );
    },
    holds: ({ id, account, scope }) =>
        account
            .all(CLUSTER, scope.region)
            .some(({ facts }) => JSON.stringify(facts.configurationInfo ?? "").includes(id))
            ? new Refusal(
                  "BadRequestException",
                  "Configuration is in use by one or more clusters. Dissociate the configuration from the clusters.",
              )
            : undefined,
};

function propertiesProblem(properties: string): Refusal | undefined {
    const lines = properties.split(/\r?\n/).map((line) => line.trim());
    const odd = lines.find((line) => line !== "" && !/^[#!]/.test(line) && !/^[\w.-]+\s*[=: ]/.test(line));
    return odd === undefined
        ? undefined
        : new Refusal("BadRequestException", "The server properties are not in the format of a properties file.");
}
