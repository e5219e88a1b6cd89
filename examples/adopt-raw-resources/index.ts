import { Config } from "@pulumi/pulumi";
import { after } from "./after";
import { before } from "./before";
import { surroundings } from "./surroundings";

const stage = new Config().require("stage");
const exists = surroundings();

export const ruleArn = stage === "before" ? before(exists) : after(exists);
