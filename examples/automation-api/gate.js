// `node gate.js FOLDER [STACK]` previews the program of a folder with both packs and says what they find of it.
const { dirname, join } = require("node:path");
const { LocalWorkspace } = require("@pulumi/pulumi/automation");

const PACKAGE = dirname(require.resolve("pulumi-iot-kafka/package.json"));
const policyPacks = ["required", "recommended"].map((pack) => join(PACKAGE, "policies", pack));

/** What the packs report of a stack; a preview that fails for another reason is an error. */
async function reportsOf(workDir, stackName) {
    const reports = [];
    const onEvent = ({ policyEvent }) => policyEvent && reports.push(policyEvent);
    const stack = await LocalWorkspace.selectStack({ workDir, stackName });
    await stack.preview({ policyPacks, onEvent, color: "never" }).catch((error) => {
        if (!reports.some(isMandatory)) throw error;
    });
    return reports;
}

const isMandatory = ({ enforcementLevel }) => enforcementLevel === "mandatory";

async function main([folder = ".", stack = "dev"]) {
    const reports = await reportsOf(folder, stack);
    for (const { enforcementLevel, policyName, resourceUrn, message } of reports) {
        const lines = message.replaceAll(/<\{%[^%]*%\}>/g, "").trim();
        console.log(`[${enforcementLevel}] ${policyName} (${resourceUrn.split("::").at(-1)})\n${lines}\n`);
    }
    const mandatory = reports.filter(isMandatory).length;
    console.log(`${reports.length} found, ${mandatory} of them mandatory`);
    return mandatory > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
});
