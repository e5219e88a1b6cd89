// A pack of one's own is JavaScript, or TypeScript that is compiled: the engine would compile it before every preview.
const { PolicyPack } = require("@pulumi/policy");
const { namesOf, recommended, reporting, required, select } = require("pulumi-iot-kafka/policies");

/** Everything that AWS documents as a must, but for one policy that this plant settles otherwise. */
const musts = select(required, { without: ["sql-version-functions"] });

/** Of the advice only what is about roles and secrets and is no small matter; here it stops a deployment. */
const advice = select(recommended, {
    groups: ["roles", "secrets"],
    severities: ["medium", "high", "critical"],
    level: "mandatory",
});

/** Advice that is off until somebody wants it. */
const switchedOn = select(recommended, { ids: ["alarm-failure"], level: "advisory" });

/** A policy of the plant itself. */
const named = {
    name: "plant-names-its-rules",
    description: "The rules of the plant are named after it.",
    enforcementLevel: "mandatory",
    validateResource: (args, report) => {
        if (args.type !== "aws:iot/topicRule:TopicRule") return;
        if (!args.name.startsWith("plant-")) report(`${args.name} does not start with plant-.`);
    },
};

new PolicyPack(
    "plant",
    { policies: [...musts, ...advice, ...switchedOn, named, ...reporting("plant")] },
    // A configuration that serves other packs too may name policies that this one has left out.
    namesOf(
        [...required, ...recommended].filter(
            (one) => ![...musts, ...advice, ...switchedOn].some(({ name }) => name === one.name),
        ),
    ),
);
