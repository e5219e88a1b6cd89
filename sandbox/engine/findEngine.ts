import { SandboxProblem } from "../sandboxProblem";
import type { Engine, Surroundings, Way } from "./engine";
import { cached } from "./engineCache";
import { goTool } from "./goTool";
import { officialInstaller } from "./officialInstaller";
import { onPath } from "./onPath";
import { formatVersion, OLDEST } from "./version";

const WAYS: readonly Way[] = [onPath, cached, officialInstaller, goTool];

/**
 * An engine, by the first way that leads to one.
 *
 * @throws SandboxProblem that names every way tried, and what to install
 */
export async function findEngine(surroundings: Surroundings, ways: readonly Way[] = WAYS): Promise<Engine> {
    const tried: string[] = [];
    for (const way of ways) {
        const found = await way.find(surroundings);
        if (!("why" in found)) {
            return found;
        }
        tried.push(`  - ${way.name}: ${found.why}`);
    }
    throw new SandboxProblem(
        [
            "No Pulumi engine could be had. Tried:",
            ...tried,
            `Install Pulumi ${formatVersion(OLDEST)} or newer (https://www.pulumi.com/docs/install), or Go to build it with.`,
        ].join("\n"),
    );
}
