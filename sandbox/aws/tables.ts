import { cloudwatch } from "./services/cloudwatch";
import { ec2 } from "./services/ec2";
import { iam } from "./services/iam";
import { iot } from "./services/iot";
import { kms } from "./services/kms";
import { msk } from "./services/msk";
import { other } from "./services/other";
import { secretsmanager } from "./services/secretsmanager";
import type { ResourceTable } from "./table";

const ALL: readonly ResourceTable[] = [
    ...iot,
    ...iam,
    ...ec2,
    ...cloudwatch,
    ...kms,
    ...secretsmanager,
    ...msk,
    ...other,
];

/** Every resource that the stand-in knows, by type token. */
export const TABLES: ReadonlyMap<string, ResourceTable> = new Map(ALL.map((table) => [table.token, table]));
