import { createRequire } from "node:module";
import { PulumiCommand } from "@pulumi/pulumi/automation/cmd";

type Options = NonNullable<Parameters<typeof PulumiCommand.install>[0]>;

const own = createRequire(require.resolve("@pulumi/pulumi/package.json"));

/** `install FOLDER VERSION`: Pulumi's own installer, with its error in one line. */
async function main([root, version]: readonly string[]): Promise<void> {
    const { parse } = own("semver") as { parse(text: string | undefined): Options["version"] };
    await PulumiCommand.install({ root, version: parse(version) });
}

main(process.argv.slice(2)).catch((error: Error) => {
    console.error(error.message.split("\n").find((line) => line.trim() !== ""));
    process.exitCode = 1;
});
