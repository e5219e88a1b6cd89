import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { VOLUME_SIZE } from "../data/brokerTypes";
import { withCluster } from "../examples/provisioned";
import { VOLUME } from "../facts/cluster";
import { MSK_QUOTAS } from "./pages";

const PATH = [...VOLUME, "volumeSize"];
const { least, most } = VOLUME_SIZE;

export const clusterVolumeSize = defineConstraint({
    id: "cluster-volume-size",
    subject: "cluster",
    requirements: ["MSK-STOR-01"],
    level: "mandatory",
    severity: "high",
    what: `The volume of each broker has ${least} to ${most} GiB.`,
    why: "Amazon MSK refuses any other size. A volume can grow later, and never shrink.",
    fix: `Write a whole number of GiB from ${least} to ${most}.`,
    source: MSK_QUOTAS,
    check: (cluster) => {
        const given = cluster.value(...PATH);
        if (given === undefined) return undefined;
        const size = cluster.number(...PATH);
        if (isUnknown(size)) return undetermined(cluster.pathOf(...PATH));
        const fits = size !== undefined && Number.isInteger(size) && size >= least && size <= most;
        return fits ? undefined : violation(PATH, `volumeSize is ${show(given)}`);
    },
    examples: {
        valid: [
            { title: "a hundred GiB", stack: withCluster() },
            { title: "the most there is", stack: ofSize(most) },
            { title: "a size that is not known yet", stack: ofSize(UNKNOWN) },
        ],
        invalid: [
            { title: "nothing", stack: ofSize(0) },
            { title: "too much", stack: ofSize(most + 1) },
        ],
    },
});

function ofSize(volumeSize: unknown) {
    return withCluster({ [PATH.join(".")]: volumeSize });
}
