/** A part of the navigation: its pages in reading order, as addresses of the site; `folder/` stands for the rest of a folder. */
export interface Section {
    readonly title: string;
    readonly pages: readonly string[];
}

/** The navigation, without the API. A page that no section names is in the last one. */
export const SECTIONS: readonly Section[] = [
    {
        title: "Start",
        pages: ["README", "installation-configuration", "examples", "costs", "comparison", "releases", "CHANGELOG"],
    },
    { title: "Concepts", pages: ["concepts/path", "concepts/access", "concepts/judging", "concepts/", "architecture"] },
    {
        title: "How-to",
        pages: [
            "how-to/README",
            "how-to/scram",
            "how-to/mutual-tls",
            "how-to/plain",
            "how-to/kerberos",
            "how-to/migrate-raw-resources",
            "how-to/migrate-terraform",
            "how-to/",
            "key-stores",
            "testing",
            "other-languages",
            "deployer-policy",
            "live-acceptance",
        ],
    },
    {
        title: "Components",
        pages: [
            "components/iot-kafka-pipeline",
            "components/msk-cluster",
            "components/kafka-credentials",
            "components/vpc-destination",
            "components/kafka-topic-rule",
            "components/pipeline-alarms",
            "components/",
        ],
    },
    { title: "Policies", pages: ["policies", "policies/"] },
    {
        title: "Command line",
        pages: ["check", "simulate", "doctor", "import", "explain", "sandbox", "language", "sources", "kafka-client"],
    },
    { title: "Rules", pages: ["troubleshooting", "ledger", "rules/README"] },
    { title: "Examples", pages: ["examples/"] },
    { title: "More", pages: ["CONTRIBUTING", "SECURITY"] },
];
