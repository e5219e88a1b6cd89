#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const main = join(__dirname, "..", "dist", "cli", "main.js");
if (existsSync(main)) {
    require(main);
} else {
    console.error(
        `${main} is missing: in a checkout it is made by npm run build, in a package by installing it again.`,
    );
    process.exitCode = 2;
}
