import type { KafkaCredentialsArgs } from "pulumi-iot-kafka";
import { kafkaCredentialsModesCases } from "./kafkaCredentialsModes";
import { CLUSTER, KEY, OTHER_CLUSTER, ROLE, SECRET } from "./samples";
import { type Change, each, type UpdateCases } from "./updateCase";

const SCRAM = { mode: "SCRAM-SHA-512", clusterArn: CLUSTER };

/** Children that are made anew when the Region changes; the association is none here. */
const REGIONAL = ["secret", "secret-key", "secret-key-alias", "secret-policy", "secret-version"];
/** Children that go when a secret that exists is used, or authentication that is given. */
export const MADE = [...REGIONAL, "password", "secret-role-decrypt"];
const ROLES = ["secret-role", "secret-role-read", "secret-role-decrypt"];

export function kafkaCredentialsCases(): UpdateCases<KafkaCredentialsArgs> {
    const changed = (
        rows: readonly string[],
        after: object,
        changes: Readonly<Record<string, Change>>,
        before: object = {},
    ) => ({
        rows,
        before: { ...SCRAM, ...before } as KafkaCredentialsArgs,
        after: { ...SCRAM, ...before, ...after } as KafkaCredentialsArgs,
        changes,
    });
    return {
        ...kafkaCredentialsModesCases(),
        nothing: changed([], {}, {}),
        username: changed(["user.username"], { user: { username: "other" } }, { "secret-version": "replaced" }),
        password: changed(
            ["user.password"],
            { user: { password: "another-password" } },
            { "secret-version": "replaced", password: "deleted" },
        ),
        existing: changed(
            ["user.existingSecretId"],
            { user: { existingSecretId: SECRET } },
            { association: "replaced", "secret-role-read": "updated", ...each(MADE, "deleted") },
        ),
        ownkey: changed(
            ["kmsKeyArn"],
            { kmsKeyArn: KEY },
            {
                ...{ secret: "updated", "secret-role-decrypt": "updated" },
                ...each(["secret-key", "secret-key-alias"], "deleted"),
            },
        ),
        role: changed(["roleArn"], { roleArn: ROLE }, each(ROLES, "deleted")),
        recovery: changed(["recoveryWindowInDays"], { recoveryWindowInDays: 7 }, { secret: "updated" }),
        moved: changed(["clusterArn"], { clusterArn: OTHER_CLUSTER }, { association: "replaced" }),
        alone: changed(["clusterArn"], { clusterArn: undefined }, { association: "deleted" }),
        home: changed(
            ["region"],
            { region: "eu-west-1" },
            { ...each(REGIONAL, "replaced"), ...each(ROLES, "updated") },
            { clusterArn: undefined },
        ),
        tagged: changed(
            ["tags"],
            { tags: { team: "plant" } },
            each(["secret", "secret-key", "secret-role"], "updated"),
        ),
    };
}
