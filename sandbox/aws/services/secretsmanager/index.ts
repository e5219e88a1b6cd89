import { secret, secretPolicy } from "./secret";
import { secretVersion } from "./secretVersion";

export const secretsmanager = [secret, secretVersion, secretPolicy];
