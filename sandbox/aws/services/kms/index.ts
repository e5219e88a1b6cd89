import { alias } from "./alias";
import { key, keyPolicy } from "./key";

export const kms = [key, keyPolicy, alias];
