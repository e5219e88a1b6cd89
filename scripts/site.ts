/**
 * `npm run site`: the pages of docs/ and the API as one static site in site/, which needs no server.
 * `--out FOLDER` writes it elsewhere.
 */
import { parseArgs } from "node:util";
import { buildSite } from "./website/buildSite";

const { values } = parseArgs({ options: { out: { type: "string" } } });

buildSite(values.out).then((complete) => {
    process.exitCode = complete ? 0 : 1;
});
