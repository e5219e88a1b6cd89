import { text } from "../../../provider/value";
import { prefixSuffix } from "../../identifiers";
import { Refusal } from "../../refusal";
import { arn, type Scope } from "../../scope";
import type { Attempt, ResourceTable } from "../../table";
import { first, isTaken } from "../common";

const TOKEN = "aws:kms/alias:Alias";

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
export const alias: ResourceTable = {
    token: TOKEN,
    required: ["targetKeyId"],
    name: { property: "name", limit: 250, shape: (name) => `alias/${name}` },
    computed: ["arn", "targetKeyArn", "name", "namePrefix"],
    volatile: ["targetKeyArn"],
    replaces: ["name", "namePrefix"],
    remembers: ["name", "targetKeyId"],
    make: (attempt) => {
        const { inputs, scope } = attempt;
        const name = text(inputs, "name") ?? (text(inputs, "namePrefix") ?? "alias/") + prefixSuffix();
        return { id: name, outputs: { name, arn: arn(scope, "kms", name), targetKeyArn: target(attempt) } };
    },
    remake: (attempt) => ({ targetKeyArn: target(attempt) }),
    refuse: (attempt) => {
        const name = text(attempt.inputs, "name");
        return first(
            () =>
                name && (!/^alias\/[\w/-]+$/.test(name) || name.startsWith("alias/aws/"))
                    ? new Refusal(
                          "InvalidAliasNameException",
                          `Alias ${name} must begin with "alias/", not with "alias/aws/"`,
                      )
                    : undefined,
            () =>
                isTaken(attempt, TOKEN, "name")
                    ? new Refusal("AlreadyExistsException", `An alias with the name ${name} already exists`)
                    : undefined,
        );
    },
};

function target({ inputs, scope }: Attempt): string {
    const keyId = text(inputs, "targetKeyId") ?? "";
    return keyId.startsWith("arn:") ? keyId : keyArn(scope, keyId);
}

function keyArn(scope: Scope, keyId: string): string {
    return arn(scope, "kms", `key/${keyId}`);
}
